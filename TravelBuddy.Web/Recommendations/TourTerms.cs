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

    /// <summary>The same for whoever books: not for whom it is made, which its warnings tell, no licence where somebody else can drive, and no least age for grown-ups or children of whom it is known that they are old enough.</summary>
    public async ValueTask<IReadOnlyList<string>> ToBookAsync(TourPackage package, PartyWish? party, string language, CancellationToken ct) => await facts.OfAsync([package.Id], ct) is not [{ } known] ? []
        : [.. ReasonFinder.Terms(known).Where(reason => reason switch
        {
            { Code: ReasonCodes.MadeForOthers } or { Code: ReasonCodes.Condition, Arguments: [nameof(Condition.LicenceToRideYourself)] } => false,
            { Code: ReasonCodes.NotAdmitted } => AgesMatter(known, party),
            _ => true,
        }).Select(reason => reasons.Sentence(reason, language))];

    /// <summary>From or to which age a tour takes travellers, where that may matter to those who go.</summary>
    public async ValueTask<string?> AgesAsync(TourPackage package, PartyWish? party, string language, CancellationToken ct) =>
        (await facts.OfAsync([package.Id], ct)) is [{ } known] && ReasonFinder.Terms(known).FirstOrDefault(reason => reason.Code == ReasonCodes.NotAdmitted) is { } ages && AgesMatter(known, party)
            ? reasons.Sentence(ages, language)
            : null;

    private static bool AgesMatter(PackageFacts known, PartyWish? party) => known.Admission.Most is not null || party is null or { Children: > 0, AllAgesTold: false };

    /// <summary>A tour as it was recorded, but whom it suits by what is known of those who travel now: of them more may have been told since.</summary>
    public async ValueTask<RankedPackage> NowAsync(RankedPackage ranked, Wishes wishes, CancellationToken ct) => await facts.OfAsync([ranked.PackageId], ct) is [{ } known]
        ? ranked with { Reasons = [.. ranked.Reasons.Where(reason => !ReasonFinder.IsOfTravellers(reason)), .. engine.OfTravellers(wishes, known)] }
        : ranked;
}
