namespace TravelBuddy.Web.Language.Model;

/// <summary>
/// The language model as features ask it. Whoever asks has an answer of their own for when none comes: no model is configured, the budget is spent, it is slow, away, or says what does not
/// fit. What it says is untrusted: the type has the shape, the feature checks the content.
/// </summary>
public interface ILanguageModel
{
    /// <summary>Whether one is configured.</summary>
    bool IsConfigured { get; }

    /// <summary>Asks and reads the answer as JSON of <typeparamref name="T"/>; null if none came that can be used. Throws only when <paramref name="ct"/> ends.</summary>
    Task<T?> AskAsync<T>(ModelTask task, CancellationToken ct)
        where T : class;
}

/// <summary>Something to ask a model.</summary>
/// <param name="Prompt">Name of the versioned prompt, such as <c>stay-queries</c>.</param>
/// <param name="Language">Language of the answer: "en" or "vi".</param>
/// <param name="Input">What the prompt is filled with, given to the model as data, never as words of the prompt. Personal data in it is taken out before it leaves.</param>
/// <param name="Payer">Whose daily budget pays: a traveller, or a person; a traveller's person where one is known. Null where nobody's does.</param>
/// <param name="Within">How long the answer may take; null for the time of the settings.</param>
public sealed record ModelTask(string Prompt, string Language, object Input, Guid? Payer = null, TimeSpan? Within = null)
{
    /// <summary>How long a page waits for models, however many it asks: whoever opens it has it within five seconds.</summary>
    public static readonly TimeSpan ForPages = TimeSpan.FromSeconds(3);
}
