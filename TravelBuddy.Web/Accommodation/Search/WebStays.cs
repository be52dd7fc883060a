using System.Security.Cryptography;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>Makes places to stay of what pages say: puts them on the map, reads what they have as concepts, and leaves out what cannot be.</summary>
public sealed class WebStays(Gazetteer gazetteer, Lexicon lexicon, ExchangeRates rates)
{
    /// <summary>What a room may cost a night, in đồng; anything else is no price of a night.</summary>
    private const decimal LeastVnd = 30_000, MostVnd = 200_000_000;

    /// <summary>As how many guests' a rating counts that a page states, however many it names: the page may be the house's own.</summary>
    private const int MostGuests = 20;

    private static readonly HashSet<string> Settlements = new(["city", "town", "island", "archipelago", "beach", "village", "old_quarter", "bay", "district"], StringComparer.Ordinal);

    /// <summary>The place to stay; null if it cannot be told where in Viet Nam it is, or only that it is nowhere near.</summary>
    /// <param name="page">What the page says.</param>
    /// <param name="url">Where the page stands.</param>
    /// <param name="at">When it was read.</param>
    /// <param name="near">The places that are looked near.</param>
    public FoundStay? Of(PageStay page, Uri url, DateTimeOffset at, IReadOnlyList<Place> near)
    {
        if (PlaceOf(page, near) is not { } place)
        {
            return null;
        }

        var (hasPoint, vietnamese) = (page.Latitude is not null, page.Language == "vi" || page.Language is null && page.Description is { } words && TextFolding.HasDiacritics(words));
        var (low, high) = Priced(page.PriceLow, page.PriceHigh);
        // The text of a page in a third language helps nobody here.
        var told = page.Language is null or "en" or "vi" ? page.Description : null;
        var (things, kind) = (Concepts(page.Amenities), KindIn(page.Name) ?? page.Kind);
        var trust = page.Form switch { PageForm.JsonLd => .8, PageForm.Microdata => .7, _ => .4 } - (hasPoint ? 0 : .2);
        var stay = new Stay
        {
            Id = $"web~{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{url.AbsoluteUri}\n{page.Name}")).AsSpan(0, 12))}",
            Source = WebText.Site(url),
            Name = page.Name,
            Kind = kind ?? StayKind.Hotel,
            IsKindKnown = kind is not null,
            PlaceId = place.Id,
            Latitude = page.Latitude ?? place.Lat,
            Longitude = page.Longitude ?? place.Lon,
            IsPointKnown = hasPoint,
            Stars = page.Stars,
            Rating = page.Rating,
            Ratings = page.Ratings,
            RatingWorth = Math.Min(page.Ratings, MostGuests) * trust,
            PriceLow = low,
            PriceHigh = high,
            IsPricedBySeason = false,
            Things = things,
            Lacks = [.. Concepts(page.Lacks).Except(things)],
            En = vietnamese ? null : told,
            Vi = vietnamese ? told : null,
            Url = url.AbsoluteUri,
            Phone = page.Phone,
            Checked = DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(7)).DateTime),
            Trust = trust,
        };
        return FoundStay.Of(stay, new StayOrigin(stay.Source, url.AbsoluteUri, stay.Checked, page.Form));
    }

    /// <summary>By its point the nearest settlement, by its address or name the narrowest place it names.</summary>
    private Place? PlaceOf(PageStay page, IReadOnlyList<Place> near)
    {
        if (page is { Latitude: { } latitude, Longitude: { } longitude })
        {
            var (place, km) = gazetteer.Places.Where(place => Settlements.Contains(place.Kind) || near.Contains(place)).Select(place => (place, Gazetteer.DistanceKm(place, latitude, longitude))).MinBy(each => each.Item2 / Math.Max(1, each.place.RadiusKm));
            return near.Any(wanted => Gazetteer.DistanceKm(wanted, latitude, longitude) <= wanted.RadiusKm + StayRanker.ReachKm) && km < place.RadiusKm + StayRanker.ReachKm ? place : null;
        }

        return Named(page.Address) ?? Named(page.Name);

        Place? Named(string? text) => text is null ? null : gazetteer.FindIn(text).Select(match => match.Value)
            .Where(place => !gazetteer.IsAbroad(place) && place.Kind is not ("country" or "region" or "route" or "province" or "old_province") && near.Any(wanted => Gazetteer.DistanceKm(wanted, place) <= wanted.RadiusKm + StayRanker.ReachKm))
            .MinBy(place => place.RadiusKm);
    }

    private (Money? Low, Money? High) Priced(Money? low, Money? high) =>
        low is { } least && rates.Knows(least.Currency) && rates.ToVnd(least) is >= LeastVnd and <= MostVnd
            ? (least, high is { } most && most.Currency == least.Currency && rates.ToVnd(most) is >= LeastVnd and <= MostVnd ? most : least)
            : (null, null);

    private IReadOnlyList<string> Concepts(IEnumerable<string> words) => [.. words.SelectMany(lexicon.FindInEntry).Select(match => match.Value.Id).Distinct(StringComparer.Ordinal).Take(60)];

    private StayKind? KindIn(string name)
    {
        var named = lexicon.FindIn(name).Select(match => match.Value.Id).ToHashSet(StringComparer.Ordinal);
        return Enum.GetValues<StayKind>().Where(kind => named.Contains(StayKinds.ConceptOf(kind))).Select(kind => (StayKind?)kind).LastOrDefault();
    }
}
