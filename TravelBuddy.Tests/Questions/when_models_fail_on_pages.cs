using System.Diagnostics;
using System.Net;
using TravelBuddy.Tests.Language.Model;

namespace TravelBuddy.Tests.Questions;

/// <summary>Pages that ask a language model, with a chain of two whose servers fail in every way, and far more time in the settings than a page has.</summary>
public sealed class when_models_fail_on_pages(AppFixture app)
{
    /// <summary>Five seconds are promised and told in the output; a busy machine is given more, yet less than whoever waits for a silent server takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData("down"), InlineData("slow"), InlineData("wrong"), InlineData("hostile")]
    public async Task every_page_is_there_all_the_same(string how)
    {
        await using var first = await FailingAsync(how);
        await using var second = await FailingAsync(how);
        await using var database = await app.NewDatabaseAsync("pagesfail");
        await using var own = OwnApp.Start(database, [.. Server("Llm", first), .. Server("Llm:Fallbacks:0", second), ("Llm:CacheMinutes", "0")]);
        using var browser = new BrowserSession(own.BaseUrl, "en");
        await browser.GetAsync("/");

        var tours = await WithinAsync("the wish", async () => await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/plan/text"), "main form", ("text", "3 days in Hoi An with lanterns and old furniture, nothing loud"))));
        tours.Page.QuerySelectorAll(".tour").Length.ShouldBeGreaterThan(0);
        var reasons = tours.Page.QuerySelector(".tour__told")!.GetAttribute("hx-get")!;
        (await WithinAsync("the reasons", () => browser.GetAsync(reasons))).Status.ShouldBe(HttpStatusCode.OK);
        var package = await browser.GetAsync(tours.Page.QuerySelector(".tour a[href^='/packages/']")!.GetAttribute("href")!);
        var answer = await WithinAsync("the question", () => browser.SubmitAsync(package, "form[action*='Ask']", ("question", "Is the boat safe for a toddler?")));
        answer.Status.ShouldBe(HttpStatusCode.OK);

        first.Asked.ShouldNotBeEmpty();
        foreach (var page in new[] { tours, answer })
        {
            page.Page.QuerySelector("main")!.TextContent.ShouldNotContain("evil.example");
            page.Page.QuerySelector("main")!.TextContent.ShouldNotContain("free forever");
        }
    }

    private static async Task<PageAnswer> WithinAsync(string what, Func<Task<PageAnswer>> ask)
    {
        var watch = Stopwatch.StartNew();
        var page = await ask();
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Elapsed.ShouldBeLessThan(Patience, what);
        return page;
    }

    private static (string, string)[] Server(string name, StandInServer server) =>
        [($"{name}:BaseUrl", server.Address), ($"{name}:Model", StandInServer.Model), ($"{name}:ApiKey", StandInServer.Key), ($"{name}:TimeoutSeconds", "30")];

    private static Task<StandInServer> FailingAsync(string how) => new StandInServer
    {
        Mood = how switch { "down" => ServerMood.Failing, "slow" => ServerMood.Silent, _ => ServerMood.Well },
        Says = how == "wrong" ? (_, _) => "Sure! I would love to help you with that." : HostileAnswers.Of,
    }.StartAsync();
}
