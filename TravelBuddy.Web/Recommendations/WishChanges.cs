using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Recommendations;

/// <summary>How wishes change when a traveller asks for "like this, but cheaper", on a page or in the chat. Pure; the caller saves and ranks again.</summary>
public static class WishChanges
{
    /// <summary>Kinds of places a trip is made to, as opposed to what is seen there.</summary>
    private static readonly HashSet<string> Destinations = ["city", "town", "island", "archipelago", "bay", "national_park", "beach", "valley"];

    /// <summary>How many tours that fit "cheaper" leaves, if there are as many.</summary>
    private const int Left = 3;

    /// <summary>Whether a package says enough to be asked for like this; a cheaper one needs a price, a shorter one a length, a nearer one a place on the map.</summary>
    public static bool CanRefine(Refinement refinement, TourPackage like) => refinement switch
    {
        Refinement.Cheaper or Refinement.Dearer => like.PriceVnd > 0,
        Refinement.Shorter => like.DurationDays > .5,
        Refinement.Longer => like.DurationDays is not null,
        Refinement.Nearer => like.Locations.Any(place => place.PlaceId is not null),
        _ => true,
    };

    /// <summary>
    /// The wishes after "cheaper" (15 %, firm), "dearer", "shorter", "longer", "nearer to the start" or "like this" against a tour, or against the
    /// middle of several; of these "cheaper" is cheaper than the cheapest. Null if they say nothing to compare with. Against one tour, places and lengths left open become its own.
    /// </summary>
    /// <param name="fitting">The tours that are known to fit, see <see cref="Cheaper"/>; none if that is not known.</param>
    public static Wishes? Refine(Wishes wishes, Refinement refinement, IReadOnlyList<TourPackage> compared, Gazetteer gazetteer, ExchangeRates rates, IReadOnlyList<TourPackage>? fitting = null)
    {
        var alike = compared is [var one] ? Alike(wishes, one) : wishes;
        var price = Middle(Prices(wishes, compared, rates));
        var days = Middle([.. compared.Select(package => package.DurationDays).OfType<double>().Order()]);
        return refinement switch
        {
            Refinement.Cheaper => Cheaper(wishes, compared, fitting ?? [], rates),
            Refinement.Dearer when price is { } p && Rounded(p * 1.15m, wishes.Currency, rates) is { } min => alike with { Budget = new BudgetWish(min, null, wishes.Currency) },
            Refinement.Shorter when days > .5 => alike with { Durations = [new DurationWish(.5, Math.Max(.5, days.Value - 1))] },
            Refinement.Longer when days is { } d => alike with { Durations = [new DurationWish(Math.Floor(d) + 1, Math.Floor(d) + 3)] },
            Refinement.Nearer => Nearer(alike, compared, gazetteer),
            Refinement.MoreLikeThis when compared is [var first, ..] => LikeThis(wishes, first),
            _ => null,
        };
    }

    /// <summary>
    /// The wishes after "cheaper", as <see cref="Refine"/> has them, but with a limit that leaves the three cheapest of the tours that are known to fit, as far as they are cheaper. Null if
    /// no price is known, or if none that fits is cheaper.
    /// </summary>
    public static Wishes? Cheaper(Wishes wishes, IReadOnlyList<TourPackage> compared, IReadOnlyList<TourPackage> fitting, ExchangeRates rates)
    {
        var one = compared is [var single] ? single : null;
        // What was left open becomes that of the one tour, which the fitting ones were not chosen by.
        var fits = one is null ? fitting : wishes.Places.Count == 0 ? [] : fitting.Where(other => wishes.Durations.Count > 0 || Math.Abs(other.DurationDays - one.DurationDays ?? 2) <= 1);
        var prices = Prices(wishes, compared, rates);
        var left = Prices(wishes, fits, rates);
        var than = prices.FirstOrDefault();
        return than > left.FirstOrDefault() && Below(than, left.Where(price => price < than).Take(Left).LastOrDefault(), wishes.Currency, rates) is { } max
            ? (one is null ? wishes : Alike(wishes, one)) with { Budget = new BudgetWish(null, max, wishes.Currency, Firm: true, CheaperThan: 0, Shared: one is { PricePer: PricePer.Group } ? Assessment.Sharing(wishes.Party, one) : null) }
            : null;
    }

    /// <summary>The package for which one of the party pays least; null if no price is known.</summary>
    public static TourPackage? Cheapest(PartyWish? party, IEnumerable<TourPackage> packages, ExchangeRates rates) =>
        packages.Where(package => Assessment.PriceVnd(party, package, rates) > 0).MinBy(package => Assessment.PriceVnd(party, package, rates));

    /// <summary>What one of the party pays, in VND, lowest first; without what is not known.</summary>
    private static IReadOnlyList<decimal> Prices(Wishes wishes, IEnumerable<TourPackage> packages, ExchangeRates rates) =>
        [.. packages.Select(package => Assessment.PriceVnd(wishes.Party, package, rates)).OfType<decimal>().Where(vnd => vnd > 0).Order()];

    /// <summary>15 % below a price, but not below another that is less; in as few figures as tell the two apart.</summary>
    private static decimal? Below(decimal than, decimal floor, string currency, ExchangeRates rates)
    {
        if (Rounded(than * .85m, currency, rates) is not { } limit || rates.FromVnd(floor, currency) is not { } least || limit >= least)
        {
            return Rounded(than * .85m, currency, rates);
        }

        var step = StepOf(least);
        while (rates.ToVnd(new Money(limit = Math.Ceiling(least / step) * step, currency)) >= than && step > .01m)
        {
            step /= 10;
        }

        return limit;
    }

    private static Wishes Alike(Wishes wishes, TourPackage like) => wishes with
    {
        Places = wishes.Places.Count == 0 ? PlacesOf(like) : wishes.Places,
        Durations = wishes.Durations.Count == 0 ? DaysOf(like) : wishes.Durations,
    };

    private static Wishes LikeThis(Wishes wishes, TourPackage like)
    {
        var places = PlacesOf(like);
        return wishes with
        {
            Places = places.Count > 0 ? [.. places.Select(place => wishes.Places.FirstOrDefault(named => named.PlaceId == place.PlaceId) ?? place)] : wishes.Places,
            // Like a tour of another length than was wished is as long as that tour.
            Durations = wishes.Durations.Any(wish => like.DurationDays is not { } days || days >= wish.MinDays && days <= wish.MaxDays) ? wishes.Durations : DaysOf(like),
        };
    }

    private static IReadOnlyList<PlaceWish> PlacesOf(TourPackage package) =>
        [.. package.Locations.Where(place => place.PlaceId is not null).DistinctBy(place => place.PlaceId).Take(4).Select(place => new PlaceWish(place.PlaceId, null) { IsOfTour = true })];

    private static IReadOnlyList<DurationWish> DaysOf(TourPackage package) => package.DurationDays is { } days ? [new DurationWish(days, days)] : [];

    // Two figures, as people name a limit: 5,100,000 đồng.
    private static decimal? Rounded(decimal vnd, string currency, ExchangeRates rates)
    {
        if (rates.FromVnd(vnd, currency) is not { } amount)
        {
            return null;
        }

        var step = StepOf(amount);
        return Math.Round(amount / step) * step;
    }

    private static decimal StepOf(decimal amount)
    {
        var step = 1m;
        while (amount / step >= 100)
        {
            step *= 10;
        }

        return step;
    }

    private static T? Middle<T>(IReadOnlyList<T> sorted) where T : struct => sorted.Count == 0 ? null : sorted[(sorted.Count - 1) / 2];

    /// <summary>
    /// Wishes for places that are at most two thirds as far from where the traveller starts as the tours go (of several, the farthest), and as the
    /// places wished: those of them that are, else well-known destinations. Null without a start.
    /// </summary>
    private static Wishes? Nearer(Wishes wishes, IReadOnlyList<TourPackage> compared, Gazetteer gazetteer)
    {
        var reaches = compared.Select(like => Reach(like, wishes.Start?.PlaceId, gazetteer)).OfType<(Place From, double Km)>().ToList();
        if (reaches.Count == 0)
        {
            return null;
        }

        var (from, km) = reaches.MaxBy(reach => reach.Km);
        var wished = wishes.Places.Select(wish => (Wish: wish, Place: wish.PlaceId is { } id ? gazetteer.Find(id) : null)).Where(known => known.Place is not null)
            .Select(known => (known.Wish, Km: Gazetteer.DistanceKm(known.Place!, from))).ToList();
        var most = (wished.Count == 0 ? km : Math.Min(km, wished.Max(known => known.Km))) * 2 / 3;
        if (wished.Where(known => known.Km < most).Select(known => known.Wish).ToList() is { Count: > 0 } kept)
        {
            return wishes with { Places = kept };
        }

        var near = gazetteer.Places
            .Where(place => Destinations.Contains(place.Kind) && Gazetteer.DistanceKm(place, from) is > 3 and var away && away < most)
            .OrderByDescending(place => place.Popularity)
            .Take(4)
            .Select(place => new PlaceWish(place.Id, null))
            .ToList();
        return near.Count == 0 ? null : wishes with { Places = near };
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
