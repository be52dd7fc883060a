using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Embeddings;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Encoding;

/// <summary>Vectors of passages and of what is asked of them: those of the embedding model that is set, else of hashed words beside the concepts of the lexicon, in which both languages meet.</summary>
public sealed class PassageVectors(Lexicon lexicon, TextVectors? model, TimeProvider time)
{
    /// <summary>A model that failed, or was waited for so long in vain, is asked nothing for a pause. Whoever could wait less says nothing of it.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(.5), Pause = TimeSpan.FromSeconds(15);

    private const int WordDimensions = 192;
    private const int ConceptDimensions = 192;
    private const float Broader = .5f;
    private static readonly string BuiltInName = $"built-in-{WordDimensions}-{ConceptDimensions}";

    private long _awayUntil;

    /// <summary>Names what the vectors depend on; vectors of other names are not compared.</summary>
    public string Name => model?.Model ?? BuiltInName;

    /// <summary>The vectors of passages, and the name of what made them: the model that is set, or where it is away or takes longer what needs nobody.</summary>
    public async Task<(string Name, IReadOnlyList<float[]> Vectors)> OfAsync(IReadOnlyList<string> passages, TimeSpan within, CancellationToken ct)
    {
        // Goes on when nobody waits any more: what it makes is kept, and there when the rows, known by the other name, are written again.
        var kept = model is null ? null : await WithinAsync(() => model.KeptAsync(TextRole.Passage, passages, CancellationToken.None), within, ct);
        return kept is null ? BuiltInOf(passages) : (Name, [.. passages.Select(text => kept[text])]);
    }

    /// <summary>Vectors that need nobody and cost nothing.</summary>
    public (string Name, IReadOnlyList<float[]> Vectors) BuiltInOf(IReadOnlyList<string> passages) => (BuiltInName, [.. passages.Select(BuiltIn)]);

    /// <summary>The vector of what is asked by whatever made <paramref name="name"/>'s vectors, since no other can be compared with them; null where that is away, or takes longer.</summary>
    public async Task<float[]?> OfQuestionAsync(string text, string name, TimeSpan within, CancellationToken ct) =>
        name == BuiltInName ? BuiltIn(text)
        : name == model?.Model ? await WithinAsync(() => model.PassingAsync(PersonalWords.Remove(text), ct).AsTask(), within, ct)
        : null;

    /// <summary>What a model makes; null where it is away, or not done in time.</summary>
    private async Task<T?> WithinAsync<T>(Func<Task<T>> make, TimeSpan within, CancellationToken ct)
        where T : class
    {
        if (within <= TimeSpan.Zero || time.GetTimestamp() < Volatile.Read(ref _awayUntil))
        {
            return null;
        }

        try
        {
            return await make().WaitAsync(within, ct);
        }
        catch (Exception problem) when (problem is EmbeddingException or TimeoutException)
        {
            if (problem is EmbeddingException || within >= Slow)
            {
                Volatile.Write(ref _awayUntil, time.GetTimestamp() + (long)(Pause.TotalSeconds * time.TimestampFrequency));
            }

            return null;
        }
    }

    private float[] BuiltIn(string text)
    {
        var vector = new float[WordDimensions + ConceptDimensions];
        HashedText.Phrase(text, WordDimensions).CopyTo(vector, 0);
        var concepts = vector.AsSpan(WordDimensions);
        foreach (var concept in lexicon.FindIn(text).Select(match => match.Value).Distinct())
        {
            HashedText.AddDirection(concept.Id, concepts, 1);
            foreach (var broader in concept.Broader)
            {
                HashedText.AddDirection(broader, concepts, Broader);
            }
        }

        HashedText.Normalise(concepts);
        HashedText.Normalise(vector);
        return vector;
    }
}
