using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What a person has not said and would change the tours they are shown. Stored by name: never rename.</summary>
public enum Missing { DaysAndWhen, Days, When, Party, Ages, Start, Budget }

/// <summary>The one question behind a list: for what is missing and would change it most, as a good agent asks.</summary>
public sealed class AskedBack(ICatalog catalog, TimeProvider time)
{
    /// <summary>From so far away a tour that sets off there is another trip.</summary>
    private const double FarKm = 100;

    /// <summary>So many times the cheapest the dearest costs where a budget would tell them apart.</summary>
    private const decimal PriceSpread = 2;

    /// <summary>The phrase that asks.</summary>
    public static string PhraseOf(Missing missing) => missing switch
    {
        Missing.DaysAndWhen => nameof(Phrases.AskDaysAndWhen),
        Missing.Days => nameof(Phrases.AskDays),
        Missing.When => nameof(Phrases.AskWhen),
        Missing.Party => nameof(Phrases.AskParty),
        Missing.Ages => nameof(Phrases.AskAges),
        Missing.Start => nameof(Phrases.AskStart),
        _ => nameof(Phrases.AskBudget),
    };

    /// <summary>What to ask of a trip behind a list; null where nothing is missing, nothing fits, or the person went on without answering what was asked last.</summary>
    /// <param name="asked">What was asked of this trip before: none of it is asked again.</param>
    public async Task<Missing?> OfAsync(Trip trip, RecommendationList list, IReadOnlyList<Missing> asked, CancellationToken ct)
    {
        if (SendRecommendationsHandler.SaysThatNothingFits(list) || asked.Count > 0 && !IsTold(asked[^1], trip))
        {
            return null;
        }

        var shown = list.Packages.Take(SendRecommendationsHandler.Shown).Select(ranked => ranked.PackageId).ToList();
        var tours = (await catalog.PackagesAsync(shown, ct)).Values.ToList();
        return new[] { Missing.Ages, trip.Dates is null ? Missing.DaysAndWhen : Missing.Days, Missing.Party, Missing.Start, Missing.When, Missing.Budget }
            .Where(missing => !asked.Contains(missing) && !IsTold(missing, trip) && !(missing is Missing.Days or Missing.When && asked.Contains(Missing.DaysAndWhen)) && TellsApart(missing, tours, trip))
            .Select(missing => (Missing?)missing).FirstOrDefault();
    }

    private static bool IsTold(Missing missing, Trip trip) => missing switch
    {
        Missing.DaysAndWhen => trip.Durations.Count > 0 || trip.Dates is not null, // Either part answers it: who was asked for both is not asked for the other.
        Missing.Days => trip.Durations.Count > 0,
        Missing.When => trip.Dates is not null,
        Missing.Party => trip.Party is not null,
        Missing.Ages => trip.Party is null or { Children: 0 } or { AllAgesTold: true },
        Missing.Start => trip.Start is not null,
        _ => trip.Budget is not null || trip.Accommodation.Concepts.Concat(trip.Activities.Concepts).Any(PriceRanks.IsOfPrice),
    };

    /// <summary>Whether the tours shown differ in it.</summary>
    private bool TellsApart(Missing missing, IReadOnlyList<TourPackage> tours, Trip trip) => missing switch
    {
        Missing.DaysAndWhen or Missing.Days => tours.Select(tour => tour.DurationDays).Distinct().Count() > 1,
        Missing.When => tours.Any(tour => Season.Of(tour, time.TodayInVietNam(), trip.Language) is not null),
        Missing.Start => tours.Select(tour => tour.Start?.PlaceId is { } id ? catalog.Gazetteer.Find(id) : null).OfType<Place>().Distinct().ToList() is var starts
            && starts.Exists(one => starts.Exists(other => Gazetteer.DistanceKm(one, other) > FarKm)),
        Missing.Budget => tours.Select(tour => tour.PriceVnd).OfType<decimal>().ToList() is { Count: > 1 } prices && prices.Max() >= PriceSpread * prices.Min(),
        _ => tours.Count > 1,
    };
}
