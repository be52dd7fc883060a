using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Web.Recommendations;

/// <summary>What everybody has to know of a tour before booking, whatever they wish: whom it is made for, what taking part asks for, how many and how old they have to be.</summary>
public sealed class TourTerms(PackageFactsCache facts, IReasonWriter reasons)
{
    /// <summary>Sentences in a language; none for a tour for anyone.</summary>
    public async ValueTask<IReadOnlyList<string>> OfAsync(TourPackage package, string language, CancellationToken ct) =>
        await facts.OfAsync([package.Id], ct) is [{ } known] ? [.. ReasonFinder.Terms(known).Select(reason => reasons.Sentence(reason, language))] : [];
}
