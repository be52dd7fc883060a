using TravelBuddy.Ranking;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations.Candidates;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Recommendations;

/// <summary>Candidates and their judgement for one form of the wishes.</summary>
public sealed record Judged(IReadOnlyList<JudgedPackage> Packages, bool WithoutWishes, string Encoder);

/// <summary>Wishes to judged packages: encodes, finds candidates for every branch, scores exactly, adjusts by facts.</summary>
public sealed class RankingEngine(ICatalog catalog, Lexicon lexicon, Encoders encoders, SearchedEncoder searched, ICandidates candidates, PackageFactsCache facts, PlaceReach reach, ConceptKin kin, RecommendationOptions options, TimeProvider time)
{
    /// <summary>Judged packages in the order of their exact scores. All weights zero throws <see cref="ArgumentException"/>.</summary>
    public async Task<Judged> JudgeAsync(Wishes wishes, int count, CancellationToken ct)
    {
        var depth = Math.Max(options.Depth, 2 * count);
        var best = new Dictionary<string, (int Branch, int At, double Score)>(StringComparer.Ordinal);
        var branches = WishBranches.Of(wishes, lexicon);
        var active = await searched.CurrentAsync(ct);
        var probes = new List<Probe>(branches.Count);
        foreach (var branch in branches)
        {
            probes.Add(await ProbeOfAsync(branch, active, ct));
        }

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

        var weights = probes.Select(probe => probe.Query.EffectiveWeights.ToArray()).ToList();
        var ids = best.OrderByDescending(pair => pair.Value.Score).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(depth).Select(pair => pair.Key).ToList();
        var known = await facts.OfAsync(ids, ct);
        var contexts = ContextsOf(branches, [.. known.OfType<PackageFacts>()]);
        var judged = new List<JudgedPackage>(ids.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            if (known[i] is { } package)
            {
                var (branch, at, score) = best[ids[i]];
                var one = Judge(contexts[branch], weights[branch], package, score, found[branch].SimilaritiesOf(at));
                // Candidates are let in by the least that one of a group may pay; what this party pays is known only here.
                if (one.Context.Wishes.Budget is not { Firm: true } || !(one.Found.OfBudget > 1))
                {
                    judged.Add(one);
                }
            }
        }

        return new Judged(judged, probes.All(probe => probe.Query.IsEmpty), active?.Encoder ?? encoders.BuiltIn.Id);
    }

    private List<RankingContext> ContextsOf(IReadOnlyList<Wishes> branches, IReadOnlyList<PackageFacts> candidates)
    {
        var contexts = branches.Select(branch => RankingContext.Of(branch, reach, catalog.Gazetteer, lexicon, kin, catalog.Rates));
        return [.. contexts.Select(context => context with { Rarity = ThingRarity.Of(context.Things, candidates), Words = SharedWords.Of(context, lexicon, candidates) })];
    }

    private static JudgedPackage Judge(RankingContext context, double[] weights, PackageFacts package, double score, ReadOnlySpan<float> similarities)
    {
        var assessment = Assessment.Of(context, package);
        var similar = similarities.ToArray();
        score += weights[(int)Criterion.Locations] * RefineLocations(assessment, ref similar[(int)Criterion.Locations]) / 2;
        score += weights[(int)Criterion.Budget] * RefineBudget(assessment, package, ref similar[(int)Criterion.Budget]) / 2;
        var adjusted = (score + Adjustment.Of(context, assessment, package, similar, weights)) / (1 + Adjustment.Most(context, weights));
        return new JudgedPackage(context, package, assessment, adjusted, similar) { ExactScore = score, Weights = weights };
    }

    /// <summary>Of a tour between two ends that were wished, what is on the way counts as there. Gives by how much the score is to change for it.</summary>
    private static float RefineLocations(Assessment found, ref float similarity)
    {
        var encoded = similarity;
        similarity = Math.Max(encoded, (float)found.OnTheWay);
        return similarity - encoded;
    }

    /// <summary>Puts what this party would pay in the place of what is encoded: budgets rounded up to the grid, and the share in a full group. Gives by how much the score is to change for it.</summary>
    private static float RefineBudget(Assessment found, PackageFacts facts, ref float similarity)
    {
        if (found.OfBudget is null)
        {
            return 0;
        }

        var encoded = similarity;
        similarity = (float)BudgetEncoder.Suits(100, 100 + found.PerCentOver);
        return facts.Package.PricePer == PricePer.Group ? similarity - encoded : 0; // What the grid cannot tell of one person's price, the adjustment deducts.
    }

    private async ValueTask<Probe> ProbeOfAsync(Wishes wishes, ActiveEncoder? active, CancellationToken ct)
    {
        var encoded = await encoders.EncodeAsync(active, wishes, ct);
        var query = new RankingQuery(RankingLayout.Blocks, [.. wishes.Weights ?? VectorLayout.DefaultWeights]);
        for (var c = 0; c < encoded.Alternatives.Count; c++)
        {
            foreach (var alternative in encoded.Alternatives[c])
            {
                query.AddAlternative(c, alternative);
            }
        }

        var limit = wishes.Budget is { Firm: true } ? BudgetEncoder.LimitVnd(wishes.Budget, catalog.Rates) : null;
        return new Probe(encoded, query, new HardLimits(limit, wishes.Dates?.From, wishes.Dates?.To) { Today = options.Past ? null : time.TodayInVietNam() }) { Active = active };
    }
}
