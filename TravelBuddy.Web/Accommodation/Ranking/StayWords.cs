using System.Collections.Concurrent;
using System.Numerics.Tensors;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>
/// How far houses say what was wished for in words that no concept stands for: what they say of themselves is compared with those words by the encoder, clause by clause. Whoever embeds texts may be slow
/// or away; then no house says it.
/// </summary>
public sealed partial class StayWords
{
    /// <summary>A search waits so long for vectors; those of houses are made all the same, for the next one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>So many clauses' vectors are kept.</summary>
    private const int MostKept = 20_000;

    /// <summary>The clauses of so many searches are embedded together.</summary>
    private const int Together = 16;

    private readonly PassageVectors _vectors;
    private readonly GatheredWork<IReadOnlyList<string>> _embedding;
    private readonly ConcurrentDictionary<string, float[]> _kept = new(StringComparer.Ordinal);

    public StayWords(PassageVectors vectors)
    {
        _vectors = vectors;
        _embedding = new GatheredWork<IReadOnlyList<string>>(EmbedAsync, Together);
    }

    /// <summary>What was found of earlier words for the houses near, and what they say of those of now.</summary>
    public async Task<IReadOnlyDictionary<string, double>> SaidAsync(StayWishes wishes, IReadOnlyList<Stay> near, CancellationToken ct)
    {
        var said = near.Where(stay => wishes.Said.ContainsKey(stay.Id)).ToDictionary(stay => stay.Id, stay => wishes.Said[stay.Id], StringComparer.Ordinal);
        if (wishes.Words.Count == 0)
        {
            return said;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            foreach (var (id, now) in await CompareAsync(wishes.Words, wishes.Language, near, patience.Token))
            {
                said[id] = Math.Max(now, said.GetValueOrDefault(id));
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Without them, as if nothing had been written beyond the lexicon.
        }

        return said;
    }

    private async Task<IReadOnlyList<(string StayId, double Said)>> CompareAsync(IReadOnlyList<string> words, string language, IReadOnlyList<Stay> near, CancellationToken ct)
    {
        // Words without diacritics are compared with what is written without them.
        var isPlain = language == "vi" && !words.Any(TextFolding.HasDiacritics);
        var clauses = near.SelectMany(stay => ClausesOf(stay, language, isPlain).Select(text => (stay.Id, Text: text))).ToList();
        await KnowAsync([.. clauses.Select(clause => clause.Text).Distinct(StringComparer.Ordinal)], ct);
        var known = clauses.Select(clause => (clause.Id, Vector: _kept.GetValueOrDefault(clause.Text)!)).Where(clause => clause.Vector is not null).ToList();
        var asked = await Task.WhenAll(words.Select(phrase => _vectors.OfQuestionAsync(phrase, Timeout.InfiniteTimeSpan, ct)));
        return [.. asked.Where(phrase => phrase.Name == _vectors.Name).Select(phrase => phrase.Vector).SelectMany(phrase => Standing.Out([.. known.Select(clause => Likeness(phrase, clause.Vector))]).Select((said, i) => (known[i].Id, said))).Where(each => each.said > 0)];
    }

    /// <summary>Waits until these have vectors, or whoever makes them has failed.</summary>
    private Task KnowAsync(IReadOnlyList<string> texts, CancellationToken ct) =>
        texts.Where(text => !_kept.ContainsKey(text)).ToList() is { Count: > 0 } missing ? _embedding.AddAsync(missing).WaitAsync(ct) : Task.CompletedTask;

    private async Task EmbedAsync(IReadOnlyList<IReadOnlyList<string>> wanted)
    {
        string[] texts = [.. wanted.SelectMany(each => each).Distinct(StringComparer.Ordinal).Where(text => !_kept.ContainsKey(text))];
        var (name, made) = await _vectors.OfAsync(texts, Timeout.InfiniteTimeSpan, CancellationToken.None);
        if (name != _vectors.Name)
        {
            return;
        }

        if (_kept.Count + texts.Length > MostKept)
        {
            _kept.Clear();
        }

        foreach (var (text, vector) in texts.Zip(made))
        {
            _kept[text] = vector;
        }
    }

    private static IEnumerable<string> ClausesOf(Stay stay, string language, bool isPlain) =>
        Ends().Split(stay.Words(language) ?? "").Where(clause => clause.Length > 0 && !Denial().IsMatch(clause)).Select(clause => isPlain ? TextFolding.Fold(clause) : clause);

    /// <summary>A server may change its model under the same name.</summary>
    private static float Likeness(float[] one, float[] other) => one.Length == other.Length ? TensorPrimitives.CosineSimilarity(one, other) : 0;

    [GeneratedRegex(@"[.;:!?…\n]+\s*|,\s+")]
    private static partial Regex Ends();

    // What a clause denies is near to it in every encoder.
    [GeneratedRegex(@"\b(?:no|not|never|without|nobody|none|không|chưa|chẳng)\b|n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();
}
