namespace TravelBuddy.Web.Language.Model.Trials;

/// <summary>One use that a feature makes of language models, to be measured: it has labelled words go the way that travellers' words go, and says what came of it.</summary>
public interface IModelTrial
{
    /// <summary>What the use is called: <c>answers</c>.</summary>
    string Use { get; }

    /// <summary>Its labelled lines: a file below <c>data/</c>.</summary>
    string Set { get; }

    /// <summary>Tries the first lines of a file of that form.</summary>
    Task<TrialResult> RunAsync(string path, int most, CancellationToken ct);
}
