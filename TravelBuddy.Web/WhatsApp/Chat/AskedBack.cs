using System.Globalization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What a person has not said and would change the tours they are shown. Stored by name: never rename.</summary>
public enum Missing { DaysAndWhen, Days, When, Party, Ages, Start, Budget, WhereAndDays }

/// <summary>The one question behind a list: for what is missing and would change it most, as a good agent asks.</summary>
public sealed class AskedBack(ICatalog catalog, TimeProvider time)
{
    /// <summary>From so far away a tour that sets off there is another trip.</summary>
    private const double FarKm = 100;

    /// <summary>So many times the cheapest the dearest costs where a budget would tell them apart.</summary>
    private const decimal PriceSpread = 2;

    /// <summary>Months of what is there in its season only.</summary>
    private static readonly Dictionary<string, int> Months = new(StringComparer.Ordinal) { ["buckwheat-flowers"] = 11, ["daisies"] = 11, ["wild-sunflower"] = 11, ["apricot-blossom"] = 1, ["peach-blossom"] = 1, ["plum-blossom"] = 1, ["lotus"] = 6 };

    private const int AnyMonth = 3;

    /// <summary>A month to name as an example of when a trip could be: of its season where it wishes for what has one.</summary>
    public static string Month(Trip trip, string language)
    {
        var month = trip.Activities.Concepts.Concat(trip.Accommodation.Concepts).Concat(trip.Essentials.Concepts).Select(id => Months.GetValueOrDefault(id)).FirstOrDefault(month => month > 0, AnyMonth);
        return language == "vi" ? month.ToString(CultureInfo.InvariantCulture) : CultureInfo.GetCultureInfo("en").DateTimeFormat.GetMonthName(month);
    }

    /// <summary>The phrase that asks.</summary>
    public static string PhraseOf(Missing missing) => missing switch
    {
        Missing.DaysAndWhen => nameof(Phrases.AskDaysAndWhen),
        Missing.Days => nameof(Phrases.AskDays),
        Missing.When => nameof(Phrases.AskWhen),
        Missing.Party => nameof(Phrases.AskParty),
        Missing.Ages => nameof(Phrases.AskAges),
        Missing.Start => nameof(Phrases.AskStart),
        Missing.WhereAndDays => nameof(Phrases.AskWhereAndDays),
        _ => nameof(Phrases.AskBudget),
    };

    /// <summary>Who goes along where nobody counted: a wife, parents or a grandmother were named, and that is an answer.</summary>
    private static readonly HashSet<string> Company = new(["couple", "older-couple", "two-couples", "parents", "elderly", "over-eighty", "solo", "solo-man", "solo-woman", "father-and-child", "single-parent"], StringComparer.Ordinal);

    /// <summary>So many lists on the next is asked where the first question stayed open: who did not answer does not want to be pressed.</summary>
    private const int Later = 2;

    /// <summary>What to ask of a trip behind a list, what would change the tours shown most; null where nothing is missing, nothing fits, or the person went on without answering what was asked.</summary>
    /// <param name="trip">The trip.</param>
    /// <param name="list">The list.</param>
    /// <param name="state">The chat before the list: what was asked of the trip is not asked again.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<Missing?> OfAsync(Trip trip, RecommendationList list, ChatState state, CancellationToken ct)
    {
        var (asked, since) = (state.AskedFor, state.Rounds + 1 - state.AskedInRound);
        var open = asked.Count(missing => !IsTold(missing, trip));
        if (open > 1 || open == 1 && (IsTold(asked[^1], trip) || since < Later))
        {
            return null;
        }

        // A need alone names nothing to look for, whether tours fit it or not.
        if (trip is { Places.Count: 0, Durations.Count: 0, Start: null, Dates: null, Budget: null } && !asked.Contains(Missing.WhereAndDays))
        {
            return Missing.WhereAndDays;
        }

        if (SendRecommendationsHandler.SaysThatNothingFits(list))
        {
            return null;
        }

        var shown = ListedTours.Before(list, ListedTours.Shown, trip.Disliked).Select(rank => list.Packages[rank - 1].PackageId).ToList();
        var tours = (await catalog.PackagesAsync(shown, ct)).Values.ToList();
        return new[] { Missing.Ages, trip.Dates is null ? Missing.DaysAndWhen : Missing.Days, Missing.When, Missing.Start, Missing.Party, Missing.Budget }
            .Where(missing => !asked.Contains(missing) && !IsTold(missing, trip) && !IsHalfAsked(missing, asked) && !(state.AnyLength && missing is (Missing.DaysAndWhen or Missing.Days)) && TellsApart(missing, tours, trip))
            .Select(missing => (Missing?)missing).FirstOrDefault();
    }

    /// <summary>Whether it was asked in one question with something else, so that the rest is not asked for again.</summary>
    private static bool IsHalfAsked(Missing missing, IReadOnlyList<Missing> asked) =>
        missing == Missing.When && asked.Contains(Missing.DaysAndWhen) || missing is Missing.DaysAndWhen or Missing.Days && (asked.Contains(Missing.WhereAndDays) || asked.Contains(Missing.Days) || asked.Contains(Missing.DaysAndWhen));

    private static bool IsTold(Missing missing, Trip trip) => missing switch
    {
        Missing.DaysAndWhen => trip.Durations.Count > 0 || trip.Dates is not null, // Either part answers it: who was asked for both is not asked for the other.
        Missing.Days => trip.Durations.Count > 0,
        Missing.When => trip.Dates is not null,
        Missing.WhereAndDays => trip.Places.Count > 0 || trip.Durations.Count > 0,
        Missing.Party => trip.Party is not null || new[] { trip.Accommodation, trip.Activities, trip.Essentials }.Any(wishes => wishes.Concepts.Any(Company.Contains)),
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
