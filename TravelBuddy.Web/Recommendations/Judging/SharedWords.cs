using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>
/// How much a package speaks of what was wished, in the words of its own language: BM25 (<see cref="Okapi"/>) of the names of the things wished, over words and neighbouring words of its texts,
/// among the candidates. A concept says that a thing is there; this says how much of the text is about it, and hears words that the lexicon does not know.
/// </summary>
public sealed class SharedWords
{
    // Of the best candidate in any language: the best of the few in another language need not be good.
    private const double LeastOfBest = .5;

    // By identity: the same facts have the same words, and records are compared member by member.
    private readonly Dictionary<PackageFacts, double> _shares = new(ReferenceEqualityComparer.Instance);

    private SharedWords(IReadOnlyDictionary<string, HashSet<uint>> terms, IReadOnlyList<PackageFacts> candidates)
    {
        IsEmpty = terms.Values.All(some => some.Count == 0);
        if (IsEmpty)
        {
            return;
        }

        uint[] all = [.. terms.Values.SelectMany(some => some).Distinct()];
        var (times, having) = (new byte[candidates.Count][], new int[all.Length]);
        for (var i = 0; i < times.Length; i++)
        {
            var (own, said) = (candidates[i].Terms, times[i] = new byte[all.Length]);
            for (var t = 0; t < said.Length; t++)
            {
                having[t] += (said[t] = own.Times(all[t])) > 0 ? 1 : 0;
            }
        }

        var weights = terms.ToDictionary(
            pair => pair.Key,
            pair => all.Select((term, t) => pair.Value.Contains(term) ? Okapi.Rarity(candidates.Count, having[t]) : 0).ToArray(),
            StringComparer.Ordinal);
        var meanWords = Math.Max(1, candidates.Average(facts => facts.Terms.Words));
        var scores = new double[candidates.Count];
        var best = terms.Keys.ToDictionary(language => language, _ => 0.0, StringComparer.Ordinal);
        for (var i = 0; i < scores.Length; i++)
        {
            var (language, length) = (LanguageOf(candidates[i]), candidates[i].Terms.Words / meanWords);
            var (said, weight) = (times[i], weights[language]);
            for (var t = 0; t < said.Length; t++)
            {
                scores[i] += said[t] == 0 ? 0 : weight[t] * Okapi.Times(said[t], length);
            }

            best[language] = Math.Max(best[language], scores[i]);
        }

        var least = LeastOfBest * best.Values.Max();
        for (var i = 0; i < scores.Length; i++)
        {
            _shares[candidates[i]] = scores[i] == 0 ? 0 : Math.Min(1, scores[i] / Math.Max(best[LanguageOf(candidates[i])], least));
        }
    }

    /// <summary>Nothing wished.</summary>
    public static readonly SharedWords None = new(new Dictionary<string, HashSet<uint>>(), []);

    /// <summary>Whether there is anything to speak of.</summary>
    public bool IsEmpty { get; }

    public static SharedWords Of(RankingContext context, Lexicon lexicon, IReadOnlyList<PackageFacts> candidates)
    {
        // What costs little is told by its price; folded, "tour giá rẻ" is half of "tour gia đình".
        var things = context.Things.SelectMany(some => some).Concat(context.Essentials).Where(thing => !PriceRanks.IsOfLittle(thing)).ToList();
        return things.Count == 0 || candidates.Count == 0 ? None : new SharedWords(candidates.Select(LanguageOf).Distinct().ToDictionary(language => language, TermsIn, StringComparer.Ordinal), candidates);

        HashSet<uint> TermsIn(string language) => [.. things.SelectMany(thing => TextTerms.TermsOf(Words(thing, language)))];

        string[] Words(WishedThing thing, string language) =>
            (thing.Concept is { } id ? lexicon.Find(id) is { } concept ? Tokenizer.Folded(concept.Label(language)) : "" : thing.FoldedWords ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>From 0 to 1: of the most that a candidate in the package's language speaks of it; 0 for what was no candidate.</summary>
    public double ShareOf(PackageFacts facts) => _shares.GetValueOrDefault(facts);

    private static string LanguageOf(PackageFacts facts) => facts.Package.Language == "vi" ? "vi" : "en";
}
