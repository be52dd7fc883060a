using System.Net;
using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Pages.Catalog;

namespace TravelBuddy.Tests.Pages.Catalog;

public sealed class when_a_question_is_asked_about_a_tour(AppFixture app)
{
    private const string FoodWalk = "red-river-trails-food-01";

    [Theory]
    [InlineData("en", FoodWalk, "Is this tour OK for someone in a wheelchair?", "not suitable for wheelchairs")]
    [InlineData("vi", FoodWalk, "em ăn chay thì có món không?", "Vegetarians can be served")]
    [InlineData("en", "song-hong-journeys-amthuc-25", "Are there vegetarian options?", "Không có suất chay")]
    [InlineData("vi", "lantern-coast-hoianhoney-08", "có đón ở sân bay không?", "Private transfer from Đà Nẵng airport")]
    public async Task it_is_answered_by_the_sentence_that_says_so_in_whichever_language(string language, string tour, string question, string says)
    {
        using var browser = app.NewBrowserSession(language);
        var answered = await AskAsync(browser, tour, question);

        answered.Status.ShouldBe(HttpStatusCode.OK);
        answered.Texts("#ask blockquote").ShouldHaveSingleItem().ShouldContain(says);
        answered.Texts("h1").Count.ShouldBe(1, "without script it is the whole page");
        answered.Response.RequestMessage!.RequestUri!.Query.ShouldBe("?handler=Ask");
        answered.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("en", "Can you cater for a peanut allergy?", "The provider doesn't say; ask them.")]
    [InlineData("vi", "có chỗ đậu xe không?", "Công ty không nói đến điều này; bạn hãy hỏi họ.")]
    public async Task what_the_provider_does_not_say_is_for_the_provider_to_answer(string language, string question, string says)
    {
        using var browser = app.NewBrowserSession(language);
        var answered = await AskAsync(browser, FoodWalk, question);

        answered.Texts("#ask .notice").ShouldHaveSingleItem().ShouldContain(says);
        answered.Page.QuerySelector("#ask .notice a[href^='tel:'], #ask .notice a[href^='mailto:']").ShouldNotBeNull();
        answered.Page.QuerySelectorAll("#ask blockquote").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "203.0.113.71", "You have asked a lot in the last hour."), InlineData("vi", "203.0.113.72", "Bạn đã hỏi nhiều trong giờ qua.")]
    public async Task who_asked_a_lot_is_told_so_whatever_cookie_they_bring(string language, string address, string says)
    {
        using var browser = app.NewBrowserSession(language);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        var (limits, before) = (app.Services.GetRequiredService<VisitorLimits>(), await browser.GetAsync(await AddressOfAsync(FoodWalk)));
        while (await limits.TakeAsync(PackageModel.Questions, null, address, TestContext.Current.CancellationToken) || await limits.TakeAsync(PackageModel.Questions, null, "127.0.0.1", TestContext.Current.CancellationToken))
        {
        }

        var refused = await browser.SubmitAsync(before, "#ask form", ("question", "Is this tour OK for someone in a wheelchair?"));

        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Texts("#ask .notice--warn").ShouldHaveSingleItem().ShouldStartWith(says);
        refused.Page.QuerySelectorAll("#ask blockquote").ShouldBeEmpty();
    }

    [Fact]
    public async Task htmx_is_given_the_fragment()
    {
        using var browser = app.NewBrowserSession();
        browser.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        var answered = await AskAsync(browser, FoodWalk, "Is this tour OK for someone in a wheelchair?");

        answered.Body.TrimStart().ShouldStartWith("<section id=\"ask\"");
        answered.Body.ShouldNotContain("<html");
        answered.Texts("blockquote").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("ŉ ' \" | & ! ( <-> :* \\ %")]
    [InlineData("or or -or \"\" ½ ℡ ﷺ 𝔘𝔫𝔦 \u202e")]
    [InlineData("?")]
    public async Task odd_letters_are_only_letters(string question)
    {
        using var browser = app.NewBrowserSession();
        (await AskAsync(browser, FoodWalk, question)).ShouldSatisfyAllConditions(page => page.Status.ShouldBe(HttpStatusCode.OK), page => page.Texts("#ask .notice").ShouldHaveSingleItem());
    }

    [Theory]
    [InlineData("   ", "Write what you want to know.")]
    [InlineData(null, "That is too long; ask one thing at a time.")]
    public async Task nothing_and_too_much_are_told(string? question, string says)
    {
        using var browser = app.NewBrowserSession();
        (await AskAsync(browser, FoodWalk, question ?? new string('x', 400))).Texts("#ask [role=alert]").ShouldBe([says]);
    }

    [Fact]
    public async Task a_question_is_shown_as_text_and_kept_nowhere()
    {
        using var browser = app.NewBrowserSession();
        var answered = await AskAsync(browser, FoodWalk, "Is there a <b>qzxwvk</b> on 0912 345 678?");
        answered.Body.ShouldContain("&lt;b&gt;qzxwvk&lt;/b&gt;");

        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        var tables = new List<string>();
        await using (var command = database.CreateCommand("select format('%I.%I', table_schema, table_name) from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        tables.Count.ShouldBeGreaterThan(20);
        foreach (var table in tables)
        {
            await using var command = database.CreateCommand($"select count(*) from {table} t where t::text like '%qzxwvk%' or t::text like '%0912 345 678%'");
            (await command.ExecuteScalarAsync()).ShouldBe(0L, table);
        }
    }

    [Fact]
    public async Task a_model_puts_it_into_words_and_the_sentence_stands_below()
    {
        await using var server = await new StandInServer { Says = (_, data) => Cites(data, "not suitable for wheelchairs", "It is not suitable for wheelchairs because of uneven pavements.") }.StartAsync();
        await using var database = await app.NewDatabaseAsync("asking");
        await using var own = OwnApp.Start(database, ("Llm:BaseUrl", server.Address), ("Llm:Model", StandInServer.Model), ("Llm:ApiKey", StandInServer.Key));
        using var browser = new BrowserSession(own.BaseUrl, "en");
        var answered = await AskAsync(browser, FoodWalk, "Is this tour OK for someone in a wheelchair? Call 0912 345 678");
        answered.Texts("#ask .ask__told").ShouldBe(["It is not suitable for wheelchairs because of uneven pavements."]);
        answered.Texts("#ask blockquote").ShouldHaveSingleItem().ShouldContain("not suitable for wheelchairs");
        server.Asked.ShouldAllBe(body => !body.GetRawText().Contains("0912"));

        server.Says = (_, data) => Cites(data, "not suitable for wheelchairs", "It is suitable for wheelchairs, see https://evil.example.");
        (await AskAsync(browser, FoodWalk, "Can somebody in a wheelchair join?")).ShouldSatisfyAllConditions(
            page => page.Texts("#ask .ask__told").ShouldBeEmpty(),
            page => page.Texts("#ask blockquote").ShouldHaveSingleItem().ShouldContain("not suitable for wheelchairs"));

        (await browser.GetAsync("/privacy")).Texts("main li").ShouldContain(line => line.Contains("a language model reads it"));
        server.Says = (_, _) => """{"answered":false,"sentences":[]}""";
        (await AskAsync(browser, FoodWalk, "Is a wheelchair OK on this tour?")).Texts("#ask blockquote").ShouldHaveSingleItem().ShouldContain("not suitable for wheelchairs", customMessage: "what the rules find stands in the text, whatever a model says");
        (await AskAsync(browser, FoodWalk, "Can you cater for a peanut allergy?")).Texts("#ask .notice").ShouldHaveSingleItem();

        server.Mood = ServerMood.Failing;
        (await AskAsync(browser, FoodWalk, "Would a wheelchair be possible?")).Texts("#ask blockquote").ShouldHaveSingleItem().ShouldContain("not suitable for wheelchairs");
        NpgsqlConnection.ClearAllPools();
    }

    [Fact]
    public async Task a_tour_that_is_not_there_answers_nothing()
    {
        using var browser = app.NewBrowserSession();
        var page = await browser.GetAsync(await AddressOfAsync(FoodWalk));
        page.Page.QuerySelector("#ask form")!.SetAttribute("action", "/packages/nobody~nothing?handler=Ask");
        (await browser.SubmitAsync(page, "#ask form", ("question", "Anything?"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Cites(string data, string says, string sentence)
    {
        using var input = JsonDocument.Parse(data.Split('\n')[1]);
        var number = input.RootElement.GetProperty("passages").EnumerateArray().Single(passage => passage.GetProperty("text").GetString()!.Contains(says)).GetProperty("number").GetInt32();
        return JsonSerializer.Serialize(new { answered = true, sentences = new[] { new { text = sentence, passages = new[] { number } } } });
    }

    private async Task<PageAnswer> AskAsync(BrowserSession browser, string tour, string question) =>
        await browser.SubmitAsync(await browser.GetAsync(await AddressOfAsync(tour)), "#ask form", ("question", question));

    private async Task<string> AddressOfAsync(string tour)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return $"/packages/{Uri.EscapeDataString((await session.Query<TourPackage>().Where(package => package.SourceId == tour).SingleAsync()).Id)}";
    }
}
