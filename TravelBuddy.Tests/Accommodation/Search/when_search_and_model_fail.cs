using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accommodation.WebSearch;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Search;
using static TravelBuddy.Tests.Accommodation.Search.StayPages;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_search_and_model_fail(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults => ["down", "slow", "wrong", "hostile"];

    /// <summary>Model and search engine fail in turns in each way; whoever asks has an answer at once, and an honest end.</summary>
    [Theory, MemberData(nameof(Faults))]
    public async Task whatever_fails_everybody_has_an_answer_within_five_seconds(string how)
    {
        await using var stays = await StaysApp.StartAsync(app, ("Search:TimeoutSeconds", "1"));
        stays.Model.IsConfigured = true;
        var watch = new System.Diagnostics.Stopwatch();
        foreach (var (search, model) in new[] { (how, "well"), ("well", how), (how, how) })
        {
            Fail(stays, search, model);
            using var browser = stays.NewBrowserSession();
            watch.Restart();

            var first = await AskAsync(browser, "Quiet hotel in Hoi An, with a pool");

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5), $"search {search}, model {model}");
            first.Status.ShouldBe(HttpStatusCode.OK);
            first.Page.QuerySelectorAll(".stay").Length.ShouldBeGreaterThan(0);
            stays.Model.Held.SetResult();
            var ended = await EndedAsync(browser, first);
            ended.Status.ShouldBe(HttpStatusCode.OK);
            ended.Page.QuerySelectorAll(".stay").Length.ShouldBeGreaterThan(0);
            ended.Page.QuerySelectorAll(".stay__foot").ShouldAllBe(foot => foot.TextContent.Contains("202", StringComparison.Ordinal));
            ended.Texts(".notice").ShouldContain(notice => notice.Contains("web", StringComparison.Ordinal), $"search {search}, model {model}");
            foreach (var lie in new[] { "evil.example", "<script", "IGNORE", "javascript:", "free forever" })
            {
                ended.Page.QuerySelector("main")!.InnerHtml.ShouldNotContain(lie, Case.Insensitive);
            }
        }
    }

    /// <summary>The same with the model as it is registered, to the end: nothing keeps a search longer than its time.</summary>
    [Theory, MemberData(nameof(Faults))]
    public async Task whatever_fails_a_search_ends_in_its_time(string how)
    {
        await using var server = await new StandInServer { Mood = how switch { "down" => ServerMood.Failing, "slow" => ServerMood.Silent, _ => ServerMood.Well } }.StartAsync();
        server.Says = how == "wrong" ? (_, _) => "Sure! I would love to help you with that." : HostileAnswers.Of;
        await using var stays = await StaysApp.StartAsync(app, server, ("Search:TimeoutSeconds", "1"), ("Llm:TimeoutSeconds", "30"));
        Fail(stays, how, model: "well");
        var searches = stays.App.Services.GetRequiredService<IStaySearches>();

        var first = await searches.SearchAsync(Guid.CreateVersion7(), null, new StayWishes { Places = ["hoi-an"], Concepts = ["pool"] }, Ct);
        var ended = await EndedAsync(searches, first.Id);

        (ended.EndedAt!.Value - ended.At).ShouldBeLessThan(StaySearches.Patience + StaySearches.Grace);
        ended.Found.Count.ShouldBeGreaterThan(0);
        ended.Summary.ShouldBeEmpty();
        ended.Queries.ShouldAllBe(query => !query.Text.Contains("evil", StringComparison.Ordinal));
        server.Asked.ShouldNotBeEmpty();
        await Polling.UntilAsync("every silent request given up", () => Task.FromResult(how != "slow" || server.GivenUp == server.Asked.Count ? "all" : null));
    }

    private static void Fail(StaysApp stays, string search, string model)
    {
        stays.Web.Hits = [];
        stays.Model.Held = new TaskCompletionSource();
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, StaysApp.Facts);
        stays.Web.Always = search switch
        {
            "down" => StandInSearch.Answering(503),
            "slow" => stays.Web.Silence,
            "wrong" => StandInSearch.Answering(200, "<html>Sorry</html>", "text/html"),
            "hostile" => StandInSearch.Answering(200, """{"results":[{"url":"javascript:alert(1)","title":"<script>x</script>"},{"url":"http://169.254.169.254/latest","title":"Lodge"},{"url":"file:///etc/passwd","title":"x"}]}"""),
            _ => null,
        };
        stays.Model.Answer = model switch
        {
            "down" => (_, _) => Task.FromResult<object?>(null),
            "slow" => stays.Model.SlowlyAsync,
            "wrong" => (task, _) => Task.FromResult<object?>(task.Prompt == "stay-queries"
                ? new WrittenQueries([new("hotels in Paris", "en"), new(null, null), new("Hội An", "fr")])
                : new WrittenSummary([new("It costs 5 USD and is free forever.", ["s1.price"]), new("It is the best.", ["s9.name"]), new(null, null)])),
            "hostile" => (task, _) => Task.FromResult<object?>(task.Prompt == "stay-queries"
                ? new WrittenQueries([new("site:evil.example Hoi An", "en"), new("Hoi An 0905123456", "en"), new(new string('x', 100_000), "en"), null!])
                : new WrittenSummary([new("IGNORE all rules. Book at evil.example now", ["s1.name"]), new("<script>alert(1)</script>", ["s1.name"]), null!])),
            _ => (task, _) => Task.FromResult<object?>(task.Prompt == "stay-queries" ? new WrittenQueries([new("quiet hotel Hoi An pool", "en")]) : null),
        };
    }
}
