using TravelBuddy.Web.Interests.Reading.Model;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Web.Encoding;

/// <summary>Vectors of passages and of what is asked of them: those of the embedding model that is set, else of hashed words beside the concepts of the lexicon, in which both languages meet.</summary>
public sealed class PassageVectors(Lexicon lexicon, TextVectors? model)
{
    private const int WordDimensions = 192;
    private const int ConceptDimensions = 192;
    private const float Broader = .5f;
    private static readonly string BuiltInName = $"built-in-{WordDimensions}-{ConceptDimensions}";

    /// <summary>Names what the vectors depend on; vectors of other names are not compared.</summary>
    public string Name => model?.Model ?? BuiltInName;

    /// <summary>The vectors of passages, and the name of what made them: the model that is set, or where it is away what needs nobody.</summary>
    public async Task<(string Name, IReadOnlyList<float[]> Vectors)> OfAsync(IReadOnlyList<string> passages, CancellationToken ct)
    {
        if (model is not null)
        {
            try
            {
                var kept = await model.KeptAsync(TextRole.Passage, passages, ct);
                return (Name, [.. passages.Select(text => kept[text])]);
            }
            catch (EmbeddingException)
            {
                // The rows are known by the other name, and written again when they are asked about next.
            }
        }

        return BuiltInOf(passages);
    }

    /// <summary>Vectors that need nobody and cost nothing.</summary>
    public (string Name, IReadOnlyList<float[]> Vectors) BuiltInOf(IReadOnlyList<string> passages) => (BuiltInName, [.. passages.Select(BuiltIn)]);

    /// <summary>The vector of what is asked; null if the model is away, and words alone must find its passages.</summary>
    public async Task<float[]?> OfQuestionAsync(string text, CancellationToken ct)
    {
        try
        {
            return model is null ? BuiltIn(text) : await model.PassingAsync(PersonalWords.Remove(text), ct);
        }
        catch (EmbeddingException)
        {
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
