using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;
using Wolverine;
using Wolverine.Persistence.Durability;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_command_keeps_failing(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    [Fact]
    public async Task the_message_it_was_to_send_has_failed_and_those_behind_it_go_on()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        var person = await phone.PersonAsync();
        var broken = await NotComposableAsync(person.Id);
        await phone.SayAsync("thanks");
        await StoreAsync(broken, attempts: 4);

        await phone.AnswerAsync("You are welcome", b => ChatPhone.Text(b).StartsWith("You are welcome", StringComparison.Ordinal), 60);

        await using var session = Store.QuerySession();
        (await session.LoadAsync<OutboundMessage>(broken.Id, Ct)).ShouldNotBeNull().ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Failed), m => m.Reason.ShouldBe(FailureReason.Broken));
    }

    [Fact]
    public async Task a_sender_s_later_message_does_not_overtake_one_that_fails_for_a_moment()
    {
        var sender = Guid.NewGuid().ToString("N");
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        var (first, second) = (Received(phone, "help"), Received(phone, "thanks"));
        await using (var session = Store.LightweightSession())
        {
            session.Insert(first with { Protected = [1, 2, 3] }, second);
            await session.SaveChangesAsync(Ct);
        }

        await app.InScopeAsync(async services =>
        {
            var bus = services.GetRequiredService<IMessageBus>();
            await bus.PublishAsync(new ReceiveMessage(first.Id, sender));
            await bus.PublishAsync(new ReceiveMessage(second.Id, sender));
            return true;
        });
        await using (var session = Store.LightweightSession())
        {
            session.Store(first);
            await session.SaveChangesAsync(Ct);
        }

        await phone.AnswerAsync("You are welcome");
        (await phone.BubblesAsync()).Where(b => !b.FromPerson).Select(b => ChatPhone.Text(b)[..7]).ShouldBe(["You can", "You can", "You are"]);
    }

    /// <summary>A text with fewer arguments than its words ask for.</summary>
    private async Task<OutboundMessage> NotComposableAsync(Guid personId)
    {
        var phrase = Phrases.All.First(each => each.Value.En.Contains("{0}", StringComparison.Ordinal)).Key;
        return await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(personId, phrase));
    }

    private WebhookUpdate Received(ChatPhone phone, string text)
    {
        var message = new InboundMessage { MessageId = $"wamid.{Guid.NewGuid():N}", WaId = phone.Digits, UserId = phone.Phone.UserId, At = DateTimeOffset.UtcNow, Type = "text", Text = text };
        return new WebhookUpdate { Id = Guid.CreateVersion7(), Protected = app.Services.GetRequiredService<WebhookSeal>().Seal(message), ReceivedAt = DateTimeOffset.UtcNow };
    }

    /// <summary>Puts a command into the durable inbox as one that has failed so often already.</summary>
    private async Task StoreAsync(OutboundMessage message, int attempts)
    {
        var envelope = StoredMessages.ToSend(app.Services, message);
        (envelope.Status, envelope.ScheduledTime, envelope.Attempts) = (EnvelopeStatus.Scheduled, DateTimeOffset.UtcNow, attempts);
        await app.Services.GetRequiredService<IMessageStore>().Inbox.StoreIncomingAsync(envelope);
    }
}
