using Microsoft.Playwright;
using TravelBuddy.Tests.Accommodation.WebSearch;
using TravelBuddy.Tests.Language.Embeddings;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Tests.Simulator;

namespace TravelBuddy.Tests.Accommodation.Search;

/// <summary>In a real browser and on the pretend phone: what the web has to say arrives without anybody asking again.</summary>
public sealed class when_found_places_come_in_by_themselves(AppFixture app, RealBrowser chromium)
{
    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task the_page_is_refined_by_events_and_by_polling_where_they_are_cut_off(bool cutOff)
    {
        await using var stays = await StaysApp.StartAsync(app);
        var url = stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33);
        var held = new TaskCompletionSource();
        stays.Web.Always = async context => { await held.Task; await StandInSearch.Answering(200, $$"""{"results":[{"url":"{{url}}","title":"Lantern"}]}""")(context); };
        await using var context = await chromium.NewContextAsync(stays.App.BaseUrl);
        var page = await context.NewPageAsync();
        List<string> refused = [], streams = [];
        page.Console += (_, message) => { if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) { refused.Add(message.Text); } };
        page.Response += (_, response) => { if (response.Headers.TryGetValue("content-type", out var type) && type.StartsWith("text/event-stream", StringComparison.Ordinal)) { streams.Add(response.Url); } };
        if (cutOff)
        {
            await context.RouteAsync("**/live*", route => route.AbortAsync());
        }

        await page.GotoAsync("/stays");
        await page.FillAsync("#text", "Hotel in Hoi An");
        await page.ClickAsync("main form button");
        await Assertions.Expect(page.Locator(".stays__running")).ToBeVisibleAsync();
        if (!cutOff)
        {
            await Polling.UntilAsync("the stream of events", () => Task.FromResult(streams.Count > 0));
        }

        held.SetResult();

        await Assertions.Expect(page.Locator(".stay h3").First).ToHaveTextAsync("Lantern Garden Hotel", new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".stays__running")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator("#stay-results")).ToHaveCountAsync(1);
        refused.ShouldBeEmpty();
        streams.Count.ShouldBe(cutOff ? 0 : 1);
    }

    [Fact]
    public async Task on_whatsapp_one_message_has_the_best_three_with_what_the_web_told_by_then()
    {
        await using var stays = await StaysApp.StartAsync(app);
        var page = stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33);
        var phone = await ChatPhone.SwitchOnAsync(stays.App.Services);

        await phone.SayAsync("Hotel in Hoi An");

        var answer = await phone.AnswerAsync("Lantern Garden Hotel");
        answer.Rows.Count.ShouldBeGreaterThan(3);
        ChatPhone.Text(answer).ShouldContain($"): {page}\n", Case.Sensitive, "the page that tells of it is one tap away");
    }

    [Fact]
    public async Task on_whatsapp_a_house_of_two_sites_has_each_statement_with_its_site()
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, ""","telephone":"+84 235 391 1234" """);
        stays.AddHouse("Hotel Lantern Garden Hoi An", 15.8803, 108.3302, ""","aggregateRating":{"ratingValue":9.1,"bestRating":10,"reviewCount":50}""", host: "localhost");
        var phone = await ChatPhone.SwitchOnAsync(stays.App.Services);
        await phone.SayAsync("Hotel in Hoi An");
        var list = await phone.AnswerAsync("Lantern Garden");

        await phone.TapAsync(list, "1. ");

        var lines = ChatPhone.Text(await phone.AnswerAsync("391 1234")).Split('\n').Where(line => line.StartsWith("Source: ", StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBe(2);
        lines.ShouldContain(line => line.Contains("rating", StringComparison.Ordinal) && !line.Contains("telephone", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("telephone", StringComparison.Ordinal) && !line.Contains("rating", StringComparison.Ordinal));
    }

    [Fact]
    public async Task on_whatsapp_a_silent_web_keeps_nobody_waiting()
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.Web.Always = stays.Web.Silence;
        var phone = await ChatPhone.SwitchOnAsync(stays.App.Services);

        await phone.SayAsync("Hotel in Hoi An");

        (await phone.AnswerAsync("the directory's best", bubble => bubble.Rows.Count > 3, seconds: 8)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("en", "Hotel in Hoi An"), InlineData("vi", "Khách sạn ở Hội An")]
    public async Task silent_embeddings_keep_nobody_waiting_on_whatsapp_or_on_the_page(string language, string wish)
    {
        await using var embeddings = await new StandInEmbeddings { Held = new TaskCompletionSource() }.StartAsync();
        await using var stays = await StaysApp.StartAsync(app, ("Encoding:Background", "false"), ("Embeddings:Provider", "OpenAI"), ("Embeddings:BaseUrl", embeddings.Address), ("Embeddings:Model", "stand-in"));
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33);
        var phone = await ChatPhone.SwitchOnAsync(stays.App.Services);
        using var browser = stays.NewBrowserSession(language);
        var form = await browser.GetAsync("/stays");

        await phone.SayAsync(wish);
        await phone.AnswerAsync("what the web told", bubble => ChatPhone.Text(bubble).Contains("Lantern Garden Hotel", StringComparison.Ordinal), seconds: 15);
        var page = await browser.FollowAsync(await browser.SubmitAsync(form, "main form", ("Text", wish)));
        await Polling.UntilAsync("what the web told", async () => (await browser.GetAsync(page.Response.RequestMessage!.RequestUri!.PathAndQuery)).Body.Contains("Lantern Garden Hotel", StringComparison.Ordinal), seconds: 15);
    }

    /// <summary>Five seconds are promised: one and a half for a model to read the wish, in the two and a half that a search may still grow, and the queue's look. A busy machine is given more.</summary>
    [Theory]
    [InlineData("I need a place to sleep", "Where would you like to sleep", "somewhere lovely near Hoi An please")]
    [InlineData("Mình cần chỗ ngủ", "Bạn muốn ngủ ở", "chỗ nào thật xinh gần Hội An nhé")]
    public async Task on_whatsapp_a_silent_model_and_a_silent_web_keep_nobody_waiting(string need, string where, string place)
    {
        await using var server = await new StandInServer { Mood = ServerMood.Silent }.StartAsync();
        await using var stays = await StaysApp.StartAsync(app, server, ("Llm:TimeoutSeconds", "60"));
        stays.Web.Always = stays.Web.Silence;
        var phone = await ChatPhone.SwitchOnAsync(stays.App.Services);
        await phone.SayAsync(need);
        await phone.AnswerAsync(where);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        await phone.SayAsync(place);
        (await phone.AnswerAsync("the directory's best", bubble => bubble.Rows.Count > 3)).ShouldNotBeNull();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        server.Asked.ShouldContain(asked => asked.ToString().Contains("Hoi An", StringComparison.Ordinal) || asked.ToString().Contains("Hội An", StringComparison.Ordinal), "a model was asked what is wished");
        await Polling.UntilAsync("every silent request given up", () => Task.FromResult(server.GivenUp == server.Asked.Count ? "all" : null), seconds: 30);
    }
}
