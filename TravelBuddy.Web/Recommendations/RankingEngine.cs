using TravelBuddy.Ranking;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations.Candidates;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Web.Recommendations;

/// <summary>Candidates and their judgement for one form of the wishes.</summary>
public sealed record Judged(IReadOnlyList<JudgedPackage> Packages, bool WithoutWishes, string Encoder);

/// <summary>Wishes to judged packages: encodes, finds candidates for every branch, scores exactly, adjusts by facts.</summary>
public sealed class RankingEngine(ICatalog catalog, Lexicon lexicon, Encoders encoders, SearchedEncoder searched, ICandidates candidates, PackageFactsCache facts, PlaceReach reach, ConceptKin kin, RecommendationOptions options, TimeProvider time)
{
    /// <summary>Judged packages in the order of their exact scores. All weights zero throws <see cref="ArgumentException"/>.</summary>
    public async Task<Judged> JudgeAsync(Wishes wishes, int count, CancellationToken ct)
    {
        var (branches, found, encoder) = await CandidatesAsync(wishes, Math.Max(options.Depth, 2 * count), ct);
        List<PackageFacts> packages = [.. found.Select(candidate => candidate.Package)];
        List<RankingContext> contexts = [.. branches.Select(branch => ContextOf(branch.Wishes)).Select(context => context with
        {
            Rarity = ThingRarity.Of(context.Things, packages),
            Words = SharedWords.Of(context, lexicon, packages),
            Prices = PriceRanks.Of(context, packages),
        })];
        var judged = found.Select(candidate => Judge(contexts[candidate.Branch], branches[candidate.Branch].Weights, candidate));
        return new Judged([.. judged.Where(IsPaidFor)], branches.All(branch => branch.Probe.Query.IsEmpty), encoder);
    }

    /// <summary>Those of the candidates for some wishes that are of a kind, which may not ask for their scores: those are not worked out.</summary>
    public async Task<IReadOnlyList<JudgedPackage>> OfKindAsync(Wishes wishes, Func<JudgedPackage, bool> kind, CancellationToken ct)
    {
        var (branches, found, _) = await CandidatesAsync(wishes, options.Depth, ct);
        List<PackageFacts> packages = [.. found.Select(candidate => candidate.Package)];
        List<RankingContext> contexts = [.. branches.Select(branch => ContextOf(branch.Wishes)).Select(context => context with { Prices = PriceRanks.Of(context, packages) })];
        return [.. found
            .Select(candidate => new JudgedPackage(contexts[candidate.Branch], candidate.Package, Assessment.Of(contexts[candidate.Branch], candidate.Package), 0, candidate.Similarities))
            .Where(package => IsPaidFor(package) && kind(package))];
    }

    /// <summary>Whether something is refused that nobody can let go of who has to avoid it.</summary>
    public bool RefusesOfNeed(Wishes wishes) => !wishes.Exclusions.IsEmpty && ContextOf(wishes).Exclusions.Any(thing => thing.IsOfNeed);

    /// <summary>What a package is to those who travel, whatever else was wished.</summary>
    public IReadOnlyList<Reason> OfTravellers(Wishes wishes, PackageFacts package)
    {
        var context = ContextOf(wishes);
        return [.. ReasonFinder.Of(context, Assessment.Of(context, package), package, new float[RankingLayout.Blocks.Count]).Where(ReasonFinder.IsOfTravellers)];
    }

    /// <summary>Candidates are let in by the least that one of a group may pay; what this party pays is known only when they are judged.</summary>
    private static bool IsPaidFor(JudgedPackage package) => package.Context.Wishes.Budget is not { Firm: true } || !(package.Found.OfBudget > 1);

    /// <summary>The best candidates of every branch of the wishes, each by its best branch, best first.</summary>
    private async Task<(IReadOnlyList<Branch> Branches, IReadOnlyList<Candidate> Candidates, string Encoder)> CandidatesAsync(Wishes wishes, int depth, CancellationToken ct)
    {
        var active = await searched.CurrentAsync(ct);
        var branches = new List<Branch>();
        foreach (var branch in WishBranches.Of(wishes, lexicon))
        {
            var probe = await ProbeOfAsync(branch, active, ct);
            branches.Add(new Branch(branch, probe, probe.Query.EffectiveWeights.ToArray()));
        }

        var best = new Dictionary<string, (int Branch, int At, double Score)>(StringComparer.Ordinal);
        var found = new List<ScoredCandidates>(branches.Count);
        for (var b = 0; b < branches.Count; b++)
        {
            var scored = await candidates.FindAsync(branches[b].Probe, depth, ct);
            found.Add(scored);
            for (var i = 0; i < scored.Ids.Count; i++)
            {
                if (!best.TryGetValue(scored.Ids[i], out var other) || scored.Scores[i] > other.Score)
                {
                    best[scored.Ids[i]] = (b, i, scored.Scores[i]);
                }
            }
        }

        var ids = best.OrderByDescending(pair => pair.Value.Score).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(depth).ToList();
        var known = await facts.OfAsync([.. ids.Select(pair => pair.Key)], ct);
        var there = new List<Candidate>(ids.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            if (known[i] is { } package)
            {
                var (branch, at, score) = ids[i].Value;
                there.Add(new Candidate(branch, package, score, found[branch].SimilaritiesOf(at).ToArray()));
            }
        }

        return (branches, there, active?.Encoder ?? encoders.BuiltIn.Id);
    }

    private RankingContext ContextOf(Wishes wishes) => RankingContext.Of(wishes, reach, catalog.Gazetteer, lexicon, kin, catalog.Rates);

    private static JudgedPackage Judge(RankingContext context, double[] weights, Candidate candidate)
    {
        var (_, package, score, similar) = candidate;
        var assessment = Assessment.Of(context, package);
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

    /// <summary>One form of the wishes and what is searched for it.</summary>
    private sealed record Branch(Wishes Wishes, Probe Probe, double[] Weights);

    /// <summary>A package that was found, the branch that it answers best, and how well.</summary>
    private sealed record Candidate(int Branch, PackageFacts Package, double Score, float[] Similarities);
}
