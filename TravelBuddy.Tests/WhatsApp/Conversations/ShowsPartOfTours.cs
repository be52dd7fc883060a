namespace TravelBuddy.Tests.WhatsApp.Conversations;

/// <summary>Tours of a round that a change of mind cut short: whatever of them left before, or nothing.</summary>
public sealed record ShowsPartOfTours(string Line) : Expectation(Line)
{
    public override IEnumerable<int> Ends(IReadOnlyList<Reply> replies, int at, ShownBefore before, List<string> notes)
    {
        var (_, whole) = ShowsTours.Block(replies, at);
        return Enumerable.Range(at, whole - at + 1).Reverse();
    }
}
