using TravelBuddy.Ranking;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations.Candidates;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Recommendations;

/// <summary>Candidates and their judgement for one form of the wishes.</summary>
public sealed record Judged(IReadOnlyList<JudgedPackage> Packages, bool WithoutWishes);

/// <summary>Wishes to judged packages: encodes, finds candidates for every branch, scores exactly, adjusts by facts.</summary>
public sealed class RankingEngine(ICatalog catalog, Lexicon lexicon, IEncoder encoder, ICandidates candidates, PackageFactsCache facts, PlaceReach reach, ConceptKin kin, RecommendationOptions options)
{
    /// <summary>Enough packages without an exclusion to leave those with it out altogether.</summary>
    private const int EnoughWithoutExcluded = 10;

    /// <summary>Enough packages at a wished place to leave those that go elsewhere out altogether.</summary>
    private const int EnoughAtPlace = 3;

    /// <summary>Judged packages, best adjusted score first. All weights zero throws <see cref="ArgumentException"/>.</summary>
    public async Task<Judged> JudgeAsync(Wishes wishes, int count, CancellationToken ct)
    {
        var depth = Math.Max(options.Depth, 2 * count);
        var best = new Dictionary<string, (int Branch, int At, double Score)>(StringComparer.Ordinal);
        var branches = WishBranches.Of(wishes, lexicon);
        var probes = branches.Select(branch => ProbeOf(branch, catalog.Rates)).ToList();
        var found = new List<ScoredCandidates>(probes.Count);
        for (var b = 0; b < probes.Count; b++)
        {
            var scored = await candidates.FindAsync(probes[b], depth, ct);
            found.Add(scored);
            for (var i = 0; i < scored.Ids.Count; i++)
            {
                if (!best.TryGetValue(scored.Ids[i], out var other) || scored.Scores[i] > other.Score)
                {
                    best[scored.Ids[i]] = (b, i, scored.Scores[i]);
                }
            }
        }

        var contexts = branches.Select(branch => RankingContext.Of(branch, reach, catalog.Gazetteer, lexicon, kin, catalog.Rates)).ToList();
        var ids = best.OrderByDescending(pair => pair.Value.Score).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(depth).Select(pair => pair.Key).ToList();
        var known = await facts.OfAsync(ids, ct);
        var judged = new List<JudgedPackage>(ids.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            if (known[i] is { } package)
            {
                var (branch, at, score) = best[ids[i]];
                judged.Add(Judge(contexts[branch], probes[branch], package, score, found[branch].SimilaritiesOf(at)));
            }
        }

        return new Judged([.. UnknownFacts.BelowFitting(FirstPlaces.ForAnswers(AtPlaceIfEnough(WithoutExcluded(judged)))).OrderByDescending(package => package.AdjustedScore)], probes.All(probe => probe.Query.IsEmpty));
    }

    private static JudgedPackage Judge(RankingContext context, Probe probe, PackageFacts package, double score, ReadOnlySpan<float> similarities)
    {
        var assessment = Assessment.Of(context, package);
        var weights = probe.Query.EffectiveWeights;
        var adjusted = (score + Adjustment.Of(context, assessment, package, similarities, weights)) / (1 + Adjustment.Most(context, weights));
        return new JudgedPackage(context, package, assessment, adjusted, similarities.ToArray());
    }

    /// <summary>What the traveller does not want and the package plainly has is left out while enough others remain.</summary>
    private static IReadOnlyList<JudgedPackage> WithoutExcluded(List<JudgedPackage> judged)
    {
        var without = judged.Where(package => !package.Found.ExcludedSurely).ToList();
        return without.Count >= EnoughWithoutExcluded ? without : judged;
    }

    /// <summary>A tour to somewhere else is no answer while there are tours to the place.</summary>
    private static IReadOnlyList<JudgedPackage> AtPlaceIfEnough(IReadOnlyList<JudgedPackage> judged)
    {
        var atPlace = judged.Where(package => package.Context.Places.Count == 0 || package.Found.PlacesHit.Count > 0 || package.Found.PlaceNear || package.Facts.Places.Count == 0).ToList();
        return atPlace.Count(package => package.Found.PlacesHit.Count > 0) >= EnoughAtPlace ? atPlace : judged;
    }

    private Probe ProbeOf(Wishes wishes, ExchangeRates rates)
    {
        var encoded = encoder.Encode(wishes);
        var query = new RankingQuery(VectorLayout.Blocks, [.. wishes.Weights ?? VectorLayout.DefaultWeights]);
        for (var c = 0; c < encoded.Alternatives.Count; c++)
        {
            foreach (var alternative in encoded.Alternatives[c])
            {
                query.AddAlternative(c, alternative);
            }
        }

        var limit = wishes.Budget is { Firm: true } ? BudgetEncoder.LimitVnd(wishes.Budget, rates) : null;
        return new Probe(encoded, query, new HardLimits(limit, wishes.Dates?.From, wishes.Dates?.To));
    }
}
