using System.Diagnostics;
using TravelBuddy.Tests.Accommodation.Search;
using TravelBuddy.Tests.Accommodation.WebSearch;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Every use of a language model, and the search engine, through one chat: whatever becomes of them, who writes is answered.</summary>
public sealed class when_models_and_search_fail_in_a_chat(AppFixture app)
{
    /// <summary>Five seconds are promised and told in the output; a busy machine is given more, yet less than whoever waits for a silent server takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData("down"), InlineData("slow"), InlineData("wrong"), InlineData("hostile")]
    public async Task every_request_is_answered_all_the_same(string how)
    {
        await using var server = await new StandInServer { Mood = how switch { "down" => ServerMood.Failing, "slow" => ServerMood.Silent, _ => ServerMood.Well } }.StartAsync();
        server.Says = how == "wrong" ? (_, _) => "Sure! I would love to help you with that." : HostileAnswers.Of;
        await using var stays = await StaysApp.StartAsync(app, server, ("Search:TimeoutSeconds", "1"), ("Llm:TimeoutSeconds", "30"));
        stays.Web.Always = how switch
        {
            "down" => StandInSearch.Answering(503),
            "slow" => stays.Web.Silence,
            "wrong" => StandInSearch.Answering(200, "<html>Sorry</html>", "text/html"),
            _ => StandInSearch.Answering(200, """{"results":[{"url":"javascript:alert(1)","title":"<script>x</script>"},{"url":"http://169.254.169.254/latest","title":"Lodge at evil.example"}]}"""),
        };
        var phone = await ChatPhone.SwitchOnAsync(stays.App.Services);
        await phone.SayAsync("help");
        await phone.AnswerAsync("the help", _ => true);

        await AskAsync("3 days in Hoi An for two, something quiet with lanterns and seafood", b => b.Buttons.Count == 3);
        await phone.ListAsync();
        await AskAsync("is the boat of number 1 safe for a toddler?", b => b.Rows.Count == 0);
        await AskAsync("a quiet hotel in Hoi An with a pool and old furniture", b => b.Rows.Count > 0);
        await AskAsync("what is your favourite colour?", b => b.Rows.Count == 0 && b.Buttons.Count == 0);

        server.Asked.ShouldNotBeEmpty();
        foreach (var lie in HostileAnswers.Lies)
        {
            (await phone.BubblesAsync()).Where(b => !b.FromPerson).ShouldAllBe(b => !ChatPhone.Text(b).Contains(lie, StringComparison.OrdinalIgnoreCase));
        }

        async Task AskAsync(string text, Func<Bubble, bool> isAnswer)
        {
            var before = (await phone.BubblesAsync()).Select(b => b.Id).ToHashSet();
            var watch = Stopwatch.StartNew();
            await phone.SayAsync(text);
            await phone.AnswerAsync($"an answer to “{text}”", b => !before.Contains(b.Id) && isAnswer(b));
            TestContext.Current.TestOutputHelper?.WriteLine($"{text}: {watch.Elapsed.TotalSeconds:0.0} s");
            watch.Elapsed.ShouldBeLessThan(Patience, text);
        }
    }
}
