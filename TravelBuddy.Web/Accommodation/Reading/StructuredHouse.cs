using System.Globalization;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Accommodation.Reading;

/// <summary>Reads schema.org's <c>LodgingBusiness</c> and its kinds out of a structured item; what is out of range is as if it were not there.</summary>
internal static class StructuredHouse
{
    public const int LongestName = 120, LongestAddress = 200, LongestDescription = 600;

    private const int MostAmenities = 60, LongestAmenity = 60, MostRatings = 50_000;

    private static readonly Dictionary<string, StayKind?> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["LodgingBusiness"] = null,
        ["Hotel"] = StayKind.Hotel,
        ["Motel"] = StayKind.Hotel,
        ["Resort"] = StayKind.Resort,
        ["Hostel"] = StayKind.Hostel,
        ["BedAndBreakfast"] = StayKind.Guesthouse,
        ["Campground"] = StayKind.Campsite,
        ["VacationRental"] = StayKind.Apartment,
    };

    private static readonly HashSet<string> NotToBeHad = new(["SoldOut", "OutOfStock", "Discontinued"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> VietNam = new(["vn", "vnm", "vietnam", "viet nam", "việt nam", "socialist republic of vietnam"], StringComparer.OrdinalIgnoreCase);

    public static bool IsHouse(StructuredThing thing) => thing.Types.Any(Kinds.ContainsKey);

    /// <summary>The house; null without a name, or where it says that it lies in another country.</summary>
    public static PageStay? Read(StructuredThing thing, PageForm form, string? language, DateOnly today)
    {
        var address = thing.Thing("address");
        if (WebText.Name(thing.Text("name"), LongestName) is not { } name || address?.Text("addressCountry") is { } country && !VietNam.Contains(country.Trim()))
        {
            return null;
        }

        var (low, high) = Prices(thing, today);
        var (rating, ratings) = Rating(thing.Thing("aggregateRating"));
        var geo = thing.Thing("geo") ?? thing.Thing("location")?.Thing("geo");
        var (latitude, longitude) = Point(geo?.Text("latitude") ?? thing.Text("latitude"), geo?.Text("longitude") ?? thing.Text("longitude"));
        var (has, lacks) = Amenities(thing);
        return new PageStay
        {
            Name = name,
            Form = form,
            Kind = thing.Types.Select(type => Kinds.GetValueOrDefault(type)).FirstOrDefault(kind => kind is not null),
            Latitude = latitude,
            Longitude = longitude,
            Address = WebText.Clean(address is null ? thing.Text("address") : string.Join(", ", new[] { address.Text("streetAddress"), address.Text("addressLocality"), address.Text("addressRegion") }.OfType<string>()), LongestAddress),
            PriceLow = low,
            PriceHigh = high,
            Rating = rating,
            Ratings = ratings,
            Stars = Number(thing.Thing("starRating")?.Text("ratingValue") ?? thing.Text("starRating")) is { } stars and >= 1 and <= 5 ? (int)stars : null,
            Phone = Phone(thing.Text("telephone")),
            Description = WebText.Prose(thing.Text("description"), LongestDescription),
            Language = language,
            Amenities = has,
            Lacks = lacks,
        };
    }

    /// <summary>A point, if both halves are there and on Earth; nobody's house stands at 0, 0.</summary>
    public static (double? Latitude, double? Longitude) Point(string? latitude, string? longitude) =>
        Number(latitude) is { } lat and >= -90 and <= 90 && Number(longitude) is { } lon and >= -180 and <= 180 && (lat, lon) != (0, 0) ? (lat, lon) : (null, null);

    /// <summary>Digits with what stands between them in a telephone number.</summary>
    public static string? Phone(string? text) =>
        WebText.Clean(text, 60) is { Length: <= 40 } told && told.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '.' or '(' or ')' or '/') && told.Count(char.IsAsciiDigit) is >= 7 and <= 20 ? told : null;

    public static double? Number(string? text) =>
        text is { Length: > 0 and < 40 } && (double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)) && double.IsFinite(number) ? number : null;

    /// <summary>Turned to 0 to 10 by the best that the page names, which is 5 where it names none (schema.org) and the value is no higher.</summary>
    private static (double? Rating, int Ratings) Rating(StructuredThing? told)
    {
        var best = Number(told?.Text("bestRating"));
        if (Number(told?.Text("ratingValue")) is not { } value || value < 0)
        {
            return (null, 0);
        }

        var scale = best is > 0 and <= 100 ? best.Value : value <= 5 ? 5 : 10;
        var count = Number(told!.Text("ratingCount", "reviewCount")) is { } ratings and >= 1 and <= MostRatings ? (int)ratings : 0;
        return value <= scale && count > 0 ? (Math.Round(value / scale * 10, 1), count) : (null, 0);
    }

    /// <summary>The lowest and highest of its offers that last, or else what its price range says.</summary>
    private static (Money? Low, Money? High) Prices(StructuredThing thing, DateOnly today)
    {
        var usual = thing.Text("currenciesAccepted");
        var prices = new[] { "offers", "makesOffer" }.SelectMany(thing.Things).Where(Lasts).SelectMany(offer => offer.Things("offers").Where(Lasts).Prepend(offer)).Take(60)
            .SelectMany(offer => offer.Things("priceSpecification").Where(Lasts).Prepend(offer).SelectMany(told => PricesOf(told, told.Text("priceCurrency") ?? offer.Text("priceCurrency")))).ToList();
        if (prices.Count > 0)
        {
            var first = prices[0].Currency;
            var same = prices.Where(price => price.Currency == first).ToList();
            return (same.MinBy(price => price.Amount), same.MaxBy(price => price.Amount));
        }

        return PriceText.Read(thing.Text("priceRange"), usual);

        bool Lasts(StructuredThing offer) =>
            !new[] { "priceValidUntil", "validThrough", "availabilityEnds" }.Any(until => Day(offer.Text(until)) < today) && !NotToBeHad.Contains(offer.Text("availability")?.Trim().Split('/', ':')[^1] ?? "");
    }

    /// <summary>The day of a date or of a time.</summary>
    private static DateOnly? Day(string? text) =>
        text?.Trim() is { Length: >= 10 } told && DateOnly.TryParseExact(told.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static IEnumerable<Money> PricesOf(StructuredThing told, string? currency)
    {
        foreach (var name in new[] { "price", "lowPrice", "highPrice", "minPrice", "maxPrice" })
        {
            if (told.Text(name) is { } text && PriceText.Amount(text, currency) is { } price)
            {
                yield return price;
            }
        }
    }

    private static (IReadOnlyList<string> Has, IReadOnlyList<string> Lacks) Amenities(StructuredThing thing)
    {
        List<string> has = [], lacks = [];
        foreach (var feature in thing.Things("amenityFeature").Take(MostAmenities))
        {
            if (WebText.Clean(feature.Text("name"), LongestAmenity) is { } name)
            {
                (IsNo(feature.Text("value")) ? lacks : has).Add(name);
            }
        }

        has.AddRange(thing.Texts("amenityFeature").Select(text => WebText.Clean(text, LongestAmenity)).OfType<string>().Except(has).Except(lacks).Take(MostAmenities));
        if (thing.Text("petsAllowed")?.Trim().ToLowerInvariant() is { } pets)
        {
            (IsNo(pets) ? lacks : pets is "true" or "yes" ? has : []).Add("pet friendly");
        }

        return ([.. has.Take(MostAmenities)], [.. lacks.Take(MostAmenities)]);
    }

    private static bool IsNo(string? text) => text?.Trim().ToLowerInvariant() is "false" or "no" or "0" or "không" || text?.EndsWith("/False", StringComparison.OrdinalIgnoreCase) == true;
}
