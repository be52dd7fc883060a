namespace TravelBuddy.Web.Language.Model;

/// <summary>What became of a question to a model, or of one server's part in it.</summary>
public enum ModelOutcome
{
    /// <summary>An answer that can be used.</summary>
    Answered,

    /// <summary>The same question was answered a short while ago.</summary>
    Remembered,

    /// <summary>There is no prompt of that name.</summary>
    NoPrompt,

    /// <summary>The day's tokens, money or seconds are spent.</summary>
    OverBudget,

    /// <summary>No answer in time.</summary>
    Slow,

    /// <summary>It could not be reached, or broke off.</summary>
    Unreachable,

    /// <summary>It asked to be left alone for a while.</summary>
    Busy,

    /// <summary>It failed by itself.</summary>
    Failed,

    /// <summary>It refused the request, in whatever shape.</summary>
    Refused,

    /// <summary>The question is longer than it can read.</summary>
    TooLong,

    /// <summary>The answer ended before it was complete.</summary>
    CutOff,

    /// <summary>The answer does not keep to its schema.</summary>
    NotInSchema,

    /// <summary>The answer is in another language than was asked for.</summary>
    WrongLanguage,
}

/// <summary>A question's end: the answer if one can be used, what became of it, by which model, and how long it took.</summary>
public sealed record ModelReply<T>(T? Answer, ModelOutcome Outcome, string? Model, TimeSpan Took)
    where T : class;
