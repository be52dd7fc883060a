using Marten;
using Marten.Patching;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accounts;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine;
using Wolverine.Persistence.Durability;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>From the admin's page to the pretend phone.</summary>
[Collection(ConfiguredAppCollection.Name)]
public sealed class when_a_dead_letter_is_played_again(ConfiguredApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "sending a message", "Meta refused it again and again, and it alone"), InlineData("vi", "gửi một tin", "Meta từ chối riêng tin này hết lần này đến lần khác")]
    public async Task one_that_meta_alone_refused_is_shown_with_its_reason_and_arrives(string language, string what, string why)
    {
        var phone = await ChatPhone.SwitchOnAsync(app.Services);
        var person = (await phone.HelpedAsync()).PersonId;
        var refused = await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(person, nameof(Phrases.Thanks)) with { RefusedSince = DateTimeOffset.UtcNow - Refusals.AnswerPatience });
        app.Services.GetRequiredService<PretendFaults>().Add(phone.Phone.Id, new PretendFault(500, 131000));

        await PlayAgainAsync(await DeadAsync(refused, attempts: 0), language, what, why);

        await phone.AnswerAsync("You are welcome");
        await ArrivedAsync(phone, refused);
    }

    [Fact]
    public async Task one_that_broke_by_a_fault_of_ours_arrives_once_that_is_mended()
    {
        var phone = await ChatPhone.SwitchOnAsync(app.Services);
        var person = (await phone.HelpedAsync()).PersonId;
        // A text with fewer arguments than its words ask for.
        var broken = await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(person, Phrases.All.First(each => each.Value.En.Contains("{0}", StringComparison.Ordinal)).Key));
        var letter = await DeadAsync(broken, attempts: 4);
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Patch<OutboundMessage>(broken.Id).Set(message => message.Content, new OutboundContent(MessageKind.Phrase, "en") { Phrase = nameof(Phrases.Thanks) });
            await session.SaveChangesAsync(Ct);
        }

        await PlayAgainAsync(letter, "en", "sending a message", "A fault of TravelBuddy (FormatException)");

        await phone.AnswerAsync("You are welcome");
        await ArrivedAsync(phone, broken);
    }

    /// <summary>Handles the command that sends a message until it is given up; the id of the dead letter.</summary>
    private async Task<Guid> DeadAsync(OutboundMessage message, int attempts)
    {
        var command = StoredMessages.Durable(app.Services, new SendMessage(message.PersonId, message.Id), WhatsAppFeature.OutboxQueue);
        (command.Status, command.ScheduledTime, command.Attempts) = (EnvelopeStatus.Scheduled, DateTimeOffset.UtcNow, attempts);
        var store = app.Services.GetRequiredService<IMessageStore>();
        await store.Inbox.StoreIncomingAsync(command);
        await Polling.UntilAsync("the dead letter", async () => await store.DeadLetters.DeadLetterEnvelopeByIdAsync(command.Id) is not null);
        return command.Id;
    }

    private async Task PlayAgainAsync(Guid letter, string language, string what, string why)
    {
        using var browser = await app.NewAdminSessionAsync(language);
        var page = await browser.GetAsync("/admin/messages");
        var row = page.Page.QuerySelector($"tr:has(form[action*='handler=Replay'] button[value='{letter}'])").ShouldNotBeNull().TextContent;
        row.ShouldContain(what);
        row.ShouldContain(why);
        await browser.SubmitAsync(page, $"form[action*='handler=Replay']:has(button[value='{letter}'])", ("id", letter.ToString()));
    }

    private static async Task ArrivedAsync(ChatPhone phone, OutboundMessage message)
    {
        await Polling.UntilAsync("its state", async () => (await phone.OutboundAsync()).Single(sent => sent.Id == message.Id) is { State: >= DeliveryState.Sent and not DeliveryState.Failed, Reason: FailureReason.None });
        (await phone.BubblesAsync()).Count(bubble => ChatPhone.Text(bubble).Contains("You are welcome", StringComparison.Ordinal)).ShouldBe(1);
    }
}
