using TravelBuddy.Web.Questions.Verdicts;

namespace TravelBuddy.Web.Questions;

/// <summary>What was asked of a tour, in ids of topics and things: enough to ask the same of another tour, and none of the words.</summary>
public sealed record AskedOfTours(IReadOnlyList<string> Topics, IReadOnlyList<string> Concepts)
{
    /// <summary>What a yes would say; null where none was asked for.</summary>
    public AskedHow? How { get; init; }

    /// <summary>Whether the contrary of a topic was asked for: a bathroom that is shared.</summary>
    public bool ForShared { get; init; }
}
