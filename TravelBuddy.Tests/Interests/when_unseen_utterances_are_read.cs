using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

/// <summary>Utterances that were annotated without knowing the rules (data/evaluation/utterances.md).</summary>
public sealed class when_unseen_utterances_are_read
{
    private static readonly WishReader Reader = new(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);

    [Theory]
    [InlineData("utterances-dev.txt", 100, .95)]
    [InlineData("utterances-test.txt", 300, .95)]
    public void nineteen_of_twenty_slots_are_right(string file, int atLeast, double share)
    {
        var annotations = SlotAccuracy.Read(file);
        annotations.Count.ShouldBeGreaterThanOrEqualTo(atLeast);

        var accuracy = SlotAccuracy.Of(Reader, annotations);

        TestContext.Current.TestOutputHelper!.WriteLine($"{file}: {accuracy.Right} of {accuracy.Counted} slots, {accuracy.Share:P2}");
        accuracy.Share.ShouldBeGreaterThanOrEqualTo(share, $"{accuracy.Right} of {accuracy.Counted}; wrong:\n{string.Join('\n', accuracy.Wrong.Where(_ => file.Contains("dev", StringComparison.Ordinal)))}");
    }
}
