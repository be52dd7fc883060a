using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Web.Recommendations;

/// <summary>What everybody has to know of a tour before booking, whatever they wish: whom it is made for, what taking part asks for, how many and how old they have to be.</summary>
public sealed class TourTerms(PackageFactsCache facts, IReasonWriter reasons, RankingEngine engine)
{
    /// <summary>Sentences in a language; none for a tour for anyone.</summary>
    public async ValueTask<IReadOnlyList<string>> OfAsync(TourPackage package, string language, CancellationToken ct) =>
        await facts.OfAsync([package.Id], ct) is [{ } known] ? [.. ReasonFinder.Terms(known).Select(reason => reasons.Sentence(reason, language))] : [];

    /// <summary>A tour as it was recorded, but whom it suits by what is known of those who travel now: of them more may have been told since.</summary>
    public async ValueTask<RankedPackage> NowAsync(RankedPackage ranked, Wishes wishes, CancellationToken ct) => await facts.OfAsync([ranked.PackageId], ct) is [{ } known]
        ? ranked with { Reasons = [.. ranked.Reasons.Where(reason => !ReasonFinder.IsOfTravellers(reason)), .. engine.OfTravellers(wishes, known)] }
        : ranked;
}
