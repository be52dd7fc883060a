using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
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

    public static Assessment Assess(Wishes wishes, PackageFacts facts) => Assessment.Of(Context(wishes), facts);

    public static JudgedPackage Judged(Wishes wishes, PackageFacts facts, double score) => new(Context(wishes), facts, Assess(wishes, facts), score, new float[7]);
}
