using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_meta_misbehaves(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PretendFaults Faults => app.Services.GetRequiredService<PretendFaults>();

    [Fact]
    public async Task what_passes_is_tried_again_and_order_is_kept()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        Faults.Add(phone.Phone.Id, new PretendFault(500, 131000), new PretendFault(400, 131056));
        await phone.SayAsync("help");
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
        (await phone.BubblesAsync()).Where(b => !b.FromPerson).Select(b => ChatPhone.Text(b)[..7]).ShouldBe(["Hello, ", "You are"]);
        var first = (await phone.OutboundAsync())[0];
        first.Attempts.ShouldBe(3);
        first.Repeats.ShouldBe(0);
    }

    [Fact]
    public async Task an_answer_lost_after_the_message_was_taken_sends_nothing_twice()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        Faults.Add(phone.Phone.Id, PretendFault.BreakAfterTaking);
        await phone.SayAsync("help");
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
        (await phone.BubblesAsync()).Count(b => !b.FromPerson).ShouldBe(2);
        (await phone.OutboundAsync())[0].ShouldSatisfyAllConditions(m => m.Attempts.ShouldBe(1), m => (m.State >= DeliveryState.Sent).ShouldBeTrue());
    }

    [Fact]
    public async Task a_request_lost_before_it_was_taken_is_repeated_after_the_grace()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        Faults.Add(phone.Phone.Id, PretendFault.BreakBeforeTaking);
        await phone.SayAsync("help");
        var tried = await Polling.UntilAsync("an attempt", async () => (await phone.OutboundAsync()).FirstOrDefault(m => m.State == DeliveryState.Attempted));
        await Polling.UntilAsync("the grace to be waited for", () => StoredMessages.LetPassAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), SendMessageHandler.Grace, tried.Id));
        await phone.AnswerAsync("help after the grace", _ => true);
        (await phone.BubblesAsync()).Count(b => !b.FromPerson).ShouldBe(1);
        (await phone.OutboundAsync())[0].ShouldSatisfyAllConditions(m => m.Attempts.ShouldBe(2), m => m.Repeats.ShouldBe(1));
    }

    [Theory]
    [InlineData(131026)]
    [InlineData(100)]
    public async Task what_never_passes_is_never_tried_again(int code)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        Faults.Add(phone.Phone.Id, new PretendFault(400, code));
        await phone.SayAsync("help");
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
        (await phone.OutboundAsync())[0].ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(DeliveryState.Failed), m => m.Reason.ShouldBe(FailureReason.Refused), m => m.ErrorCode.ShouldBe(code), m => m.Attempts.ShouldBe(1));
    }

    [Fact]
    public async Task a_window_that_Meta_calls_closed_is_closed_and_one_template_goes_instead()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        var person = await phone.PersonAsync();
        await app.Services.GetRequiredService<IAccounts>().RecordOptInAsync(person.Id, new OptIn(DateTimeOffset.UtcNow, "test", "test"), Ct);
        Faults.Add(phone.Phone.Id, new PretendFault(400, 131047));
        await phone.SayAsync("3 days in Hoi An");
        await phone.AnswerAsync("the template", b => b.IsTemplate);

        var all = await phone.OutboundAsync();
        all.Count(m => m.Content.Kind == MessageKind.RecommendationsTemplate).ShouldBe(1);
        all.Where(m => m.State == DeliveryState.Failed).ShouldAllBe(m => m.Reason == FailureReason.WindowClosed);
        all.Single(m => m.ErrorCode == 131047).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task a_person_who_stopped_marketing_gets_answers_and_no_offers()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.HelpedAsync();
        var accounts = app.Services.GetRequiredService<IAccounts>();
        await accounts.RecordOptInAsync((await phone.PersonAsync()).Id, new OptIn(DateTimeOffset.UtcNow, "test", "test"), Ct);
        Faults.Add(phone.Phone.Id, new PretendFault(400, 131050));
        await phone.SayAsync("help");
        await Polling.UntilAsync("no opt-in", async () => (await phone.PersonAsync()).WhatsAppOptIn is null);
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
        (await phone.PersonAsync()).Stopped.ShouldBeFalse();

        var traveller = Guid.CreateVersion7();
        (await app.InScopeAsync(services => services.GetRequiredService<IWhatsApp>().InviteAsync(traveller, Guid.CreateVersion7(), "+" + phone.Digits, "VN", "Agreed.", Ct))).ShouldBe(InvitationOutcome.Queued, "which tells nothing");
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.Query<Invitation>().SingleAsync(invitation => invitation.TravellerId == traveller, Ct)).Sent.ShouldBeFalse();
    }

    [Fact]
    public async Task a_picture_refused_just_before_a_crash_is_still_sent_without_once()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.CardAsync();
        var card = await Polling.UntilAsync("a card that was taken", async () =>
            (await phone.OutboundAsync()).FirstOrDefault(m => m is { Content: { Kind: MessageKind.Tour, Rank: 1 }, State: DeliveryState.Delivered or DeliveryState.Read, MessageIdHash: not null }));
        var refused = new RecordStatus(card.Id.ToString("N"), card.Id, card.MessageIdHash!, DeliveryState.Failed, DateTimeOffset.UtcNow, 131053, null);

        // The change was stored; the process died before the message to send again was, so the webhook's status is handled once more.
        await app.Services.GetRequiredService<Refusals>().SettleAsync(card, new GraphError(131053, 0), null, refused.MessageIdHash, refused.At, Ct);
        await PublishAsync(refused);
        await PublishAsync(refused);

        var again = await Polling.UntilAsync("the card without its picture", async () =>
            (await phone.OutboundAsync()).FirstOrDefault(m => m.Id == card.Id && m is { Attempts: 2, State: >= DeliveryState.Sent }));
        again.ShouldSatisfyAllConditions(m => m.WithoutPicture.ShouldBeTrue(), m => m.Repeats.ShouldBe(0), m => m.State.ShouldNotBe(DeliveryState.Failed));
        await PublishAsync(refused);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        (await phone.OutboundAsync()).Single(m => m.Id == card.Id).Attempts.ShouldBe(2, "said again after it was mended, it changes nothing");
    }

    private async Task PublishAsync(RecordStatus status)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(status);
    }
}
