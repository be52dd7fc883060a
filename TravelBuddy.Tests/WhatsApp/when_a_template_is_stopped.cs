using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Templates;
using Wolverine;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Meta pauses, disables, rejects or loses a template that TravelBuddy sends.</summary>
[Collection(GraphAppCollection.Name)]
public sealed class when_a_template_is_stopped(GraphApp app) : IAsyncLifetime
{
    private const string Plain = "tours_ready (en)";

    private static readonly DateTimeOffset Noon = new(2026, 12, 1, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TemplateStates States => app.Services.GetRequiredService<TemplateStates>();

    public async ValueTask InitializeAsync()
    {
        await app.ChangeNumberAsync(state => state.Calm());
        await using var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.DeleteWhere<TemplateState>(state => state.Status != "");
        await session.SaveChangesAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        app.Graph.Templates = null;
        await InitializeAsync();
    }

    [Theory]
    [InlineData("PAUSED"), InlineData("DISABLED"), InlineData("REJECTED"), InlineData("DELETED"), InlineData("PENDING_DELETION")]
    public async Task what_needs_it_fails_at_once_without_a_call_and_goes_again_once_meta_approves_it(string word)
    {
        var (digits, person) = await AgreedAsync();
        await TellAsync(word, "tours_ready", "en");

        (await SentAsync(person)).ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Failed), m => m.Reason.ShouldBe(FailureReason.TemplateStopped), m => m.Attempts.ShouldBe(0));
        app.Graph.Sends.ShouldNotContain(send => send.To == digits && send.Template != null);
        var page = await (await app.AdminAsync("vi")).GetAsync("/admin/messages?show=Failed");
        page.Texts("#messages td").ShouldContain("Meta đã dừng mẫu tin mà tin này cần: xem mục Mẫu tin.");
        page.Texts(".notice.cluster[role=status]").ShouldContain(notice => notice.StartsWith("Có tin không được gửi vì Meta đã dừng mẫu tin cần dùng", StringComparison.Ordinal) && notice.Contains(Plain, StringComparison.Ordinal));
        page.Page.QuerySelector(".notice a[href='/admin/templates']").ShouldNotBeNull();

        await TellAsync("APPROVED", "tours_ready", "en");
        (await SentAsync(person)).State.ShouldBe(DeliveryState.Accepted);
        (await (await app.AdminAsync("vi")).GetAsync("/admin")).Page.QuerySelector(".notice a[href='/admin/templates']").ShouldBeNull();
    }

    [Theory]
    [InlineData("FLAGGED"), InlineData("PENDING"), InlineData("IN_APPEAL"), InlineData("LOCKED"), InlineData("ARCHIVED")]
    public async Task what_does_not_forbid_it_stops_nothing(string word)
    {
        await TellAsync(word, "tours_ready", "en");

        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(132001, 404), InlineData(132015, 400), InlineData(132016, 400)]
    public async Task an_error_of_a_send_stops_it_as_well_and_an_hour_later_it_is_tried_again(int code, int status)
    {
        var (digits, person) = await AgreedAsync();
        app.Graph.Refuse(digits, new GraphRefusal(status, code));

        (await SentAsync(person)).ShouldSatisfyAllConditions(m => m.Reason.ShouldBe(FailureReason.Refused), m => m.ErrorCode.ShouldBe(code));
        (await SentAsync(person)).ShouldSatisfyAllConditions(m => m.Reason.ShouldBe(FailureReason.TemplateStopped), m => m.Attempts.ShouldBe(0));
        (await States.IsStoppedAsync("tours_ready (vi)", Ct)).ShouldBeFalse("the other language is another template");

        await app.PassAsync(TemplateState.AfterRefusal);
        (await SentAsync(person)).State.ShouldBe(DeliveryState.Accepted);
    }

    [Fact]
    public async Task an_error_that_meta_tells_late_stops_nothing_that_it_has_approved_since()
    {
        var (digits, person) = await AgreedAsync();
        var message = await SentAsync(person);
        var sent = app.Graph.Sends.Last(send => send.To == digits && send.Template is not null);
        await TellAsync("APPROVED", "tours_ready", "en");
        await app.DeliverAsync("messages", new JsonObject
        {
            ["statuses"] = new JsonArray(new JsonObject
            {
                ["id"] = sent.MessageId,
                ["recipient_id"] = digits,
                ["status"] = "failed",
                ["timestamp"] = $"{app.Time.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds()}",
                ["biz_opaque_callback_data"] = sent.Opaque,
                ["errors"] = new JsonArray(new JsonObject { ["code"] = 132016 }),
            }),
        });

        (await Polling.UntilAsync("the failure", async () => await app.Outbox.FindAsync(message.Id, Ct) is { State: DeliveryState.Failed } failed ? failed : null)).ErrorCode.ShouldBe(132016);
        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("en", "Templates that are not sent because Meta has stopped them: 1."), InlineData("vi", "Số mẫu tin không được gửi vì bị Meta dừng: 1.")]
    public async Task where_the_one_with_a_picture_is_stopped_the_plain_one_goes_and_no_page_says_otherwise(string language, string told)
    {
        var (digits, person) = await AgreedAsync();
        await TellAsync("PAUSED", "tours_ready_picture", "en");

        (await SentAsync(person)).State.ShouldBe(DeliveryState.Accepted);
        app.Graph.Sends.Where(send => send.To == digits && send.Template is not null).Select(send => send.Template).ShouldBe(["tours_ready"]);
        (await (await app.AdminAsync(language)).GetAsync("/admin")).Texts(".notice[role=status]").ShouldContain(notice => notice.StartsWith(told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FIRST_PAUSE", 3), InlineData(null, 3), InlineData("SECOND_PAUSE", 6)]
    public void a_pause_ends_by_itself_after_three_hours_and_the_second_after_six(string? pause, int hours)
    {
        var paused = TemplateState.Told(null, Plain, "PAUSED", Noon, pause).ShouldNotBeNull();

        paused.IsStopped(Noon.AddHours(hours).AddSeconds(-1)).ShouldBeTrue();
        paused.IsStopped(Noon.AddHours(hours)).ShouldBeFalse();
        TemplateState.Told(null, Plain, "DISABLED", Noon)!.IsStopped(Noon.AddYears(1)).ShouldBeTrue();
    }

    [Fact]
    public void what_is_said_late_or_twice_changes_nothing()
    {
        var paused = TemplateState.Told(null, Plain, "PAUSED", Noon).ShouldNotBeNull();
        var approved = TemplateState.Told(paused, Plain, "APPROVED", Noon.AddHours(1)).ShouldNotBeNull();

        TemplateState.Told(paused, Plain, "PAUSED", Noon).ShouldBeNull("the same webhook again");
        TemplateState.Told(paused, Plain, "PAUSED", Noon.AddHours(1)).ShouldNotBeNull().ShouldSatisfyAllConditions(state => state.Since.ShouldBe(Noon), state => state.Until.ShouldBe(Noon.AddHours(4)));
        TemplateState.Told(approved, Plain, "PAUSED", Noon).ShouldBeNull("a webhook that comes again after days");
        TemplateState.Told(approved, Plain, "PAUSED", Noon.AddHours(2)).ShouldNotBeNull().Since.ShouldBe(Noon.AddHours(2));
        TemplateState.Told(paused, Plain, "PAUSED", Noon.AddHours(4)).ShouldNotBeNull("the first pause was over").Since.ShouldBe(Noon.AddHours(4));
        TemplateState.Told(paused, Plain, "DISABLED", Noon.AddHours(1)).ShouldNotBeNull().Until.ShouldBeNull();
    }

    [Fact]
    public void of_two_words_for_the_same_stop_the_one_that_lasts_longer_counts_whichever_comes_first()
    {
        var refused = TemplateState.Refused(null, Plain, 132015, Noon).ShouldNotBeNull();
        refused.Until.ShouldBe(Noon.AddHours(1));

        TemplateState.Told(refused, Plain, "PAUSED", Noon.AddMinutes(-1), "SECOND_PAUSE").ShouldNotBeNull().ShouldSatisfyAllConditions(state => state.Since.ShouldBe(Noon), state => state.Until.ShouldBe(Noon.AddHours(6).AddMinutes(-1)));
        TemplateState.Told(refused, Plain, "PAUSED", Noon.AddMinutes(1), "SECOND_PAUSE").ShouldNotBeNull().Until.ShouldBe(Noon.AddHours(6).AddMinutes(1));
        TemplateState.Told(refused, Plain, "PAUSED", Noon.AddDays(-1), "SECOND_PAUSE").ShouldBeNull("it was over long before");
        TemplateState.Refused(TemplateState.Told(null, Plain, "PAUSED", Noon), Plain, 132015, Noon.AddHours(1)).ShouldNotBeNull().Until.ShouldBe(Noon.AddHours(3));
        TemplateState.Refused(TemplateState.Told(null, Plain, "DISABLED", Noon), Plain, 132016, Noon.AddHours(1)).ShouldNotBeNull().Until.ShouldBeNull();
        TemplateState.Refused(null, Plain, 132000, Noon).ShouldBeNull();
    }

    [Theory]
    [InlineData("APPROVED"), InlineData("REINSTATED"), InlineData("UNFLAGGED")]
    public async Task a_stop_that_is_told_late_changes_nothing_where_meta_approved_it_since(string word)
    {
        var told = app.Time.GetUtcNow();
        await TellAsync(word, "tours_ready", "en", told.AddMinutes(-4));
        await TellAsync("DISABLED", "tours_ready", "en", told.AddMinutes(-5));
        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeFalse("nothing was known before");

        await TellAsync(word, "tours_ready", "en", told.AddMinutes(-2));
        await TellAsync("DISABLED", "tours_ready", "en", told.AddMinutes(-3));
        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeFalse("it was approved before, and once more");

        await TellAsync("DISABLED", "tours_ready", "en", told.AddMinutes(-1));
        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task the_language_is_told_as_meta_s_pages_write_it()
    {
        await app.DeliverAsync("message_template_status_update", Update("PAUSED", "tours_ready", "en-US"));
        (await (await app.AdminAsync()).GetAsync("/admin/messages")).Texts(".notice.cluster[role=status]").ShouldContain(notice => notice.Contains("tours_ready (en_US)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "not approved: PAUSED; it is sent all the same until Meta refuses it", "Meta has paused the template", "Since ", "It is tried again from ")]
    [InlineData("vi", "chưa được duyệt: PAUSED; vẫn được gửi cho đến khi Meta từ chối", "Meta đã tạm dừng mẫu tin", "Không gửi mẫu này từ ", "Sẽ thử lại từ ")]
    public async Task the_page_of_templates_says_since_when_and_an_admin_lets_it_be_used_again(string language, string all, params string[] told)
    {
        var (_, person) = await AgreedAsync();
        Listed("PAUSED");
        await TellAsync("PAUSED", "tours_ready", "en");
        var browser = await app.AdminAsync(language);

        var page = await browser.GetAsync("/admin/templates");
        var alarm = page.Texts(".card [role=alert]").ShouldHaveSingleItem();
        told.ShouldAllBe(words => alarm.Contains(words, StringComparison.Ordinal));

        var after = await browser.FollowAsync(await browser.SubmitAsync(page, "form[action*='handler=Use']", ("id", Plain)));
        after.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        after.Texts(".card [role=alert]").ShouldBeEmpty("Meta lists it as paused, and the admin knows better");
        after.Texts("summary .badge").ShouldContain(all);
        (await SentAsync(person)).State.ShouldBe(DeliveryState.Accepted);

        await TellAsync("PAUSED", "tours_ready", "en", app.Time.GetUtcNow().AddMinutes(-1));
        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeFalse("said before the admin did");
        await TellAsync("PAUSED", "tours_ready", "en");
        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeTrue("said since");
    }

    [Fact]
    public async Task a_refused_send_stops_what_an_admin_let_be_used_again()
    {
        var (digits, person) = await AgreedAsync();
        await States.TellAsync(Plain, TemplateState.Approved, app.Time.GetUtcNow(), Ct);
        app.Graph.Refuse(digits, new GraphRefusal(400, 132015));

        (await SentAsync(person)).Reason.ShouldBe(FailureReason.Refused);
        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("PAUSED"), InlineData("APPROVED")]
    public async Task looking_at_the_page_changes_nothing(string listed)
    {
        await TellAsync("PAUSED", "tours_ready", "en");
        var before = await StateAsync();
        Listed(listed);

        var page = await (await app.AdminAsync()).GetAsync("/admin/templates");

        page.Texts(".card [role=alert]").ShouldHaveSingleItem().ShouldContain("Meta has paused the template");
        (await StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task it_is_used_again_once_meta_lists_it_as_approved_and_not_before()
    {
        await TellAsync("DISABLED", "tours_ready", "en");
        await TellAsync("DISABLED", "tours_ready_picture", "en");
        var look = app.Services.GetRequiredService<StoppedTemplates>();

        await look.LookAsync(Ct);
        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeTrue("Meta does not tell");
        Listed("DISABLED");
        await look.LookAsync(Ct);
        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeTrue();
        Listed("APPROVED");
        await look.LookAsync(Ct);
        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeFalse();
        (await States.IsStoppedAsync("tours_ready_picture (en)", Ct)).ShouldBeTrue("it is not on the list");
    }

    [Fact]
    public async Task that_is_looked_for_every_few_minutes()
    {
        await TellAsync("DISABLED", "tours_ready", "en");
        Listed("APPROVED");
        app.Services.GetServices<IHostedService>().OfType<StoppedTemplates>().ShouldHaveSingleItem();
        var time = new FakeTimeProvider(app.Time.GetUtcNow());
        using var look = new StoppedTemplates(States, app.Services.GetRequiredService<TemplateReview>(), time, NullLogger<StoppedTemplates>.Instance);
        await look.StartAsync(Ct);

        await Polling.UntilAsync("the look", async () =>
        {
            time.Advance(TimeSpan.FromMinutes(5));
            return !await States.IsStoppedAsync(Plain, Ct);
        });
        await look.StopAsync(Ct);
    }

    [Fact]
    public async Task a_code_to_sign_in_is_never_held_back_because_meta_can_refuse_it_itself()
    {
        var (refused, next) = (app.NewNumber(), app.NewNumber());
        app.Graph.Refuse(refused, new GraphRefusal(400, 132015));
        await TellAsync("DISABLED", "sign_in_code", "vi");
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            // As it was kept once.
            session.Store(new TemplateState { Id = "sign_in_code (vi)", Status = TemplateState.Disabled, Since = app.Time.GetUtcNow() });
            await session.SaveChangesAsync(Ct);
        }

        foreach (var digits in new[] { refused, next })
        {
            using var browser = new BrowserSession(app.BaseUrl, "vi");
            await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "main form", ("Number", "+" + digits));
            await Polling.UntilAsync("the code", () => Task.FromResult(app.Graph.Sends.Any(send => send.To == digits && send.Template == "sign_in_code" && send.Taken == (digits == next))));
        }

        (await (await app.AdminAsync()).GetAsync("/admin/messages")).Texts(".notice.cluster[role=status]").ShouldContain(
            notice => notice.Contains("(132015)", StringComparison.Ordinal) && notice.Contains("sign_in_code (vi)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task of_templates_that_are_not_ours_nothing_is_kept()
    {
        await TellAsync("PAUSED", "somebody_elses", "en");

        (await States.IsStoppedAsync("somebody_elses (en)", Ct)).ShouldBeFalse();
    }

    private Task TellAsync(string word, string name, string language, DateTimeOffset? at = null) => app.DeliverAsync("message_template_status_update", Update(word, name, language), at);

    private static JsonObject Update(string word, string name, string language) => new() { ["event"] = word, ["message_template_name"] = name, ["message_template_language"] = language, ["reason"] = "NONE" };

    /// <summary>What Meta lists the plain one as.</summary>
    private void Listed(string status) => app.Graph.Templates = $$"""[{"name":"tours_ready","language":"en","status":"{{status}}","category":"MARKETING","components":[]}]""";

    private async Task<TemplateState?> StateAsync()
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<TemplateState>(Plain, Ct);
    }

    /// <summary>Somebody who has written and agreed to be written to.</summary>
    private async Task<(string Digits, Guid PersonId)> AgreedAsync()
    {
        var (digits, person) = await app.GuestAsync();
        await app.Services.GetRequiredService<IAccounts>().RecordOptInAsync(person.Id, new OptIn(DateTimeOffset.UtcNow, "test", "test"), Ct);
        return (digits, person.Id);
    }

    /// <summary>What becomes of telling a person by template that their tours are there.</summary>
    private async Task<OutboundMessage> SentAsync(Guid personId)
    {
        var list = await ListAsync();
        var message = await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(personId, "") with { Content = new OutboundContent(MessageKind.RecommendationsTemplate, "en") { ListId = list } });
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(new SendMessage(personId, message.Id));
        return await Polling.UntilAsync("the end of it", async () => await app.Outbox.FindAsync(message.Id, Ct) is { State: DeliveryState.Failed or DeliveryState.Accepted } ended ? ended : null);
    }

    private async Task<Guid> ListAsync()
    {
        using var browser = new BrowserSession(app.BaseUrl, "en");
        return (await TravelBuddy.Tests.Pages.TravellerWithList.BeginAsync(app.Services, browser, app.BaseUrl, wishes => wishes)).ListId;
    }
}
