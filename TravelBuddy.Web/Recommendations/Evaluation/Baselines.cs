using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Candidates;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>A package and the score that gave it its place.</summary>
public readonly record struct Scored(string PackageId, double Score);

/// <summary>
/// What the ranking is held against, over the same packages: BM25 of everything a package says against everything a traveller says, and the seven criteria
/// with their weights, renormalised over those wished for, and the hard limits, but each criterion a bag of its field's words.
/// </summary>
public sealed class Baselines(ExchangeRates rates)
{
    private readonly List<Facts> _packages = [];
    private readonly Bm25 _text = new();
    private readonly BagOfWords[] _criteria = [.. Enum.GetValues<Criterion>().Select(_ => new BagOfWords())];

    public void Add(TourPackage package)
    {
        _packages.Add(new Facts(package.Id, package.PriceVnd, package.AvailableFrom, package.AvailableUntil));
        _text.Add(Words.OfAll(package));
        foreach (var criterion in Enum.GetValues<Criterion>())
        {
            _criteria[(int)criterion].Add(WordsOf(package, criterion));
        }
    }

    /// <summary>By BM25; packages that share no word with the query are not in the list.</summary>
    public IReadOnlyList<Scored> ByText(IEnumerable<string> words, int count)
    {
        var scores = _text.Scores(words);
        return Best(Enumerable.Range(0, scores.Length).Where(i => scores[i] > 0), scores, count);
    }

    /// <summary>By <c>Σ w · (cosine + 1) / 2</c> over the criteria that have words.</summary>
    public IReadOnlyList<Scored> ByCriteria(IReadOnlyList<IReadOnlyList<string>> words, Wishes wishes, int count)
    {
        var weights = wishes.Weights ?? VectorLayout.DefaultWeights;
        var sum = weights.Where((_, c) => words[c].Count > 0).Sum();
        var scores = new double[_packages.Count];
        for (var c = 0; c < words.Count && sum > 0; c++)
        {
            if (words[c].Count > 0)
            {
                var cosines = _criteria[c].Cosines(words[c]);
                for (var i = 0; i < scores.Length; i++)
                {
                    scores[i] += weights[c] / sum * (cosines[i] + 1) / 2;
                }
            }
        }

        var limits = new HardLimits(wishes.Budget is { Firm: true } ? BudgetEncoder.LimitVnd(wishes.Budget, rates) : null, wishes.Dates?.From, wishes.Dates?.To);
        return Best(Enumerable.Range(0, scores.Length).Where(i => _packages[i].IsWithin(limits)), scores, count);
    }

    private static IEnumerable<string> WordsOf(TourPackage package, Criterion criterion) => criterion switch
    {
        Criterion.Locations => Words.Of(package.Locations.Select(place => place.Text)),
        Criterion.Duration => Words.OfDays(package.DurationDays),
        Criterion.Budget => Words.OfPrice(package.PriceVnd),
        Criterion.Transportation => Words.Of(package.Transportation),
        Criterion.Food => Words.Of(package.Food),
        Criterion.Activities => Words.Of(package.Activities),
        _ => Words.Of(package.Accommodation, package.Notes),
    };

    private Scored[] Best(IEnumerable<int> packages, double[] scores, int count) =>
        [.. packages.OrderByDescending(i => scores[i]).ThenBy(i => _packages[i].Id, StringComparer.Ordinal).Take(count).Select(i => new Scored(_packages[i].Id, scores[i]))];

    private sealed record Facts(string Id, decimal? PriceVnd, DateOnly? From, DateOnly? Until)
    {
        public bool IsWithin(HardLimits limits) =>
            (limits.MaxPriceVnd is null || PriceVnd is null || PriceVnd <= limits.MaxPriceVnd)
            && (limits.From is null || Until is null || Until >= limits.From)
            && (limits.Until is null || From is null || From <= limits.Until);
    }
}
