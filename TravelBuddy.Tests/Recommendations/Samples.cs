using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>Packages and wishes for judging without a database.</summary>
internal static class Samples
{
    private static readonly PlaceReach Reach = new(Repository.Gazetteer);
    private static readonly ConceptKin Kin = new(Repository.Lexicon);

    public static PackageFacts Facts(string id, string provider, double days, params string[] places) => Facts(Similarity.Package($"Tour {id}", places) with
    {
        Id = $"{provider}~{id}",
        SourceId = id,
        ProviderId = provider,
        DurationDays = days,
    });

    public static PackageFacts Facts(TourPackage package) => PackageFacts.Of(package, Repository.Gazetteer, Repository.Lexicon);

    public static RankingContext Context(Wishes wishes) => RankingContext.Of(wishes, Reach, Repository.Gazetteer, Repository.Lexicon, Kin, Repository.Rates);

    /// <summary>With its things weighed by how many of the packages have them.</summary>
    public static RankingContext Context(Wishes wishes, params PackageFacts[] candidates)
    {
        var context = Context(wishes);
        return context with { Rarity = ThingRarity.Of(context.Things, candidates) };
    }

    /// <summary>A package of a list of some, that scored so before its facts were looked at.</summary>
    public static JudgedPackage Scored(Wishes wishes, PackageFacts facts, double exact, params PackageFacts[] candidates)
    {
        var context = Context(wishes, candidates);
        var found = Assessment.Of(context, facts);
        return new(context, facts, found, exact + Adjustment.Of(context, found, facts, new float[7], [.. VectorLayout.DefaultWeights]), new float[7]);
    }

    public static Assessment Assess(Wishes wishes, PackageFacts facts) => Assessment.Of(Context(wishes), facts);

    public static JudgedPackage Judged(Wishes wishes, PackageFacts facts, double score) => new(Context(wishes), facts, Assess(wishes, facts), score, new float[7]);
}
