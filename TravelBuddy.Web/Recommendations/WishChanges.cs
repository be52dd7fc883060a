using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Recommendations;

/// <summary>How wishes change when a traveller asks for "like this, but cheaper" or drops the wish that ruled everything out. Pure; the caller saves and ranks again.</summary>
public static class WishChanges
{
    /// <summary>Kinds of places a trip is made to, as opposed to what is seen there.</summary>
    private static readonly HashSet<string> Destinations = ["city", "town", "island", "archipelago", "bay", "national_park", "beach", "valley"];

    /// <summary>Whether a package says enough to be asked for like this; a cheaper one needs a price, a shorter one a length, a nearer one a start that is left behind.</summary>
    public static bool CanRefine(Refinement refinement, TourPackage like, Gazetteer gazetteer) => refinement switch
    {
        Refinement.Cheaper or Refinement.Dearer => like.PriceVnd > 0,
        Refinement.Shorter => like.DurationDays > .5,
        Refinement.Longer => like.DurationDays is not null,
        Refinement.Nearer => Reach(like, like.Start?.PlaceId, gazetteer) is { Km: > 40 },
        _ => true,
    };

    /// <summary>
    /// The wishes for tours like one, but cheaper (at least a tenth, firm), dearer, shorter, longer or nearer to the start. What the wishes leave open
    /// and makes the tour what it is (its places) is wished for as well.
    /// </summary>
    public static Wishes Refine(Wishes wishes, Refinement refinement, TourPackage like, Gazetteer gazetteer, ExchangeRates rates)
    {
        var alike = wishes.Places.Count > 0 ? wishes
            : wishes with { Places = [.. like.Locations.Where(place => place.PlaceId is not null).Take(4).Select(place => new PlaceWish(place.PlaceId, null))] };
        var days = like.DurationDays ?? 1;
        return refinement switch
        {
            Refinement.Cheaper when Price(like, wishes, rates) is { } price => alike with { Budget = new BudgetWish(null, Math.Floor(price * .9m), wishes.Currency, Firm: true) },
            Refinement.Dearer when Price(like, wishes, rates) is { } price => alike with { Budget = new BudgetWish(Math.Ceiling(price * 1.1m), null, wishes.Currency) },
            Refinement.Shorter => alike with { Durations = [new DurationWish(.5, days <= 1 ? .5 : days - 1)] },
            Refinement.Longer => alike with { Durations = [new DurationWish(days + 1, days + 3)] },
            Refinement.Nearer => Nearer(alike, like, gazetteer),
            _ => alike,
        };
    }

    /// <summary>The wishes without the one that a <see cref="Relaxation"/> names; null if there is no such wish.</summary>
    public static Wishes? Drop(Wishes wishes, string wish)
    {
        var (name, argument) = wish.Split(':', 2) is [var first, var second] ? (first, second) : (wish, null);
        return name.ToLowerInvariant() switch
        {
            "locations" or "location" or "places" or "place" => wishes with { Places = argument is null ? [] : [.. wishes.Places.Where(place => place.PlaceId != argument)] },
            "start" or "start_location" => wishes with { Start = null },
            "durations" or "duration" => wishes with { Durations = [] },
            "dates" => wishes with { Dates = null },
            "party" => wishes with { Party = null },
            "budget" => wishes with { Budget = null },
            "transportation" => wishes with { Transportation = ConceptWishes.None },
            "food" => wishes with { Food = ConceptWishes.None },
            "activities" => wishes with { Activities = ConceptWishes.None },
            "accommodation" or "notes" => wishes with { Accommodation = ConceptWishes.None },
            "exclusions" or "exclusion" => wishes with { Exclusions = Without(wishes.Exclusions, argument) },
            "essentials" or "essential" => wishes with { Essentials = Without(wishes.Essentials, argument) },
            _ => null,
        };
    }

    private static ConceptWishes Without(ConceptWishes all, string? one) =>
        one is null ? ConceptWishes.None : all with { Concepts = [.. all.Concepts.Where(concept => concept != one)] };

    private static decimal? Price(TourPackage like, Wishes wishes, ExchangeRates rates) => like.PriceVnd is { } vnd ? rates.FromVnd(vnd, wishes.Currency) : null;

    /// <summary>Wishes for well-known destinations that are at most two thirds as far from the start as the tour goes.</summary>
    private static Wishes Nearer(Wishes wishes, TourPackage like, Gazetteer gazetteer)
    {
        var reach = Reach(like, wishes.Start?.PlaceId, gazetteer) ?? Reach(like, like.Start?.PlaceId, gazetteer);
        if (reach is not { } known)
        {
            return wishes;
        }

        var near = gazetteer.Places
            .Where(place => Destinations.Contains(place.Kind) && Gazetteer.DistanceKm(place, known.From) is > 3 and var km && km < known.Km * 2 / 3)
            .OrderByDescending(place => place.Popularity)
            .Take(4);
        return wishes with { Places = [.. near.Select(place => new PlaceWish(place.Id, null))] };
    }

    private static (Place From, double Km)? Reach(TourPackage like, string? startId, Gazetteer gazetteer)
    {
        if (startId is null || gazetteer.Find(startId) is not { } from)
        {
            return null;
        }

        var far = like.Locations.Select(place => place.PlaceId is { } id ? gazetteer.Find(id) : null).OfType<Place>().Select(place => Gazetteer.DistanceKm(place, from)).DefaultIfEmpty(0).Max();
        return (from, far);
    }
}
