namespace TravelBuddy.Web.Language.Model.Trials;

/// <summary>One labelled line that was tried.</summary>
/// <param name="Heard">What became of the questions that it led to; none where rules alone decide.</param>
/// <param name="Said">Sentences, queries or wishes of the answer that a check can keep or leave out.</param>
/// <param name="Kept">Those of them that it kept.</param>
/// <param name="IsUsed">Whether a traveller would have seen any of it.</param>
public sealed record TrialCase(IReadOnlyList<HeardReply> Heard, int Said, int Kept, bool IsUsed);

/// <summary>A figure that the labels of one use give, in words.</summary>
public sealed record TrialFigure(string Name, string Value);

/// <summary>What trying all of them came to.</summary>
public sealed record TrialResult(string Use, IReadOnlyList<TrialCase> Cases, IReadOnlyList<TrialFigure> Figures, IReadOnlyList<string> Problems)
{
    /// <summary>Everything that was asked.</summary>
    public IReadOnlyList<HeardReply> Heard => [.. Cases.SelectMany(tried => tried.Heard)];
}
