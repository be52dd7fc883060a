using Marten;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Embeddings;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// Places, lengths and budgets as <see cref="BuiltInEncoder"/> has them; the language criteria by a model of texts. Concepts' names in both languages are
/// embedded once and kept, so that a wish needs the model only for words beyond the lexicon; should it fail then, those words are left out of the search.
/// </summary>
public sealed class ModelEncoder(BuiltInEncoder facts, TextVectors texts, Lexicon lexicon, Gazetteer gazetteer, EncodingOptions options, IDocumentStore store, ILogger<ModelEncoder> log) : IEncoder
{
    private const string Version = "1";

    /// <summary>The language criteria.</summary>
    public static readonly IReadOnlyList<Criterion> Criteria = [Criterion.Transportation, Criterion.Food, Criterion.Activities, Criterion.Accommodation];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Ready? _ready;

    public string Id { get; } = $"{texts.Model}-{Version}-{facts.Id}";

    /// <summary>The model's name and version.</summary>
    public string Model => texts.Model;

    public int BatchSize => 64;

    public async Task PrepareAsync(Func<CancellationToken, Task<IReadOnlyList<TourPackage>>> sample, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<EncoderCalibration>(Id, ct) is null)
        {
            session.Store(await new ModelCalibration(Id, texts, lexicon, gazetteer).OverAsync(await sample(ct), ct));
            await session.SaveChangesAsync(ct);
        }

        await ReadyAsync(ct);
    }

    public async ValueTask<IReadOnlyList<float[]>> EncodeAsync(IReadOnlyList<TourPackage> packages, CancellationToken ct)
    {
        var ready = await ReadyAsync(ct);
        var offered = packages.Select(package => OfferedTexts.Of(package, lexicon, gazetteer)).ToList();
        var vectors = await texts.KeptAsync(TextRole.Passage, offered.SelectMany(of => of.Values).SelectMany(of => of.Texts), ct);
        var features = ready.Blocks.ToDictionary(
            block => block.Criterion,
            block => offered.SelectMany(of => of[block.Criterion].Texts).Distinct(StringComparer.Ordinal).ToDictionary(text => text, text => block.Feature(TextRole.Passage, Checked(vectors[text], ready.Width)), StringComparer.Ordinal));
        var encoded = new float[packages.Count][];
        Parallel.For(0, packages.Count, new ParallelOptions { CancellationToken = ct }, i =>
        {
            encoded[i] = new float[VectorLayout.Dimensions];
            facts.EncodeFacts(packages[i], encoded[i]);
            foreach (var block in ready.Blocks)
            {
                var of = offered[i][block.Criterion];
                block.Encode(
                    [.. of.Texts.Select(text => (features[block.Criterion][text], 1.0)), .. of.Concepts.Select(concept => (ready.Offered[concept.Concept], concept.Strength))],
                    of.Stated,
                    VectorLayout.BlockOf(encoded[i], block.Criterion));
            }
        });
        return encoded;
    }

    public async ValueTask<EncodedWishes> EncodeAsync(Wishes wishes, CancellationToken ct)
    {
        var ready = await ReadyAsync(ct);
        var sorted = SortedWishes.Of(wishes, lexicon);
        var phrases = await PhrasesAsync([.. Criteria.SelectMany(criterion => sorted[criterion].Phrases).Where(phrase => !string.IsNullOrWhiteSpace(phrase)).Distinct()], ready.Width, ct);
        return new EncodedWishes([
            .. facts.EncodeFacts(wishes),
            .. ready.Blocks.Select(block => (IReadOnlyList<float[]>)[
                .. sorted[block.Criterion].Concepts.Distinct().Where(ready.Wished.ContainsKey).Select(concept => ready.Wished[concept]),
                .. sorted[block.Criterion].Phrases.Distinct().Where(phrases.ContainsKey).Select(phrase => block.Query(block.Feature(TextRole.Query, phrases[phrase])))])]);
    }

    private async Task<Dictionary<string, float[]>> PhrasesAsync(IReadOnlyList<string> phrases, int width, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        var vectors = await Task.WhenAll(phrases.Select(async phrase =>
        {
            try
            {
                return Checked(await texts.PassingAsync(PersonalWords.Remove(phrase), patience.Token), width);
            }
            catch (Exception problem) when (problem is EmbeddingException or OperationCanceledException && !ct.IsCancellationRequested)
            {
                return null;
            }
        }));
        var failed = vectors.Count(vector => vector is null);
        if (failed > 0)
        {
            log.LogWarning("{Failed} of {Phrases} phrases of a wish could not be embedded with {Encoder} and were left out", failed, phrases.Count, Id);
        }

        return phrases.Select((phrase, i) => (phrase, Vector: vectors[i])).Where(entry => entry.Vector is not null).ToDictionary(entry => entry.phrase, entry => entry.Vector!);
    }

    /// <summary>A server may change its model under the same name.</summary>
    private static float[] Checked(float[] vector, int width) =>
        vector.Length == width ? vector : throw new EmbeddingException(EmbeddingFault.WrongAnswer, $"{vector.Length} numbers a vector, not {width}");

    private async ValueTask<Ready> ReadyAsync(CancellationToken ct)
    {
        if (_ready is { } known)
        {
            return known;
        }

        await _loading.WaitAsync(ct);
        try
        {
            return _ready ??= await LoadAsync(ct);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<Ready> LoadAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var calibration = await session.LoadAsync<EncoderCalibration>(Id, ct) ?? throw new InvalidOperationException($"{Id} is not calibrated.");
        var blocks = calibration.Criteria.Select(of => new ModelBlock(of, calibration.Width, options.UnknownOf(of.Criterion))).ToList();
        var wished = await ConceptNames.FeaturesAsync(texts, TextRole.Query, lexicon, blocks, ct);
        return new Ready(
            calibration.Width,
            blocks,
            await ConceptNames.FeaturesAsync(texts, TextRole.Passage, lexicon, blocks, ct),
            wished.ToDictionary(entry => entry.Key, entry => blocks.Single(block => block.Criterion == PackageConcepts.CriterionOf(lexicon.Find(entry.Key)!.Kind)).Query(entry.Value, entry.Key), StringComparer.Ordinal));
    }

    /// <param name="Offered">Concepts as a package offers them.</param>
    /// <param name="Wished">Concepts as queries.</param>
    private sealed record Ready(int Width, IReadOnlyList<ModelBlock> Blocks, IReadOnlyDictionary<string, float[]> Offered, IReadOnlyDictionary<string, float[]> Wished);
}
