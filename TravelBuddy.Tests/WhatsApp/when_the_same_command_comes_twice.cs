using JasperFx;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accounts;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;
using Wolverine;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Handlers called as they are after a crash between their work and its end.</summary>
public sealed class when_the_same_command_comes_twice(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    [Fact]
    public async Task its_tours_are_queued_once_and_sent_by_the_same_ids()
    {
        var person = await PersonAsync();
        var command = new SendRecommendations(person.Id, await ListAsync(person.Id));
        var envelope = new Envelope(command) { Id = Guid.NewGuid() };

        var first = await HandleAsync(command, envelope);
        var second = await HandleAsync(command, envelope);
        var other = await HandleAsync(command, new Envelope(command) { Id = Guid.NewGuid() });

        second.ShouldBe(first);
        other.ShouldNotBe(first, "asking for them again is another command");
        await using var session = Store.QuerySession();
        (await session.Query<OutboundMessage>().CountAsync(message => message.PersonId == person.Id, Ct)).ShouldBe(first.Count + other.Count);
    }

    [Fact]
    public async Task a_code_is_queued_once()
    {
        var (person, code) = (await PersonAsync(), Guid.NewGuid());
        for (var i = 0; i < 2; i++)
        {
            await using var session = Store.LightweightSession();
            (await new DeliverOneTimeCodeHandler(TimeProvider.System).HandleAsync(new DeliverOneTimeCode(person.Id, code), session, Ct)).ShouldHaveSingleItem();
            await session.SaveChangesAsync(Ct);
        }

        await using var query = Store.QuerySession();
        (await query.Query<OutboundMessage>().CountAsync(message => message.PersonId == person.Id, Ct)).ShouldBe(1);
    }

    [Fact]
    public async Task a_chat_that_changed_while_a_message_was_handled_is_read_again_and_not_overwritten()
    {
        var person = await PersonAsync();
        await using (var session = Store.LightweightSession())
        {
            session.Insert(new ChatState { Id = person.Id });
            await session.SaveChangesAsync(Ct);
        }

        var address = (await app.Services.GetRequiredService<IAccounts>().AddressAsync(person.Id, Ct)).ShouldNotBeNull();
        var message = new InboundMessage { MessageId = $"wamid.{Guid.NewGuid():N}", WaId = address.WaId, UserId = address.UserId, At = DateTimeOffset.UtcNow, Type = "text", Text = "STOP" };
        var update = new WebhookUpdate { Id = Guid.CreateVersion7(), Protected = app.Services.GetRequiredService<WebhookSeal>().Seal(message), ReceivedAt = DateTimeOffset.UtcNow };
        await app.InScopeAsync(async services =>
        {
            await using var session = Store.LightweightSession();
            session.Insert(update);
            await session.SaveChangesAsync(Ct);
            var slow = new ChangesTheChat(services.GetRequiredService<IAccounts>(), Store);
            var handler = ActivatorUtilities.CreateInstance<ReceiveMessageHandler>(services, slow, ActivatorUtilities.CreateInstance<Conversation>(services, ActivatorUtilities.CreateInstance<Joining>(services, slow), ActivatorUtilities.CreateInstance<Consent>(services, slow)));
            await using var handled = Store.LightweightSession();
            await handler.HandleAsync(new ReceiveMessage(update.Id, "sender"), handled, new Envelope(), Ct);
            await Should.ThrowAsync<ConcurrencyException>(() => handled.SaveChangesAsync(Ct));
            return true;
        });

        await using var query = Store.QuerySession();
        (await query.LoadAsync<ChatState>(person.Id, Ct))!.Shown.ShouldBe(ChangesTheChat.Mark);
    }

    [Fact]
    public async Task an_attempt_that_another_node_recorded_meanwhile_is_left_to_it()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        var person = await phone.PersonAsync();
        var message = await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(person.Id, nameof(Phrases.Help)));

        await app.InScopeAsync(async services =>
        {
            var slow = new AttemptsMeanwhile(services.GetRequiredService<IAccounts>(), services.GetRequiredService<OutboxStore>(), message.Id);
            (await ActivatorUtilities.CreateInstance<SendMessageHandler>(services, (IAccounts)slow).HandleAsync(new SendMessage(person.Id, message.Id), Ct)).ShouldBeEmpty();
            return true;
        });

        await using var query = Store.QuerySession();
        (await query.LoadAsync<OutboundMessage>(message.Id, Ct))!.ShouldSatisfyAllConditions(m => m.Attempts.ShouldBe(1), m => m.State.ShouldBe(DeliveryState.Attempted));
        (await phone.BubblesAsync()).Count(b => !b.FromPerson).ShouldBe(1, "only the other node may send it");
    }

    private async Task<Person> PersonAsync() => (await app.Services.GetRequiredService<IAccounts>().MeetAsync(new WhatsAppIdentity(People.NewNumber().TrimStart('+'), People.NewUserId()), "en", Ct)).Person;

    private async Task<Guid> ListAsync(Guid personId)
    {
        var traveller = (await app.Services.GetRequiredService<IAccounts>().TravellerOfAsync(personId, Ct)).ShouldNotBeNull();
        var trip = await app.Services.GetRequiredService<ITrips>().StartAsync(traveller.Id, new Wishes { Places = [new PlaceWish("hue", null)] }, Ct);
        return (await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RecommendAsync(trip, traveller.Id, Ct))).Id;
    }

    private Task<IReadOnlyList<SendMessage>> HandleAsync(SendRecommendations command, Envelope envelope) => app.InScopeAsync<IReadOnlyList<SendMessage>>(async services =>
    {
        await using var session = Store.LightweightSession();
        var outgoing = await ActivatorUtilities.CreateInstance<SendRecommendationsHandler>(services).HandleAsync(command, envelope, session, Ct);
        await session.SaveChangesAsync(Ct);
        return [.. outgoing.OfType<SendMessage>()];
    });

    /// <summary>Accounts during whose work another node attempts a message.</summary>
    private sealed class AttemptsMeanwhile(IAccounts real, OutboxStore outbox, Guid messageId) : Accounts(real)
    {
        public override async Task<WhatsAppIdentity?> AddressAsync(Guid personId, CancellationToken ct)
        {
            await outbox.ChangeAsync(messageId, m => m.Attempt(DateTimeOffset.UtcNow), ct);
            return await base.AddressAsync(personId, ct);
        }
    }

    /// <summary>Accounts during whose work something else changes the chat.</summary>
    private sealed class ChangesTheChat(IAccounts real, IDocumentStore store) : Accounts(real)
    {
        public const int Mark = 77;

        public override async Task StopAsync(Guid personId, bool stopped, CancellationToken ct)
        {
            await base.StopAsync(personId, stopped, ct);
            await using var session = store.LightweightSession();
            session.Update((await session.LoadAsync<ChatState>(personId, ct))! with { Shown = Mark });
            await session.SaveChangesAsync(ct);
        }
    }

    /// <summary>The real accounts, for those above to change one thing of.</summary>
    private abstract class Accounts(IAccounts real) : IAccounts
    {
        public virtual Task StopAsync(Guid personId, bool stopped, CancellationToken ct) => real.StopAsync(personId, stopped, ct);

        public Task<(Person Person, Traveller Traveller)> MeetAsync(WhatsAppIdentity identity, string language, CancellationToken ct) => real.MeetAsync(identity, language, ct);

        public virtual Task<WhatsAppIdentity?> AddressAsync(Guid personId, CancellationToken ct) => real.AddressAsync(personId, ct);

        public Task<Person?> FindPersonAsync(Guid personId, CancellationToken ct) => real.FindPersonAsync(personId, ct);

        public Task<Person?> FindByNumberAsync(string e164, CancellationToken ct) => real.FindByNumberAsync(e164, ct);

        public Task<Person?> FindByNumberHashAsync(string numberHash, CancellationToken ct) => real.FindByNumberHashAsync(numberHash, ct);

        public Task<bool> MoveAsync(WhatsAppIdentity from, WhatsAppIdentity to, CancellationToken ct) => real.MoveAsync(from, to, ct);

        public Task WithdrawOptInAsync(Guid personId, CancellationToken ct) => real.WithdrawOptInAsync(personId, ct);

        public Task<Traveller?> TravellerOfAsync(Guid personId, CancellationToken ct) => real.TravellerOfAsync(personId, ct);

        public Task<bool> JoinAsync(Guid travellerId, Guid personId, CancellationToken ct) => real.JoinAsync(travellerId, personId, ct);

        public Task<bool> IsOfAsync(Guid travellerId, Guid personId, CancellationToken ct) => real.IsOfAsync(travellerId, personId, ct);

        public Task RecordOptInAsync(Guid personId, OptIn optIn, CancellationToken ct) => real.RecordOptInAsync(personId, optIn, ct);
    }
}
