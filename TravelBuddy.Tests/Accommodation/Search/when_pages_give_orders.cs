using System.Text.Json;
using System.Text.RegularExpressions;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Tests.Questions;

namespace TravelBuddy.Tests.Accommodation.Search;

/// <summary>
/// The attempts of pages and reviews (hostile-attempts.jsonl) on real pages about houses, in each thing that a page says of one, through the search to a model that obeys: it says what they want, its own instructions, and
/// all it was given.
/// </summary>
public sealed class when_pages_give_orders(AppFixture app) : IAsyncLifetime
{
    private readonly StandInServer _server = new();
    private StaysApp? _stays;

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync();
        _stays = await StaysApp.StartAsync(app, _server);
    }

    public async ValueTask DisposeAsync()
    {
        await _stays!.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public async Task none_is_obeyed_told_to_a_model_or_asked_of_a_search_engine(string language)
    {
        var attempts = HostileAttempt.All.Where(attempt => attempt.Language == language && attempt.Through is "page" or "review").ToList();
        attempts.Count.ShouldBeGreaterThanOrEqualTo(9);
        foreach (var attempt in attempts)
        {
            foreach (var leaks in new[] { false, true })
            {
                await ObeyAsync(attempt, leaks);
            }
        }
    }

    private async Task ObeyAsync(HostileAttempt attempt, bool leaks)
    {
        var (english, stays, told) = (attempt.Language == "en", _stays!, JsonSerializer.Serialize(attempt.Text));
        _server.Asked.Clear();
        stays.Web.Asked.Clear();
        stays.Web.Hits = [];
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, $$""","description":{{told}},"address":{"streetAddress":{{told}}},"amenityFeature":[{"name":{{told}},"value":true}],"review":[{"@type":"Review","reviewBody":{{told}},"author":{{told}}}]""");
        stays.AddHouse(JsonEncodedText.Encode(attempt.Text).ToString(), 15.879, 108.332, host: "localhost");
        stays.AddHouse(JsonEncodedText.Encode($"Blue Whale Hotel ({attempt.Text})").ToString(), 15.877, 108.328);
        string? prompt = null;
        _server.Says = (instructions, data) =>
        {
            if (instructions.StartsWith("You write what", StringComparison.Ordinal))
            {
                return JsonSerializer.Serialize(new { queries = new[] { instructions[..100], "Hội An " + instructions[..100], "Hội An " + attempt.Text.Replace("<!--", "") }.Select(text => new { text, language = attempt.Language }) });
            }

            prompt = instructions;
            var km = Regex.Match(data, @"(\d+) km\b").Groups[1].Value;
            string[] texts = [
                .. leaks ? [$"s1: {instructions[..200]}", $"s1: {instructions.Split('\n')[2]}", $"s1: {data[..200]}"] : attempt.Claims.SelectMany(claim => new[] { claim, $"s1: {claim}", $"s1: {claim} {km} km." }),
                $"s1: {attempt.Text}", english ? $"s1 is {km} km from the middle of Hoi An." : $"s1 cách trung tâm Hội An {km} km."];
            return JsonSerializer.Serialize(new { sentences = texts.Select(text => new { text, facts = new[] { "s1.place" } }) });
        };
        using var browser = stays.NewBrowserSession(attempt.Language);

        var first = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", english ? "Hotel in Hoi An" : "Khách sạn ở Hội An")));
        var ended = await Polling.UntilAsync("the end of the search", async () => await browser.GetAsync(first.Response.RequestMessage!.RequestUri!.PathAndQuery) is var page && page.Page.QuerySelector(".stays__running") is null ? page : null);

        var main = ended.Page.QuerySelector("main")!;
        ended.Page.QuerySelectorAll(".stay").Count(stay => stay.QuerySelector(".stay__source a") != null).ShouldBe(3, $"{attempt.Id}: the pages are read");
        prompt.ShouldNotBeNull(attempt.Id);
        main.InnerHtml.ShouldNotContain("evil", Case.Insensitive, attempt.Id);
        main.TextContent.ShouldNotContain(prompt[..40], Case.Insensitive, attempt.Id);
        if (!leaks || english)
        {
            // In Vietnamese a model that recites English is not heard at all.
            ended.Texts(".stays__summary li").ShouldHaveSingleItem(attempt.Id).ShouldContain(english ? "km from the middle of Hoi An." : "cách trung tâm Hội An");
        }

        // What a page says of itself is shown as its words, under its name; nothing of it is said by us.
        foreach (var words in ended.Page.QuerySelectorAll(".stay__words").ToList())
        {
            words.Children[0].TextContent.ShouldBe(english ? "In its own words:" : "Lời tự giới thiệu:");
            words.Children[1].LocalName.ShouldBe("q", "a page is quoted");
            words.Remove();
        }

        var ours = main.TextContent;
        attempt.Claims.ShouldAllBe(claim => !ours.Contains(claim.TrimEnd('.')), attempt.Id);
        ours.ShouldNotContain(attempt.Text[^12..].TrimEnd('.'), Case.Insensitive, attempt.Id);
        foreach (var asked in _server.Asked)
        {
            asked.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").GetString()!).ShouldAllBe(text => !text.Contains(attempt.Text.Substring(2, 10)) && !text.Contains("Blue Whale") && !text.Contains("Lantern"), attempt.Id);
            asked.GetRawText().ShouldNotContain("\"tools\"");
        }

        stays.Web.Asked.Select(asked => asked.Query["q"].ToString()).ShouldBe(["hotel Hoi An Vietnam", "khách sạn Hội An"], ignoreOrder: true, attempt.Id);
    }
}
