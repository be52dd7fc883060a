using Marten;
using Marten.Patching;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Templates;
using Wolverine;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>What each error comes to, for a number of its own, so that its pauses hold nobody else back.</summary>
public sealed class when_meta_refuses(AppFixture app)
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly string _number = Random.Shared.NextInt64(100_000_000, 999_999_999).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private OutboxStore Outbox => app.Services.GetRequiredService<OutboxStore>();

    [Theory]
    [InlineData(131000, 500, 1), InlineData(131056, 400, 4), InlineData(130429, 429, 1)]
    public async Task what_passes_waits_and_is_tried_again(int code, int status, int seconds)
    {
        var message = await AttemptedAsync();
        var refusal = await RefusedAsync(message, new GraphError(code, status));
        refusal.Again!.Value.TotalSeconds.ShouldBeInRange(seconds * .7, seconds * 1.3);
        (await Outbox.FindAsync(message.Id, Ct))!.ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Pending), m => m.NotBefore.ShouldNotBeNull(), m => m.ErrorCode.ShouldBe(code));
        (await NumberAsync())?.PausedUntil.ShouldNotBeNull();
        ((await NumberAsync()) is { PausedUntil: not null }).ShouldBe(code == 130429, "only a throttled number pauses everybody");
    }

    [Fact]
    public async Task when_meta_says_when_to_come_back_that_counts()
    {
        var message = await AttemptedAsync();
        (await Refusals().SettleAsync(message, new GraphError(130429, 429), TimeSpan.FromSeconds(77), null, Now, Ct)).Again.ShouldBe(TimeSpan.FromSeconds(77));
        (await NumberAsync())!.PausedUntil!.Value.ShouldBe(DateTimeOffset.UtcNow.AddSeconds(77), TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(130429, 429), InlineData(131056, 400), InlineData(131016, 503)]
    public async Task however_long_meta_asks_for_nobody_waits_more_than_an_hour_for_it(int code, int status)
    {
        var message = await AttemptedAsync();
        (await Refusals().SettleAsync(message, new GraphError(code, status), TimeSpan.FromDays(30), null, Now, Ct)).Again.ShouldBe(TimeSpan.FromHours(1));
        ((await NumberAsync())?.PausedUntil ?? Now).ShouldBeLessThan(DateTimeOffset.UtcNow.AddHours(1.01));
    }

    [Theory]
    [InlineData(190, 401), InlineData(131005, 403), InlineData(131042, 400), InlineData(GraphError.NoSuchObject, 400), InlineData(GraphError.NotInForm, 404), InlineData(GraphError.NotInForm, 400)]
    public async Task what_an_admin_has_to_mend_holds_everything_and_is_tried_again(int code, int status)
    {
        var message = await AttemptedAsync();
        (await RefusedAsync(message, new GraphError(code, status))).Again.ShouldBe(NumberState.FirstAlarmPause);
        (await NumberAsync())!.AlarmCode.ShouldBe(code);
        (await Outbox.FindAsync(message.Id, Ct))!.ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Pending), m => m.Attempts.ShouldBe(0));
    }

    [Theory]
    [InlineData(368), InlineData(131031), InlineData(131064)]
    public async Task what_meta_restricts_is_not_tried_again_before_an_admin_lets_it(int code)
    {
        var message = await AttemptedAsync();
        await RefusedAsync(message, new GraphError(code, 403));
        (await NumberAsync())!.HoldCode.ShouldBe(code);
        (await Outbox.FindAsync(message.Id, Ct))!.State.ShouldBe(DeliveryState.Pending, "nothing is lost");
        await Outbox.ChangeNumberAsync(_number, state => state.EndHold(), Ct);
        (await NumberAsync())!.HoldCode.ShouldBeNull();
    }

    [Fact]
    public async Task too_many_complaints_stop_templates_and_not_answers()
    {
        var template = await AttemptedAsync(new OutboundContent(MessageKind.RecommendationsTemplate, "en"));
        (await RefusedAsync(template, new GraphError(131048, 400))).Again.ShouldBeNull();
        (await NumberAsync())!.ShouldSatisfyAllConditions(s => s.MarketingHoldCode.ShouldBe(131048), s => s.HoldCode.ShouldBeNull());
        (await Outbox.FindAsync(template.Id, Ct))!.Reason.ShouldBe(FailureReason.Held);
        (await RefusedAsync(await AttemptedAsync(), new GraphError(131048, 400))).Again.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(132001), InlineData(132015), InlineData(130497), InlineData(777777)]
    public async Task what_never_goes_fails_and_the_admin_is_told_once_with_a_count(int code)
    {
        var notices = app.Services.GetRequiredService<DeliveryNotices>();
        var before = Times(await notices.OpenAsync(Ct));
        for (var i = 1; i <= 2; i++)
        {
            var message = await AttemptedAsync(new OutboundContent(MessageKind.RecommendationsTemplate, "vi"));
            (await Refusals().SettleAsync(message, new GraphError(code, 400), null, null, DateTimeOffset.UtcNow, Ct)).Again.ShouldBeNull();
            (await Outbox.FindAsync(message.Id, Ct))!.ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Failed), m => m.Reason.ShouldBe(FailureReason.Refused), m => m.ErrorCode.ShouldBe(code));
        }

        Times(await notices.OpenAsync(Ct)).ShouldBe(before + 2);
        // Others send it, too.
        await app.Services.GetRequiredService<TemplateStates>().TellAsync("tours_ready (vi)", TemplateState.Approved, DateTimeOffset.UtcNow, Ct);
        int Times(IReadOnlyList<DeliveryNotice> open) => open.FirstOrDefault(notice => notice.Code == code && notice.Template == "tours_ready (vi)")?.Times ?? 0;
    }

    [Theory]
    [InlineData(131053), InlineData(100), InlineData(131009)]
    public async Task a_card_goes_without_its_picture_before_it_fails(int code)
    {
        var card = await AttemptedAsync(new OutboundContent(MessageKind.Tour, "en") { ListId = Guid.NewGuid(), Rank = 1 });
        (await RefusedAsync(card, new GraphError(code, 400))).Again.ShouldBe(TimeSpan.Zero);
        var again = (await Outbox.ChangeAsync(card.Id, m => m.Attempt(Now), Ct))!;
        again.WithoutPicture.ShouldBeTrue();
        (await RefusedAsync(again, new GraphError(code, 400))).Again.ShouldBeNull();
        (await Outbox.FindAsync(card.Id, Ct))!.State.ShouldBe(DeliveryState.Failed);
    }

    [Fact]
    public async Task who_stopped_marketing_keeps_their_chat_though_it_is_said_after_the_message_was_taken()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var sent = await phone.HelpedAsync();
        await app.Services.GetRequiredService<IAccounts>().RecordOptInAsync(sent.PersonId, new OptIn(Now, "test", "test"), Ct);

        await TellAsync(sent, sent.MessageIdHash!, DeliveryState.Failed, 131050);

        (await phone.PersonAsync()).ShouldSatisfyAllConditions(p => p.WhatsAppOptIn.ShouldBeNull(), p => p.Stopped.ShouldBeFalse());
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
    }

    [Theory]
    [InlineData(131026), InlineData(131000), InlineData(131047)]
    public async Task what_is_said_of_an_attempt_that_was_repeated_neither_fails_nor_repeats_the_message(int code)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var sent = await phone.HelpedAsync();

        await TellAsync(sent, Guid.NewGuid().ToString("N"), DeliveryState.Failed, code);

        (await Outbox.FindAsync(sent.Id, Ct))!.ShouldSatisfyAllConditions(m => m.State.ShouldBeOneOf(DeliveryState.Accepted, DeliveryState.Sent, DeliveryState.Delivered), m => m.MessageIdHash.ShouldBe(sent.MessageIdHash), m => m.ErrorCode.ShouldBeNull());
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
        (await phone.BubblesAsync()).Count(b => !b.FromPerson).ShouldBe(2, "nothing was sent again");
    }

    [Fact]
    public async Task a_message_has_arrived_whichever_of_its_attempts_did()
    {
        // On no phone, which would tell by itself that it has come.
        var sent = (await Outbox.ChangeAsync((await AttemptedAsync()).Id, m => m.Accept(Guid.NewGuid().ToString("N"), Now), Ct))!;
        await TellAsync(sent, sent.MessageIdHash!, DeliveryState.Failed, 131026);
        (await Outbox.FindAsync(sent.Id, Ct))!.State.ShouldBe(DeliveryState.Failed);

        var first = Guid.NewGuid().ToString("N");
        await TellAsync(sent, first, DeliveryState.Delivered, null);

        (await Outbox.FindAsync(sent.Id, Ct))!.ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Delivered), m => m.MessageIdHash.ShouldBe(first), m => m.Reason.ShouldBe(FailureReason.None), m => m.FailedAt.ShouldBeNull());
        await TellAsync(sent, sent.MessageIdHash!, DeliveryState.Failed, 131026);
        (await Outbox.FindAsync(sent.Id, Ct))!.State.ShouldBe(DeliveryState.Delivered, "the person has it");
    }

    [Fact]
    public async Task a_picture_that_cannot_be_used_is_left_out_once_however_often_that_is_said()
    {
        var card = await TakenAsync(await AttemptedAsync(new OutboundContent(MessageKind.Tour, "en") { ListId = Guid.NewGuid(), Rank = 1 }), "first");
        (await RefusedAsync(card, "first")).ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Pending), m => m.WithoutPicture.ShouldBeTrue());

        var again = await RefusedAsync(card, "first");
        again.ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Pending), m => m.Returns.ShouldBe(1));
        again.Progress(DeliveryState.Sent, "first", null, null, Now).ShouldBe(again, "the first attempt is no longer the message");
        again.Accept("first", Now).ShouldBe(again, "the answer to the first attempt came after its status");
        var second = await TakenAsync((await Outbox.ChangeAsync(card.Id, m => m.Attempt(Now), Ct))!, "second");
        (await RefusedAsync(second, "first")).State.ShouldBe(DeliveryState.Accepted);
        (await RefusedAsync(second, "second")).State.ShouldBe(DeliveryState.Failed);

        async Task<OutboundMessage> TakenAsync(OutboundMessage message, string hash) => (await Outbox.ChangeAsync(message.Id, m => m.Accept(hash, Now), Ct))!;

        async Task<OutboundMessage> RefusedAsync(OutboundMessage message, string hash)
        {
            await Refusals().SettleAsync((await Outbox.FindAsync(message.Id, Ct))!, new GraphError(131053, 0), null, hash, Now, Ct);
            return (await Outbox.FindAsync(message.Id, Ct))!;
        }
    }

    [Fact]
    public async Task what_failed_after_it_was_taken_for_a_passing_reason_is_sent_once_more()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var sent = await phone.HelpedAsync();
        for (var i = 0; i < 3; i++)
        {
            await TellAsync(sent, sent.MessageIdHash!, DeliveryState.Failed, 131000);
        }

        await phone.AnswerAsync("You can write");
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
        (await phone.BubblesAsync()).Count(b => ChatPhone.Text(b).Contains("You can write", StringComparison.Ordinal)).ShouldBe(2, "said three times, it is sent once more");
    }

    [Fact]
    public async Task a_number_typed_whose_holder_stopped_marketing_is_not_invited_again()
    {
        var (typed, digits) = (app.Services.GetRequiredService<TypedNumbers>(), "84906" + Random.Shared.Next(100_000, 999_999));
        Guid id;
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            id = (await typed.KeepAsync(session, "+" + digits, DateTimeOffset.UtcNow.AddHours(1), Ct)).Kept.Id;
            await session.SaveChangesAsync(Ct);
        }

        var invitation = await AttemptedAsync(new OutboundContent(MessageKind.InvitationTemplate, "en"), id);
        await RefusedAsync(invitation, new GraphError(131050, 400));

        var hash = await app.Services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.Phone, digits, Ct);
        await using var query = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await KnownNumbers.FindAsync(query, hash, Ct)).ShouldNotBeNull().Stopped.ShouldBeTrue();
    }

    [Fact]
    public async Task a_message_that_is_tried_in_vain_for_days_fails_and_is_shown_as_that()
    {
        var message = await AttemptedAsync();
        message = (await Outbox.ChangeAsync(message.Id, m => m with { FirstAttemptAt = Now - SendMessageHandler.Patience - TimeSpan.FromMinutes(1) }, Ct))!;
        (await RefusedAsync(message, new GraphError(131000, 500))).Again.ShouldBeNull();
        (await Outbox.FindAsync(message.Id, Ct))!.Reason.ShouldBe(FailureReason.TooManyAttempts);
    }

    [Theory]
    [InlineData(131042), InlineData(131031)]
    public async Task what_an_admin_has_to_mend_may_come_back_any_number_of_times_and_fails_no_message(int code)
    {
        var message = await AttemptedAsync();
        for (var i = 0; i < 60; i++)
        {
            var hash = $"attempt {i}";
            message = (await Outbox.ChangeAsync(message.Id, m => m.Attempt(Now).Accept(hash, Now), Ct))!;
            (await Refusals().SettleAsync(message, new GraphError(code, 0), null, hash, Now, Ct)).Again.ShouldNotBeNull();
        }

        (await Outbox.FindAsync(message.Id, Ct))!.ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Pending), m => m.ReplacedIdHashes.Count.ShouldBe(50), m => m.IsReplaced("attempt 59").ShouldBeTrue());
    }

    [Fact]
    public async Task an_alarm_told_after_the_message_was_taken_is_not_over_by_taking_the_next_one()
    {
        var message = (await Outbox.ChangeAsync((await AttemptedAsync()).Id, m => m.Accept("taken", Now), Ct))!;
        await Refusals().SettleAsync(message, new GraphError(131042, 0), null, "taken", Now, Ct);
        var (alarmed, later) = ((await NumberAsync())!, DateTimeOffset.UtcNow.AddMinutes(1));

        alarmed.Took(later).ShouldBe(alarmed);
        alarmed.Arrived(Now.AddMinutes(-1)).ShouldBe(alarmed, "what was tried before the alarm proves nothing");
        alarmed.Arrived(later).ShouldSatisfyAllConditions(n => n.AlarmCode.ShouldBeNull(), n => n.AlarmAfterTaking.ShouldBeFalse());
        alarmed.EndHold().EndMarketingHold().ShouldBe(alarmed, "what is to be mended outside is not over because an admin says so");
    }

    [Fact]
    public async Task an_invitation_is_not_sent_to_a_number_whose_holder_said_stop_meanwhile()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        Guid typed;
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            typed = (await app.Services.GetRequiredService<TypedNumbers>().KeepAsync(session, "+" + phone.Digits, DateTimeOffset.UtcNow.AddHours(1), Ct)).Kept.Id;
            await session.SaveChangesAsync(Ct);
        }

        var invitation = await StoredAsync(typed, MessageKind.InvitationTemplate);
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("you will get no more messages");

        (await SentAsync(invitation)).ShouldSatisfyAllConditions(m => m.Reason.ShouldBe(FailureReason.Stopped), m => m.Attempts.ShouldBe(0));
    }

    [Fact]
    public async Task a_template_of_tours_is_not_sent_to_somebody_who_withdrew_meanwhile()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var person = (await phone.HelpedAsync()).PersonId;
        var accounts = app.Services.GetRequiredService<IAccounts>();
        await accounts.RecordOptInAsync(person, new OptIn(Now, "test", "test"), Ct);
        var ready = await StoredAsync(person, MessageKind.RecommendationsTemplate);
        await accounts.WithdrawOptInAsync(person, Ct);

        (await SentAsync(ready)).ShouldSatisfyAllConditions(m => m.Reason.ShouldBe(FailureReason.NotAgreed), m => m.Attempts.ShouldBe(0));
    }

    [Fact]
    public async Task somebody_known_by_a_user_id_of_the_united_states_gets_no_marketing_either()
    {
        var (person, _) = await app.Services.GetRequiredService<IAccounts>().MeetAsync(new WhatsAppIdentity(null, $"US.{Guid.NewGuid():N}"), "en", Ct);
        await app.Services.GetRequiredService<IAccounts>().RecordOptInAsync(person.Id, new OptIn(Now, "test", "test"), Ct);

        (await SentAsync(await StoredAsync(person.Id, MessageKind.RecommendationsTemplate))).Reason.ShouldBe(FailureReason.NoMarketingThere);
    }

    [Theory]
    [InlineData("84905123456", "US.a", "VN"), InlineData(null, "VN.ENT.a1", "VN"), InlineData(null, "nonsense", null), InlineData("1", null, null)]
    public void the_country_is_the_number_s_else_that_of_the_user_id(string? waId, string? userId, string? country) => new WhatsAppIdentity(waId, userId).Country.ShouldBe(country);

    [Fact]
    public async Task who_is_not_reached_gets_no_further_template_before_they_write_and_the_admin_is_told()
    {
        var notices = app.Services.GetRequiredService<DeliveryNotices>();
        var phone = await ChatPhone.SwitchOnAsync(app);
        var sent = await phone.HelpedAsync();
        await app.Services.GetRequiredService<IAccounts>().RecordOptInAsync(sent.PersonId, new OptIn(Now, "test", "test"), Ct);
        var wrote = DateTimeOffset.FromUnixTimeSeconds(Now.AddHours(-1).ToUnixTimeSeconds());
        await WroteAsync(sent.PersonId, wrote);

        await UndeliverableAsync(sent.PersonId, wrote.AddMilliseconds(999));
        (await SentAsync(await StoredAsync(sent.PersonId, MessageKind.RecommendationsTemplate))).Reason.ShouldBe(FailureReason.Gone, "who wrote in that second is there, and it goes as far as its list, which is none");

        await UndeliverableAsync(sent.PersonId, wrote.AddSeconds(1));
        (await SentAsync(await StoredAsync(sent.PersonId, MessageKind.RecommendationsTemplate))).Reason.ShouldBe(FailureReason.Unreachable);

        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
        (await SentAsync(await StoredAsync(sent.PersonId, MessageKind.RecommendationsTemplate))).Reason.ShouldBe(FailureReason.Gone, "it goes as far as its list again");

        // Later than what other tests are told of meanwhile: what is older than the last is counted no more.
        var before = Times(await notices.OpenAsync(Ct));
        await UndeliverableAsync(sent.PersonId, DateTimeOffset.UtcNow.AddMinutes(1));
        Times(await notices.OpenAsync(Ct)).ShouldBeGreaterThan(before);

        static int Times(IReadOnlyList<DeliveryNotice> open) => open.FirstOrDefault(notice => notice is { Code: 131026, Template: null })?.Times ?? 0;
    }

    private Task<OutboundMessage> StoredAsync(Guid to, MessageKind kind) =>
        StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(to, "") with { Content = new OutboundContent(kind, "en") { ListId = Guid.CreateVersion7(), CodeId = Guid.CreateVersion7() } });

    private async Task UndeliverableAsync(Guid to, DateTimeOffset at)
    {
        var message = (await Outbox.ChangeAsync((await AttemptedAsync(to: to)).Id, m => m.Accept(Guid.NewGuid().ToString("N"), Now), Ct))!;
        await TellAsync(message, message.MessageIdHash!, DeliveryState.Failed, 131026, at);
    }

    private async Task WroteAsync(Guid personId, DateTimeOffset at)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Patch<ChatState>(personId).Set(state => state.LastWroteAt, at);
        await session.SaveChangesAsync(Ct);
    }

    /// <summary>What comes of sending a stored message.</summary>
    private async Task<OutboundMessage> SentAsync(OutboundMessage message)
    {
        await app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IMessageBus>().PublishAsync(new SendMessage(message.PersonId, message.Id));
            return true;
        });
        return await Polling.UntilAsync("the end of it", async () => await Outbox.FindAsync(message.Id, Ct) is { State: DeliveryState.Failed } failed ? failed : null);
    }

    /// <summary>What a webhook says of an attempt to send a message, told through the bus.</summary>
    private Task<bool> TellAsync(OutboundMessage message, string idHash, DeliveryState state, int? code, DateTimeOffset? at = null) => app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<IMessageBus>().InvokeAsync(new RecordStatus(message.Id.ToString("N"), message.Id, idHash, state, at ?? Now, code, null), Ct);
        return true;
    });

    private async Task<OutboundMessage> AttemptedAsync(OutboundContent? content = null, Guid? to = null)
    {
        var message = StoredMessages.Phrase(to ?? Guid.CreateVersion7(), nameof(Phrases.Help));
        await StoredMessages.StoreAsync(app.Services, (content is null ? message : message with { Content = content }).Attempt(Now));
        return (await Outbox.FindAsync(message.Id, Ct))!;
    }

    private Task<Refusal> RefusedAsync(OutboundMessage message, GraphError error) => Refusals().SettleAsync(message, error, null, null, Now, Ct);

    private Task<NumberState?> NumberAsync() => Outbox.NumberAsync(_number, Ct);

    private Refusals Refusals()
    {
        var services = app.Services;
        var options = Options.Create(new WhatsAppOptions { PhoneNumberId = _number });
        var store = services.GetRequiredService<IDocumentStore>();
        var account = new BusinessAccount(store, services.GetRequiredService<IDataProtectionProvider>(), options, services.GetRequiredService<OwnAddress>(), NullLogger<BusinessAccount>.Instance);
        return new Refusals(
            Outbox, services.GetRequiredService<DeliveryNotices>(), services.GetRequiredService<TemplateStates>(), services.GetRequiredService<IAccounts>(), services.GetRequiredService<KnownNumbers>(), account, store, options, TimeProvider.System, NullLogger<Refusals>.Instance);
    }
}
