using System.Net;
using System.Text.Json;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Pages.Recommendations;

/// <summary>Below the reasons that a list recorded, sentences of a model come in, each with the passage of the tour's text that says it; or nothing does.</summary>
public sealed class when_a_model_says_why_a_tour_fits(AppFixture app)
{
    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public async Task the_first_three_cards_fetch_its_sentences_with_what_says_them(string language)
    {
        await using var server = await new StandInServer { Says = (_, data) => Says(From(data).SelectMany(passage => new (string, int[])[] { (passage.Text, [passage.Number]) })) }.StartAsync();
        await using var database = await app.NewDatabaseAsync("why");
        await using var own = Start(database, server);
        using var browser = new BrowserSession(own.BaseUrl, language);
        var (_, _, list) = await TravellerWithList.BeginAsync(own.Services, browser, own.BaseUrl, Wishes, language);

        var page = await browser.GetAsync($"/tours/{list}");
        server.Asked.ShouldBeEmpty("the page waits for no model");
        var asking = page.Page.QuerySelectorAll("article.tour [hx-get*='handler=Why']").ToList();
        asking.Select(one => one.Closest("article")!.Id).ShouldBe(["tour-1", "tour-2", "tour-3"]);
        asking.ShouldAllBe(one => one.GetAttribute("hx-trigger") == "revealed" && one.GetAttribute("hx-target") == "this" && one.ChildElementCount == 0 && one.TextContent == "");

        string? answered = null;
        foreach (var address in asking.Select(one => one.GetAttribute("hx-get")!))
        {
            var fragment = await browser.GetAsync(address);
            fragment.Status.ShouldBe(HttpStatusCode.OK);
            fragment.Body.ShouldNotContain("<html");
            var sentences = fragment.Page.QuerySelectorAll(".tour__told > ul > li").ToList();
            sentences.Count.ShouldBeLessThanOrEqualTo(2);
            foreach (var sentence in sentences)
            {
                answered = address;
                sentence.FirstChild!.TextContent.Trim().ShouldBe(sentence.QuerySelector("details blockquote")!.TextContent, "it says what the passage says");
                fragment.Texts(".tour__told > p").ShouldBe([language == "vi" ? "Do mô hình ngôn ngữ diễn đạt, dựa trên lời của công ty." : "Put into words by a language model, from what the agency writes."]);
            }
        }

        var asked = server.Asked.Count;
        (await browser.GetAsync(answered.ShouldNotBeNull())).Texts(".tour__told > ul > li").ShouldNotBeEmpty();
        server.Asked.Count.ShouldBe(asked, "what was answered is remembered");
        var sent = string.Join('\n', server.Asked.Select(body => body.GetProperty("messages")[1].GetProperty("content").GetString()));
        sent.ShouldContain(language == "vi" ? "hải sản" : "seafood");
        foreach (var word in new[] { "zorblax", "quuxberry", "350" })
        {
            sent.ShouldNotContain(word, Case.Insensitive, "its wishes are labels");
        }
    }

    [Fact]
    public async Task what_no_passage_says_is_not_shown_and_no_box_for_it()
    {
        await using var server = await new StandInServer().StartAsync();
        await using var database = await app.NewDatabaseAsync("whynot");
        await using var own = Start(database, server, ("Llm:CacheMinutes", "0"));
        var answers = new Dictionary<string, Func<string, string>>
        {
            ["no citation"] = data => Says(From(data).Select(passage => (passage.Text, Array.Empty<int>()))),
            ["a passage that was not given"] = data => Says(From(data).Select(passage => (passage.Text, new[] { passage.Number, 99 }))),
            ["a foreign link"] = data => Says(From(data).Select(passage => ($"{passage.Text} See https://evil.example", new[] { passage.Number }))),
            ["a name of a site"] = data => Says(From(data).Select(passage => ($"{passage.Text} See evil.com", new[] { passage.Number }))),
            ["something else"] = _ => Says([("It is the safest tour of all, and breakfast is free.", [1])]),
            ["an act"] = _ => Says([("Your booking is confirmed and paid.", [1])]),
            ["a no made of a yes"] = data => Says(From(data).Where(passage => !TravelBuddy.Web.Language.Grounding.Denies(passage.Text)).Select(passage => ($"Not so: {passage.Text}", new[] { passage.Number }))),
            ["its instructions"] = _ => Says([("You tell a traveller why one tour fits what they wish for.", [1])]),
            ["nothing"] = _ => Says([]),
            ["no JSON"] = _ => "Because it is lovely.",
        };
        foreach (var (what, answer) in answers)
        {
            server.Says = (_, data) => answer(data);
            var (asked, cards) = await NothingIsShownAsync(own, server, what, times: what == "something else" ? 2 : 1);
            asked.ShouldBe(cards, what);
        }

        server.Mood = ServerMood.Failing;
        await NothingIsShownAsync(own, server, "a server that fails", times: 1);
    }

    [Fact]
    public async Task nobody_else_can_ask_and_nobody_for_tours_further_down()
    {
        await using var server = await new StandInServer { Says = (_, data) => Says(From(data).Select(passage => (passage.Text, new[] { passage.Number }))) }.StartAsync();
        await using var database = await app.NewDatabaseAsync("whyelse");
        await using var own = Start(database, server);
        using var browser = new BrowserSession(own.BaseUrl, "en");
        var (_, _, list) = await TravellerWithList.BeginAsync(own.Services, browser, own.BaseUrl, Wishes);
        using var other = new BrowserSession(own.BaseUrl, "en");
        await TravellerWithList.BeginAsync(own.Services, other, own.BaseUrl, Wishes);
        using var stranger = new BrowserSession(own.BaseUrl, "en");
        var page = await browser.GetAsync($"/tours/{list}");
        var asking = page.Page.QuerySelector("[hx-get*='handler=Why']")!.GetAttribute("hx-get")!;
        var fourth = page.Page.QuerySelector("#tour-4 h2 a")!.GetAttribute("href")!.Split('/')[^1];

        (await other.GetAsync(asking)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync(asking)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/tours/{list}?handler=Why&package={fourth}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/tours/{list}?handler=Why")).Status.ShouldBe(HttpStatusCode.NotFound);
        server.Asked.ShouldBeEmpty();
        (await browser.GetAsync(asking)).Status.ShouldBe(HttpStatusCode.OK);
        server.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task without_a_model_the_page_asks_nothing()
    {
        using var traveller = await TravellerWithList.NewAsync(app, Wishes);
        var page = await traveller.ShowAsync();

        page.Page.QuerySelectorAll(".tour__why li").Length.ShouldBeGreaterThan(0);
        page.Page.QuerySelectorAll("[hx-get*='handler=Why']").ShouldBeEmpty();
        var first = page.Page.QuerySelector("#tour-1 h2 a")!.GetAttribute("href")!.Split('/')[^1];
        (await traveller.Browser.GetAsync($"{traveller.Path}?handler=Why&package={first}")).ShouldSatisfyAllConditions(fragment => fragment.Status.ShouldBe(HttpStatusCode.OK), fragment => fragment.Body.Trim().ShouldBe(""));
    }

    /// <summary>For a list of its own: what is said of one is kept, also where nothing of it holds.</summary>
    private static async Task<(int Asked, int Cards)> NothingIsShownAsync(OwnApp own, StandInServer server, string what, int times)
    {
        using var browser = new BrowserSession(own.BaseUrl, "en");
        var (_, _, list) = await TravellerWithList.BeginAsync(own.Services, browser, own.BaseUrl, Wishes);
        var asking = (await browser.GetAsync($"/tours/{list}")).Page.QuerySelectorAll("[hx-get*='handler=Why']").Select(one => one.GetAttribute("hx-get")!).ToList();
        var before = server.Asked.Count;
        for (var i = 0; i < times; i++)
        {
            foreach (var address in asking)
            {
                var fragment = await browser.GetAsync(address);
                (fragment.Status, fragment.Body.Trim()).ShouldBe((HttpStatusCode.OK, ""), what);
            }
        }

        return (server.Asked.Count - before, asking.Count);
    }

    private static Wishes Wishes(Wishes wishes) => wishes with
    {
        Food = new ConceptWishes(["seafood"], ["zorblax stew"]),
        Accommodation = new ConceptWishes(["homestay"], ["call my aunt Quuxberry"]),
        Budget = new BudgetWish(null, 350, "USD"),
    };

    private static OwnApp Start(ScratchDatabase database, StandInServer server, params ReadOnlySpan<(string Name, string Value)> settings) =>
        OwnApp.Start(database, [("Llm:BaseUrl", server.Address), ("Llm:Model", StandInServer.Model), ("Llm:ApiKey", StandInServer.Key), ("Llm:TimeoutSeconds", "20"), .. settings]);

    /// <summary>The passages that a model was given.</summary>
    private static IReadOnlyList<(int Number, string Text)> From(string data)
    {
        using var input = JsonDocument.Parse(data.Split('\n')[1]);
        return [.. input.RootElement.GetProperty("passages").EnumerateArray().Select(passage => (passage.GetProperty("number").GetInt32(), passage.GetProperty("text").GetString()!))];
    }

    private static string Says(IEnumerable<(string Text, int[] Passages)> sentences) => JsonSerializer.Serialize(new { sentences = sentences.Select(sentence => new { text = sentence.Text, passages = sentence.Passages }) });
}
