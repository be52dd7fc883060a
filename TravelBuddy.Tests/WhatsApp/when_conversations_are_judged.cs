using TravelBuddy.Tests.WhatsApp.Conversations;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_conversations_are_judged
{
    private const string Head = "name: A\nlanguage: en\nwho: somebody\nshows: something\n\n";

    private static readonly ShownBefore NothingBefore = new([], [], []);

    [Theory]
    [InlineData("> hello\n< sings\n", "7")]
    [InlineData("> hello\n< says Hooray\n", "7")]
    [InlineData("> hello\n< tours; all in Atlantis\n", "7")]
    [InlineData("> hello\n< tours; fine\n", "7")]
    [InlineData("> hello\nhello\n", "7")]
    [InlineData("> [dances]\n< nothing\n", "6")]
    [InlineData("> hello\n< nothing\n< says Welcome\n", "8")]
    [InlineData("> hello\n\n", "6")]
    [InlineData("< says Welcome\n", "6")]
    public void a_line_that_is_not_of_the_language_is_refused_with_its_place(string lines, string number) =>
        Should.Throw<FormatException>(() => Script.Read("talk.txt", Head + lines)).Message.ShouldStartWith($"talk.txt:{number}: ");

    [Fact]
    public async Task every_reply_is_accounted_for_in_order()
    {
        (await FaultsAsync("says Thanks\n< says FeedbackQuestion", Phrases.Thanks.En, Phrases.FeedbackQuestion.En)).ShouldBeEmpty();
        (await FaultsAsync("says Thanks\n< maybe says FeedbackQuestion", Phrases.Thanks.En)).ShouldBeEmpty();
        (await FaultsAsync("nothing")).ShouldBeEmpty();
        (await FaultsAsync("nothing", Phrases.Thanks.En)).ShouldHaveSingleItem().ShouldContain("one message too many");
        (await FaultsAsync("says Thanks", Phrases.Thanks.En, Phrases.AllRight.En)).ShouldHaveSingleItem().ShouldContain("one message too many");
        (await FaultsAsync("says Thanks\n< says FeedbackQuestion", Phrases.Thanks.En)).ShouldHaveSingleItem().ShouldContain("nothing more was said");
        (await FaultsAsync("says Thanks\n< says FeedbackQuestion", Phrases.FeedbackQuestion.En, Phrases.Thanks.En)).ShouldHaveSingleItem().ShouldContain("says Thanks");
        (await FaultsAsync("tours", Phrases.Thanks.En)).ShouldHaveSingleItem().ShouldContain("tours");
    }

    [Fact]
    public async Task the_language_and_words_that_must_not_be_said_are_looked_at()
    {
        (await FaultsAsync("says Thanks", Phrases.Thanks.Vi)).ShouldHaveSingleItem().ShouldContain("the chat is in “en”");
        (await FaultsAsync("in Vietnamese\n< says Thanks", Phrases.Thanks.Vi)).ShouldBeEmpty();
        (await FaultsAsync("says Thanks\n< not \"welcome\"", Phrases.Thanks.En)).ShouldHaveSingleItem().ShouldContain("welcome");
        (await FaultsAsync("says NearYou with \"hoi an\"", Phrases.NearYou.In("en", "Hội An"))).ShouldBeEmpty();
        (await FaultsAsync("says NearYou with \"hue\"", Phrases.NearYou.In("en", "Hội An"))).ShouldHaveSingleItem();
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(string expected, params string[] said)
    {
        var replies = new List<Reply>();
        foreach (var text in said)
        {
            var bubble = new Bubble { Id = Guid.NewGuid(), FromPerson = false, At = DateTimeOffset.UtcNow, State = DeliveryState.Sent, Text = [new Run(text)] };
            replies.Add(await Reply.ReadAsync(bubble, _ => throw new InvalidOperationException("No list is shown.")));
        }

        return Judge.Faults(Script.Read("talk.txt", $"{Head}> hello\n< {expected}\n").Turns[0], replies, NothingBefore);
    }
}
