using TravelBuddy.Web.Questions.Verdicts;

namespace TravelBuddy.Web.Questions;

/// <summary>How a question about a tour was answered.</summary>
public enum TourAnswerKind
{
    /// <summary>The provider's text does not say.</summary>
    NotSaid,

    /// <summary>By a sentence of the text.</summary>
    Quoted,

    /// <summary>In sentences of a model, with the sentences of the text that say it.</summary>
    Told,

    /// <summary>By what a number of the text comes to for the one asked about, with the sentence that names it.</summary>
    Reckoned,
}

/// <summary>An answer: what a model told or was reckoned, if anything, and the passages that say it.</summary>
public sealed record TourAnswer(TourAnswerKind Kind, IReadOnlyList<string> Told, IReadOnlyList<Passage> Quoted)
{
    public static readonly TourAnswer NotSaid = new(TourAnswerKind.NotSaid, [], []);

    /// <summary>The yes or the no that the text gives; null where none was asked for, or it settles none.</summary>
    public Verdict? Verdict { get; init; }
}

/// <summary>An answer that waits to be sent.</summary>
public sealed record KeptAnswer
{
    public required Guid Id { get; init; }
    public required string PackageId { get; init; }
    public required TourAnswer Answer { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A model's answer by the schema of the prompt <c>tour-answer</c>.</summary>
public sealed record ModelTourAnswer(bool Answered, IReadOnlyList<ModelTourSentence> Sentences);

/// <summary>A sentence with the numbers of the passages that say it.</summary>
public sealed record ModelTourSentence(string Text, IReadOnlyList<int> Passages)
{
    /// <summary>The passages that it cites, which count from 1; none where it cites any that was not given.</summary>
    public IReadOnlyList<Passage> Cited(IReadOnlyList<Passage> given) =>
        Passages is { } cited && cited.All(number => number >= 1 && number <= given.Count) ? [.. cited.Distinct().Select(number => given[number - 1])] : []; // A model may leave out what its schema asks for.
}

/// <summary>A model's reasons by the schema of the prompt <c>tour-reasons</c>.</summary>
public sealed record ModelTourReasons(IReadOnlyList<ModelTourSentence> Sentences);
