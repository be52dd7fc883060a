using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>
/// Finds out which of several sources speak of one house, and puts together what they say. One house: the same telephone number, the same site and a kindred name, or nearly the same name a few
/// steps away. Invented houses are never taken for real ones.
/// </summary>
public sealed class StayMerge(Gazetteer gazetteer)
{
    private const double SameName = .75, KindredName = .5;
    private const double NearKm = 1, SameSpotKm = .15;

    private static readonly HashSet<string> Generic = new(
        ["hotel", "hotels", "resort", "homestay", "hostel", "villa", "villas", "apartment", "guesthouse", "lodge", "spa", "the", "and", "by", "in", "at", "khach", "san", "nha", "nghi", "boutique", "bungalow", "retreat", "ecolodge"],
        StringComparer.Ordinal);

    /// <summary>All places to stay with those merged that are one: directory first, then pages, the more reliable first.</summary>
    public IReadOnlyList<FoundStay> Merge(IEnumerable<Stay> directory, IEnumerable<FoundStay> web)
    {
        var all = directory.Select(FoundStay.OfDirectory).ToList();
        foreach (var found in web.OrderByDescending(found => found.Stay.Trust))
        {
            var at = all.FindIndex(known => IsSame(known.Stay, found.Stay));
            if (at < 0)
            {
                all.Add(found);
            }
            else
            {
                all[at] = Together(all[at], found);
            }
        }

        return all;
    }

    /// <summary>Whether two entries are of one house.</summary>
    public bool IsSame(Stay one, Stay other)
    {
        if (one.IsSample || other.IsSample)
        {
            return one.Id == other.Id;
        }

        var km = DistanceKm(one, other);
        var isNear = one.IsPointKnown && other.IsPointKnown ? km <= NearKm : gazetteer.Contains(one.PlaceId, other.PlaceId) || gazetteer.Contains(other.PlaceId, one.PlaceId);
        var alike = Likeness(one, other);
        return isNear && SamePhone(one.Phone, other.Phone) && alike > 0
            || isNear && SameSite(one.Url, other.Url) && alike >= KindredName
            || alike >= SameName && isNear && (one.Kind == other.Kind || !one.IsKindKnown || !other.IsKindKnown || km <= SameSpotKm);
    }

    /// <summary>The first one's statements, filled with the other's; the price of whoever looked last, the rating that more guests gave.</summary>
    private static FoundStay Together(FoundStay first, FoundStay other)
    {
        var (a, b, shift) = (first.Stay, other.Stay, first.Origins.Count);
        var origins = first.Origins.Concat(other.Origins).ToList();
        var from = first.From.ToDictionary();
        bool Takes(StayFact fact, bool isBetter)
        {
            if (!FoundStay.Says(b, fact) || FoundStay.Says(a, fact) && !isBetter)
            {
                return false;
            }

            from[fact] = shift + other.From[fact];
            return true;
        }

        var price = Takes(StayFact.Price, b.Checked > a.Checked);
        var rating = Takes(StayFact.Rating, b.Ratings > a.Ratings);
        var stars = Takes(StayFact.Stars, false);
        var phone = Takes(StayFact.Phone, false);
        var words = Takes(StayFact.Words, false);
        var point = !a.IsPointKnown && b.IsPointKnown;
        if (point)
        {
            from[StayFact.Place] = shift + other.From[StayFact.Place];
        }

        var things = Takes(StayFact.Things, false);
        var kind = Takes(StayFact.Kind, false);
        var sleeps = Takes(StayFact.Sleeps, false);
        return new FoundStay(a with
        {
            Kind = kind ? b.Kind : a.Kind,
            IsKindKnown = a.IsKindKnown || b.IsKindKnown,
            Sleeps = sleeps ? b.Sleeps : a.Sleeps,
            PriceLow = price ? b.PriceLow : a.PriceLow,
            PriceHigh = price ? b.PriceHigh : a.PriceHigh,
            IsPricedBySeason = price ? b.IsPricedBySeason : a.IsPricedBySeason,
            Per = price ? b.Per : a.Per,
            Rating = rating ? b.Rating : a.Rating,
            Ratings = rating ? b.Ratings : a.Ratings,
            Stars = stars ? b.Stars : a.Stars,
            Phone = phone ? b.Phone : a.Phone,
            En = words ? b.En : a.En,
            Vi = words ? b.Vi : a.Vi,
            PlaceId = point ? b.PlaceId : a.PlaceId,
            Latitude = point ? b.Latitude : a.Latitude,
            Longitude = point ? b.Longitude : a.Longitude,
            IsPointKnown = a.IsPointKnown || b.IsPointKnown,
            Things = things ? b.Things : a.Things,
            Lacks = things ? b.Lacks : a.Lacks,
            Url = a.Url ?? b.Url,
            Checked = a.Checked > b.Checked ? a.Checked : b.Checked,
            Trust = Math.Max(a.Trust, b.Trust),
        }, origins, from);
    }

    private double Likeness(Stay one, Stay other)
    {
        var (a, b) = (Words(one), Words(other));
        return a.Count == 0 || b.Count == 0 ? 0 : (double)a.Intersect(b).Count() / a.Union(b).Count();
    }

    /// <summary>The words that tell a house apart: without what it is and where it is, unless nothing else is left.</summary>
    private HashSet<string> Words(Stay stay)
    {
        var all = Tokenizer.Tokens(TextFolding.Fold(stay.PlainName())).Select(token => token.Normalized).ToHashSet(StringComparer.Ordinal);
        var place = gazetteer.Find(stay.PlaceId) is { } known ? Tokenizer.Tokens(TextFolding.Fold($"{known.Name} {known.NameEn}")).Select(token => token.Normalized) : [];
        var telling = all.Except(Generic).Except(place).ToHashSet(StringComparer.Ordinal);
        return telling.Count > 0 ? telling : all;
    }

    private static bool SamePhone(string? one, string? other) => Digits(one) is { Length: 8 } digits && digits == Digits(other);

    private static string? Digits(string? phone) => phone is null ? null : string.Concat(phone.Where(char.IsAsciiDigit)) is { Length: >= 8 } digits ? digits[^8..] : null;

    private static bool SameSite(string? one, string? other) =>
        WebText.Address(one) is { } a && WebText.Address(other) is { } b && WebText.Site(a).Equals(WebText.Site(b), StringComparison.OrdinalIgnoreCase);

    private static double DistanceKm(Stay one, Stay other)
    {
        var (north, east) = ((one.Latitude - other.Latitude) * 111.195, (one.Longitude - other.Longitude) * 111.195 * Math.Cos(double.DegreesToRadians(one.Latitude)));
        return Math.Sqrt(north * north + east * east);
    }
}
