using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
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
        await app.ChangeNumberAsync(state => state.GoOn());
        await TellAsync("APPROVED", "tours_ready", "en");
        await TellAsync("APPROVED", "tours_ready_picture", "en");
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
    public async Task an_error_of_a_send_stops_it_as_well(int code, int status)
    {
        var (digits, person) = await AgreedAsync();
        app.Graph.Refuse(digits, new GraphRefusal(status, code));

        (await SentAsync(person)).ShouldSatisfyAllConditions(m => m.Reason.ShouldBe(FailureReason.Refused), m => m.ErrorCode.ShouldBe(code));
        (await SentAsync(person)).ShouldSatisfyAllConditions(m => m.Reason.ShouldBe(FailureReason.TemplateStopped), m => m.Attempts.ShouldBe(0));
        (await States.IsStoppedAsync("tours_ready (vi)", Ct)).ShouldBeFalse("the other language is another template");
    }

    [Fact]
    public async Task where_the_one_with_a_picture_is_stopped_the_plain_one_goes()
    {
        var (digits, person) = await AgreedAsync();
        await TellAsync("PAUSED", "tours_ready_picture", "en");

        (await SentAsync(person)).State.ShouldBe(DeliveryState.Accepted);
        app.Graph.Sends.Where(send => send.To == digits && send.Template is not null).Select(send => send.Template).ShouldBe(["tours_ready"]);
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

        TemplateState.Told(paused, Plain, "PAUSED", Noon.AddHours(1)).ShouldBeNull("it is paused since noon");
        TemplateState.Told(approved, Plain, "PAUSED", Noon).ShouldBeNull("a webhook that comes again after days");
        TemplateState.Told(approved, Plain, "PAUSED", Noon.AddHours(2)).ShouldNotBeNull().Since.ShouldBe(Noon.AddHours(2));
        TemplateState.Told(paused, Plain, "PAUSED", Noon.AddHours(4)).ShouldNotBeNull("the first pause was over").Since.ShouldBe(Noon.AddHours(4));
        TemplateState.Told(paused, Plain, "DISABLED", Noon.AddHours(1)).ShouldNotBeNull().Until.ShouldBeNull();
        TemplateState.Told(null, Plain, "APPROVED", Noon).ShouldBeNull("nothing to be kept");
    }

    [Fact]
    public async Task a_webhook_counts_by_when_meta_sent_it_and_the_language_as_its_pages_write_it()
    {
        var told = app.Time.GetUtcNow();
        await TellAsync("DISABLED", "tours_ready", "en", told.AddSeconds(-90));

        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeFalse("it was approved since");
        await app.DeliverAsync("message_template_status_update", Update("PAUSED", "tours_ready", "en-US"));
        (await (await app.AdminAsync()).GetAsync("/admin/messages")).Texts(".notice.cluster[role=status]").ShouldContain(notice => notice.Contains("tours_ready (en_US)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Meta has paused the template", "Since ", "It is tried again from "), InlineData("vi", "Meta đã tạm dừng mẫu tin", "Không gửi mẫu này từ ", "Sẽ thử lại từ ")]
    public async Task the_page_of_templates_says_since_when_and_an_admin_lets_it_be_used_again(string language, params string[] told)
    {
        app.Graph.Templates = """[{"name":"tours_ready","language":"en","status":"PAUSED","category":"MARKETING","components":[]}]""";
        await TellAsync("PAUSED", "tours_ready", "en");
        var browser = await app.AdminAsync(language);

        var page = await browser.GetAsync("/admin/templates");
        var alarm = page.Texts(".card [role=alert]").ShouldHaveSingleItem();
        told.ShouldAllBe(words => alarm.Contains(words, StringComparison.Ordinal));

        (await browser.SubmitAsync(page, "form[action*='handler=Use']", ("id", Plain))).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task it_is_used_again_when_an_admin_looks_and_meta_has_approved_it()
    {
        await TellAsync("DISABLED", "tours_ready", "en");
        var browser = await app.AdminAsync();
        (await browser.GetAsync("/admin/templates")).Texts(".card [role=alert]").ShouldHaveSingleItem("Meta does not tell").ShouldContain("Meta has disabled the template");

        app.Graph.Templates = """[{"name":"tours_ready","language":"en","status":"APPROVED","category":"MARKETING","components":[]}]""";
        (await browser.GetAsync("/admin/templates")).Texts(".card [role=alert]").ShouldBeEmpty();

        (await States.IsStoppedAsync(Plain, Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task a_code_to_sign_in_stops_in_the_language_it_was_sent_in()
    {
        var digits = app.NewNumber();
        app.Graph.Refuse(digits, new GraphRefusal(400, 132015));
        using var browser = new BrowserSession(app.BaseUrl, "vi");
        await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "main form", ("Number", "+" + digits));

        await Polling.UntilAsync("the stop", () => States.IsStoppedAsync("sign_in_code (vi)", Ct));
        (await States.IsStoppedAsync("sign_in_code (en)", Ct)).ShouldBeFalse();
        await TellAsync("APPROVED", "sign_in_code", "vi");
    }

    [Fact]
    public async Task of_templates_that_are_not_ours_nothing_is_kept()
    {
        await TellAsync("PAUSED", "somebody_elses", "en");

        (await States.IsStoppedAsync("somebody_elses (en)", Ct)).ShouldBeFalse();
    }

    private Task TellAsync(string word, string name, string language, DateTimeOffset? at = null) => app.DeliverAsync("message_template_status_update", Update(word, name, language), at);

    private static JsonObject Update(string word, string name, string language) => new() { ["event"] = word, ["message_template_name"] = name, ["message_template_language"] = language, ["reason"] = "NONE" };

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
