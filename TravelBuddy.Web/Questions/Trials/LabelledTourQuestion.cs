namespace TravelBuddy.Web.Questions.Trials;

/// <summary>A question about a tour, and words of the passages that answer it; none if its text does not.</summary>
public sealed record LabelledTourQuestion
{
    public required string Id { get; init; }

    /// <summary>The package's id in its provider's feed.</summary>
    public required string Package { get; init; }

    public required string Language { get; init; }
    public required string Question { get; init; }
    public required IReadOnlyList<string> Says { get; init; }

    public bool IsAnsweredBy(Passage passage) => Says.Any(words => passage.Text.Contains(words.Normalize(), StringComparison.OrdinalIgnoreCase));
}
