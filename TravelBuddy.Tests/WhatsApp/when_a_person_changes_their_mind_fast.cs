using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Marten;
using Marten.Patching;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>What waits of tours that nobody looks for any more is not sent.</summary>
public sealed class when_a_person_changes_their_mind_fast(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task tours_of_the_earlier_round_that_wait_are_superseded_nothing_else_is_and_the_question_comes_last()
    {
        var (person, earlier, later, now) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), DateTimeOffset.UtcNow);
        await QueueAsync(person, now, Of(MessageKind.Wishes, earlier), Of(MessageKind.Tour, earlier), Of(MessageKind.TourList, earlier), Of(MessageKind.BookingLink, earlier), new OutboundContent(MessageKind.Phrase, "en") { Phrase = nameof(Phrases.AskConsent) });
        await QueueAsync(Guid.NewGuid(), now, Of(MessageKind.Tour, earlier));
        var tried = (await MessagesAsync(person)).Single(message => message.Content.Kind == MessageKind.Wishes);
        await app.Services.GetRequiredService<OutboxStore>().ChangeAsync(tried.Id, message => message.Attempt(now), Ct);

        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            Superseding.DropOthers(session, person, later, behind: now.AddSeconds(1).UtcTicks + 2);
            await session.QueueAsync(person, Guid.NewGuid(), [Of(MessageKind.Wishes, later), Of(MessageKind.Tour, later)], now.AddSeconds(1), Ct);
            await session.SaveChangesAsync(Ct);
        }

        (await MessagesAsync(person)).Select(message => (message.Content.Kind, message.State)).ShouldBe(
        [
            (MessageKind.Wishes, DeliveryState.Attempted), (MessageKind.Tour, DeliveryState.Superseded), (MessageKind.TourList, DeliveryState.Superseded), (MessageKind.BookingLink, DeliveryState.Pending),
            (MessageKind.Wishes, DeliveryState.Pending), (MessageKind.Tour, DeliveryState.Pending), (MessageKind.Phrase, DeliveryState.Pending),
        ]);
        var dropped = (await MessagesAsync(person))[1];
        (dropped.IsWaiting, dropped.IsSettled, dropped.Reason).ShouldBe((false, true, FailureReason.None));
        Enum.GetValues<Reached>().Where(reached => MessageFunnel.Those(reached).Compile()(dropped)).ShouldBeEmpty("it is neither on its way nor failed");
    }

    [Fact]
    public async Task the_question_that_waits_behind_the_newer_tours_is_still_to_be_answered()
    {
        var (person, now) = (Guid.NewGuid(), DateTimeOffset.UtcNow);
        (await AsksAsync(person)).ShouldBeFalse();
        await QueueAsync(person, now, new OutboundContent(MessageKind.Phrase, "en") { Phrase = nameof(Phrases.AskConsent) });
        (await AsksAsync(person)).ShouldBeTrue();

        var asked = (await MessagesAsync(person)).ShouldHaveSingleItem();
        await app.Services.GetRequiredService<OutboxStore>().ChangeAsync(asked.Id, message => message.Attempt(now), Ct);
        (await AsksAsync(person)).ShouldBeFalse("the person may have it already");
    }

    [Fact]
    public async Task in_a_chat_the_newer_tours_come_alone_and_what_was_dropped_is_counted()
    {
        long counted = 0;
        using var listener = new MeterListener { InstrumentPublished = (instrument, its) => { if (instrument.Name == "whatsapp.superseded") { its.EnableMeasurementEvents(instrument); } } };
        listener.SetMeasurementEventCallback<long>((_, many, _, _) => Interlocked.Add(ref counted, many));
        listener.Start();
        var phone = await ChatPhone.SwitchOnAsync(app);
        app.Services.GetRequiredService<PretendFaults>().Add(phone.Phone.Id, PretendFault.BreakBeforeTaking);
        await phone.SayAsync("Sa Pa 2 days");
        var tried = await Polling.UntilAsync("an attempt", async () => (await phone.OutboundAsync()).FirstOrDefault(message => message.State == DeliveryState.Attempted));
        await phone.SayAsync("Hue 3 days");
        var dropped = await Polling.UntilAsync("the earlier tours to be dropped", async () => (await phone.OutboundAsync()).Where(message => message.State == DeliveryState.Superseded).ToList() is { Count: > 0 } some ? some : null);
        await Polling.UntilAsync("the grace to be waited for", () => StoredMessages.LetPassAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), SendMessageHandler.Grace, tried.Id));

        var list = await phone.ListAsync();
        (await phone.BubblesAsync()).Where(bubble => !bubble.FromPerson).Last().Id.ShouldBe(list.Id);
        dropped.ShouldAllBe(message => message.ListId == tried.ListId);
        (await phone.OutboundAsync()).Where(message => message.ListId == tried.ListId && message.State != DeliveryState.Superseded).Select(message => message.Content.Kind).ShouldBe([MessageKind.Wishes]);
        await Polling.UntilAsync("what was dropped to be counted", () => Task.FromResult(Interlocked.Read(ref counted) >= dropped.Count));
    }

    [Fact]
    public async Task what_was_written_in_one_breath_is_not_asked_for_and_its_tours_come_once()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Patch<PretendPhone>(phone.Phone.Id).Set(written => written.LastWroteAt, DateTimeOffset.UtcNow);
            await session.SaveChangesAsync(Ct);
        }

        await app.DeliverAsync(new JsonObject { ["messages"] = new JsonArray(Text(phone, "Mai Chau"), Text(phone, "2 days")) });
        await phone.ListAsync();

        var bubbles = (await phone.BubblesAsync()).Where(bubble => !bubble.FromPerson).ToList();
        bubbles.ShouldNotContain(bubble => ChatPhone.Text(bubble).Contains("How many days"));
        bubbles.Count(bubble => ChatPhone.Text(bubble).Contains("🔎")).ShouldBe(2);
        var cards = (await phone.OutboundAsync()).Where(message => message.Content.Kind == MessageKind.Tour && message.State != DeliveryState.Superseded).ToList();
        cards.Select(card => card.PackageId).ShouldBeUnique();
        cards.Select(card => card.ListId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task a_card_that_left_while_newer_wishes_were_worked_on_is_known_to_have_been_seen()
    {
        var (person, earlier, later, now) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), DateTimeOffset.UtcNow);
        var store = app.Services.GetRequiredService<IDocumentStore>();
        OutboundMessage Card(Guid list, DateTimeOffset at) => new() { Id = Guid.NewGuid(), PersonId = person, Sequence = at.UtcTicks, Content = Of(MessageKind.Tour, list), CreatedAt = at, ListId = list, PackageId = "a-tour" };
        var (crossing, card) = (Card(earlier, now.AddSeconds(-2)), Card(later, now));
        await using var session = store.LightweightSession();
        session.Insert(crossing, card);
        await session.SaveChangesAsync(Ct);
        (await Superseding.IsCrossedAsync(session, card, Ct)).ShouldBeFalse("it has not left");

        await app.Services.GetRequiredService<OutboxStore>().ChangeAsync(crossing.Id, message => message.Attempt(now.AddSeconds(1)), Ct);
        (await Superseding.IsCrossedAsync(session, card, Ct)).ShouldBeTrue();
        (await Superseding.IsCrossedAsync(session, crossing, Ct)).ShouldBeFalse("it came first");
    }

    private static JsonObject Text(ChatPhone phone, string words) => new()
    {
        ["id"] = $"wamid.{Guid.NewGuid():N}",
        ["from"] = phone.Digits,
        ["from_user_id"] = phone.Phone.UserId,
        ["type"] = "text",
        ["timestamp"] = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}",
        ["text"] = new JsonObject { ["body"] = words },
    };

    private async Task<bool> AsksAsync(Guid person)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await Superseding.AsksConsentAsync(session, person, Ct);
    }

    private static OutboundContent Of(MessageKind kind, Guid list) => new(kind, "en") { ListId = list, Rank = 1 };

    private async Task QueueAsync(Guid person, DateTimeOffset now, params OutboundContent[] contents)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        await session.QueueAsync(person, Guid.NewGuid(), contents, now, Ct);
        await session.SaveChangesAsync(Ct);
    }

    private async Task<IReadOnlyList<OutboundMessage>> MessagesAsync(Guid person)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.Query<OutboundMessage>().Where(message => message.PersonId == person).OrderBy(message => message.Sequence).ToListAsync(Ct);
    }
}
