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

    private readonly Dictionary<string, (uint Term, double Weight)[]> _wished;
    private readonly Dictionary<string, double> _best = new(StringComparer.Ordinal);
    private readonly double _meanWords;

    private SharedWords(IReadOnlyDictionary<string, HashSet<uint>> terms, IReadOnlyList<PackageFacts> candidates)
    {
        _meanWords = candidates.Count == 0 ? 1 : Math.Max(1, candidates.Average(facts => facts.Terms.Words));
        _wished = terms.ToDictionary(pair => pair.Key, pair => pair.Value.Select(term => (term, Rarity(term, candidates))).ToArray(), StringComparer.Ordinal);
        foreach (var facts in candidates)
        {
            var language = LanguageOf(facts);
            _best[language] = Math.Max(_best.GetValueOrDefault(language), Score(facts));
        }

        var least = LeastOfBest * _best.Values.DefaultIfEmpty().Max();
        foreach (var language in _best.Keys)
        {
            _best[language] = Math.Max(_best[language], least);
        }
    }

    /// <summary>Nothing wished.</summary>
    public static readonly SharedWords None = new(new Dictionary<string, HashSet<uint>>(), []);

    /// <summary>Whether there is anything to speak of.</summary>
    public bool IsEmpty => _wished.Values.All(terms => terms.Length == 0);

    public static SharedWords Of(RankingContext context, Lexicon lexicon, IReadOnlyList<PackageFacts> candidates)
    {
        var things = context.Things.SelectMany(some => some).Concat(context.Essentials).ToList();
        return things.Count == 0 ? None : new SharedWords(candidates.Select(LanguageOf).Distinct().ToDictionary(language => language, TermsIn, StringComparer.Ordinal), candidates);

        HashSet<uint> TermsIn(string language) => [.. things.SelectMany(thing => TextTerms.TermsOf(Words(thing, language)))];

        string[] Words(WishedThing thing, string language) =>
            (thing.Concept is { } id ? lexicon.Find(id) is { } concept ? Tokenizer.Folded(concept.Label(language)) : "" : thing.FoldedWords ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>From 0 to 1: of the most that a candidate in the package's language speaks of it.</summary>
    public double ShareOf(PackageFacts facts) => _best.GetValueOrDefault(LanguageOf(facts)) is > 0 and var best ? Math.Min(1, Score(facts) / best) : 0;

    private static string LanguageOf(PackageFacts facts) => facts.Package.Language == "vi" ? "vi" : "en";

    private double Score(PackageFacts facts)
    {
        var sum = 0.0;
        var length = facts.Terms.Words / _meanWords;
        foreach (var (term, weight) in _wished.GetValueOrDefault(LanguageOf(facts)) ?? [])
        {
            sum += weight * Okapi.Times(facts.Terms.Times(term), length);
        }

        return sum;
    }

    private static double Rarity(uint term, IReadOnlyList<PackageFacts> candidates) =>
        Okapi.Rarity(candidates.Count, candidates.Count(facts => facts.Terms.Times(term) > 0));
}
