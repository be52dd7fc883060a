using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine;
using Wolverine.Persistence.Durability;

namespace TravelBuddy.Tests.WhatsApp;

[Collection(GraphAppCollection.Name)]
public sealed class when_messages_stand_still(GraphApp app) : IAsyncLifetime
{
    private static readonly string[] Pages = ["/admin", "/admin/packages", "/admin/imports", "/admin/stays", "/admin/messages", "/admin/templates", "/admin/encoding"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(app.CalmAsync());

    public ValueTask DisposeAsync() => new(app.CalmAsync());

    [Theory]
    [InlineData("en", "Nothing has been sent since", "Meta restricts the account", "No offers or invitations have been sent since", "Too many people blocked or reported the number", "Meta says: “Business Account locked”")]
    [InlineData("vi", "Chưa gửi tin nào từ", "Meta hạn chế tài khoản", "Chưa gửi tin tiếp thị hay lời mời nào từ", "Quá nhiều người chặn", "Meta cho biết: “Business Account locked”")]
    public async Task every_admin_page_says_why_in_words_and_leads_to_where_it_is_mended_and_nothing_once_all_is_well(string language, params string[] told)
    {
        var browser = await app.AdminAsync(language);
        await app.ChangeNumberAsync(state => state.Hold(131031, DateTimeOffset.UtcNow, "Business Account locked").HoldMarketing(131048, DateTimeOffset.UtcNow));

        foreach (var path in Pages)
        {
            var page = await browser.GetAsync(path);
            told.ShouldAllBe(words => page.Page.Body!.TextContent.Contains(words, StringComparison.Ordinal), path);
            page.Page.QuerySelectorAll(path == "/admin/messages" ? "[role=alert] form[action^='/admin/messages?handler=']" : "[role=alert] a[href='/admin/messages']").Length.ShouldBe(2, path);
        }

        await browser.SubmitAsync(await browser.GetAsync("/admin/messages"), "[role=alert] form[action*='handler=GoOn']");
        await browser.SubmitAsync(await browser.GetAsync("/admin/messages"), "[role=alert] form[action*='handler=Offer']");
        foreach (var path in Pages)
        {
            (await browser.GetAsync(path)).Texts(".admin__body > [role=alert]").ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task an_alarm_that_meta_raises_is_on_every_page_and_among_the_figures_until_it_is_over()
    {
        var browser = await app.AdminAsync();
        var (digits, person) = await app.GuestAsync();
        app.Graph.Down = new GraphRefusal(401, 190, "Session has expired");
        await app.SayAsync(digits, "thanks");
        await Polling.UntilAsync("the alarm", async () => await app.NumberAsync() is { AlarmCode: 190 });

        (await browser.GetAsync("/admin/packages")).Texts(".admin__body > [role=alert]").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            alarm => alarm.ShouldContain("The access token is expired or wrong"), alarm => alarm.ShouldContain("Waiting: 1."), alarm => alarm.ShouldContain("Session has expired"));
        await FigureAsync("whatsapp_stopped", "1", "by=\"alarm\"");
        await FigureAsync("whatsapp_stopped_code", "190", "by=\"alarm\"");
        await FigureAsync("whatsapp_stopped", "0", "by=\"hold\"");
        await FigureAsync("whatsapp_waiting", "1");

        app.Graph.Down = null;
        await app.PassAsync(NumberState.LongestAlarmPause);
        await Polling.UntilAsync("the message", async () => (await app.OutboundAsync(person.Id))[^1].State == DeliveryState.Accepted);
        await Polling.UntilAsync("the end of the alarm", async () => await app.NumberAsync() is { AlarmCode: null });
        (await browser.GetAsync("/admin/packages")).Texts(".admin__body > [role=alert]").ShouldBeEmpty();
        await FigureAsync("whatsapp_stopped", "0", "by=\"alarm\"");
        await FigureAsync("whatsapp_stopped_code", "0", "by=\"alarm\"");
        await FigureAsync("whatsapp_waiting", "0");
    }

    [Fact]
    public async Task dead_letters_are_counted_on_every_page_and_among_the_figures()
    {
        var store = app.Services.GetRequiredService<IMessageStore>();
        var letter = StoredMessages.Durable(app.Services, new RecordStatuses([]), WhatsAppFeature.OutboxQueue);
        (letter.Status, letter.OwnerId) = (EnvelopeStatus.Incoming, 77);
        await store.Inbox.StoreIncomingAsync(letter);
        await store.Inbox.MoveToDeadLetterStorageAsync(letter, new InvalidOperationException("as a test"));
        var browser = await app.AdminAsync("vi");

        var page = await browser.GetAsync("/admin/stays");
        page.Texts(".notice[role=status]").ShouldContain(notice => notice.StartsWith("Số tin không xử lý được đang chờ bạn xem: 1.", StringComparison.Ordinal));
        page.Page.QuerySelector("a[href='/admin/messages#dead-letters']").ShouldNotBeNull();
        await FigureAsync("whatsapp_dead_letters", "1");

        await browser.SubmitAsync(await browser.GetAsync("/admin/messages"), $"form[action*='handler=Discard']:has(button[value='{letter.Id}'])", ("id", letter.Id.ToString()));
        (await browser.GetAsync("/admin/stays")).Page.QuerySelector("a[href='/admin/messages#dead-letters']").ShouldBeNull();
        await FigureAsync("whatsapp_dead_letters", "0");
    }

    [Fact]
    public async Task while_the_database_is_away_there_are_no_figures_and_they_come_back_with_it()
    {
        var (store, account, options) = (app.Services.GetRequiredService<IDocumentStore>(), app.Services.GetRequiredService<BusinessAccount>(), app.Services.GetRequiredService<IOptions<WhatsAppOptions>>());
        var (metrics, back) = (app.Services.GetRequiredService<WhatsAppMetrics>(), app.Services.GetRequiredService<StandstillFigures>());
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Timeout=1");
        using var away = new StandstillFigures(new Standstills(nowhere, store, account, options, app.Time), metrics, app.Time, NullLogger<StandstillFigures>.Instance);

        // The node reads them now and then as well.
        await Polling.UntilAsync("no figures", async () =>
        {
            await away.LookAsync(Ct);
            return metrics.Standstill is null;
        });
        await back.LookAsync(Ct);
        metrics.Standstill.ShouldNotBeNull();
        await Should.ThrowAsync<OperationCanceledException>(() => back.LookAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task those_that_wait_are_found_by_an_index_however_many_there_ever_were()
    {
        await using var planned = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(Ct);
        await using var command = planned.CreateCommand();
        command.CommandText = "set enable_seqscan = off; explain select count(*) from tb.mt_doc_outboundmessage where data ->> 'state' in ('Pending', 'Attempted')";
        await using var plan = await command.ExecuteReaderAsync(Ct);
        var lines = new List<string>();
        while (await plan.ReadAsync(Ct))
        {
            lines.Add(plan.GetString(0));
        }

        lines.ShouldContain(line => line.Contains("outboundmessage_idx_state", StringComparison.Ordinal), string.Join('\n', lines));
    }

    private async Task FigureAsync(string name, string value, string? tag = null)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.BaseUrl) };
        var figures = "";
        try
        {
            await Polling.UntilAsync($"{name} {value}", async () =>
            {
                await app.Services.GetRequiredService<StandstillFigures>().LookAsync(Ct);
                figures = await client.GetStringAsync(Telemetry.Path, Ct);
                return figures.Split('\n').Any(line => line.StartsWith(name + "{", StringComparison.Ordinal) && (tag is null || line.Contains(tag, StringComparison.Ordinal)) && line[(line.IndexOf('}') + 1)..].Trim().Split(' ')[0] == value);
            }, 40);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{name} {tag} never was {value}:\n" + string.Join('\n', figures.Split('\n').Where(line => line.StartsWith("whatsapp_", StringComparison.Ordinal))));
        }
    }
}
