using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>What the judge makes of a package, for tests that compare two.</summary>
public static class Judgements
{
    /// <summary>Similarities that speak for no criterion more than for another.</summary>
    public static readonly float[] Middling = [.7f, .7f, .7f, .7f, .7f, .7f, .7f];

    public static double Adjusted(Wishes wishes, PackageFacts facts)
    {
        var context = Samples.Context(wishes);
        return Adjustment.Of(context, Assessment.Of(context, facts), facts, Middling, [.. VectorLayout.DefaultWeights]);
    }

    /// <summary>Puts reasons into words.</summary>
    public static readonly ReasonWriter Writer = new(Repository.Gazetteer, Repository.Lexicon, Repository.Rates);

    public static IReadOnlyList<Reason> Reasons(Wishes wishes, PackageFacts facts) => ReasonFinder.Of(Samples.Context(wishes), Samples.Assess(wishes, facts), facts, Middling);

    public static Wishes For(params string[] places) => new() { Places = [.. places.Select(id => new PlaceWish(id, null))] };

    public static Standing StandingOf(Wishes wishes, PackageFacts facts) => Samples.Judged(wishes, facts, .5).Standing;

    public static IEnumerable<string> Ordered(params JudgedPackage[] judged) => Diversity.Order(judged, 10).Select(placed => judged[placed.Index].Facts.Package.Id);
}
