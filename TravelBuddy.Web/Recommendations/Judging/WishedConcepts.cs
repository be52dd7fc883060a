using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>One thing wished or refused: a concept of the lexicon, or words beyond it.</summary>
public sealed record WishedThing(string? Concept, string? FoldedWords, IReadOnlySet<string> Kin)
{
    /// <summary>Whether a package has something related, such as swimming for a beach.</summary>
    public bool IsNear(PackageFacts facts) => Kin.Any(facts.Concepts.ContainsKey);

    /// <summary>How surely a package has it: 1 stated, less in passing, 0 not told.</summary>
    public double In(PackageFacts facts) => Concept is not null ? facts.Concepts.GetValueOrDefault(Concept)
        : FoldedWords is { Length: > 0 } && facts.FoldedText.Contains($" {FoldedWords} ", StringComparison.Ordinal) ? 1 : 0;

    public bool IsDeniedBy(PackageFacts facts) => Concept is not null && facts.Denies.Contains(Concept);
}

/// <summary>A traveller's language wishes as things to look for in a package's facts.</summary>
public static class WishedConcepts
{
    private static readonly IReadOnlySet<string> NoKin = new HashSet<string>();

    public static IReadOnlyList<WishedThing> Of(ConceptWishes wishes, ConceptKin kin) =>
    [
        .. wishes.Concepts.Distinct().Select(id => new WishedThing(id, null, kin.Of(id))),
        .. wishes.Phrases.Distinct().Select(phrase => new WishedThing(null, string.Join(' ', Tokenizer.Tokens(phrase).Select(token => token.Folded)), NoKin)),
    ];

    /// <summary>By criterion, in criterion order; the criteria that are facts have none.</summary>
    public static IReadOnlyList<IReadOnlyList<WishedThing>> ByCriterion(Wishes wishes, Lexicon lexicon, ConceptKin kin)
    {
        var sorted = SortedWishes.Of(wishes with { Essentials = ConceptWishes.None }, lexicon);
        return [.. Enum.GetValues<Criterion>().Select(criterion => sorted.TryGetValue(criterion, out var some) ? Of(some, kin) : [])];
    }
}
