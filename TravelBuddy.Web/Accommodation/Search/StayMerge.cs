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

    /// <summary>By how many days a price or rating is older that gives way to one that is relied on less.</summary>
    private const int OldDays = 180;

    private static readonly HashSet<string> Generic = new(
        ["hotel", "hotels", "resort", "homestay", "hostel", "villa", "villas", "apartment", "guesthouse", "lodge", "spa", "the", "and", "by", "in", "at", "khach", "san", "nha", "nghi", "boutique", "bungalow", "retreat", "ecolodge"],
        StringComparer.Ordinal);

    /// <summary>All places to stay with those put together that are one, whichever two sources tell of it: what is relied on most first, then what was looked at last.</summary>
    public IReadOnlyList<FoundStay> Merge(IEnumerable<Stay> directory, IEnumerable<FoundStay> web)
    {
        var all = new List<(FoundStay Found, HashSet<string> Name)>();
        var named = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var found in directory.Select(FoundStay.OfDirectory).Concat(web).OrderByDescending(found => found.Stay.Trust).ThenByDescending(found => found.Stay.Checked))
        {
            // Two names of one house share a word, so that only those that do are compared; an invented house is like no other.
            var name = found.Stay.IsSample ? [] : Words(found.Stay);
            var same = name.SelectMany(word => named.GetValueOrDefault(word) ?? []).Distinct().Order().Where(at => IsSame(all[at].Found.Stay, found.Stay, () => Likeness(all[at].Name, name))).Select(at => (int?)at).FirstOrDefault();
            if (same is { } known)
            {
                all[known] = (Together(all[known].Found, found), all[known].Name);
                continue;
            }

            foreach (var word in name)
            {
                named.TryAdd(word, []);
                named[word].Add(all.Count);
            }

            all.Add((found, name));
        }

        return [.. all.Select(each => each.Found)];
    }

    /// <summary>Whether two entries are of one house.</summary>
    public bool IsSame(Stay one, Stay other) => one.IsSample || other.IsSample ? one.Id == other.Id : IsSame(one, other, () => Likeness(Words(one), Words(other)));

    private bool IsSame(Stay one, Stay other, Func<double> likeness)
    {
        var km = DistanceKm(one, other);
        if (!(one.IsPointKnown && other.IsPointKnown ? km <= NearKm : gazetteer.Contains(one.PlaceId, other.PlaceId) || gazetteer.Contains(other.PlaceId, one.PlaceId)))
        {
            return false;
        }

        var alike = likeness();
        return SamePhone(one.Phone, other.Phone) && alike > 0
            || SameSite(one.Url, other.Url) && alike >= KindredName
            || alike >= SameName && (one.Kind == other.Kind || !one.IsKindKnown || !other.IsKindKnown || km <= SameSpotKm);
    }

    /// <summary>The first one's statements, filled with the other's. Its price and rating stay unless they are old; of two that are relied on equally the rating counts that more guests gave.</summary>
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

        bool IsOld(StayFact fact) => first.OriginOf(fact) is { } told && b.Checked.DayNumber - told.At.DayNumber > OldDays;

        var price = Takes(StayFact.Price, IsOld(StayFact.Price));
        var rating = Takes(StayFact.Rating, IsOld(StayFact.Rating) || b.Ratings > a.Ratings && b.Trust >= first.OriginOf(StayFact.Rating)?.Trust);
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
            RatingWorth = rating ? b.RatingWorth : a.RatingWorth,
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
            // Each statement is relied on as far as whoever makes it.
            Trust = from.Values.Average(at => origins[at].Trust),
        }, origins, from);
    }

    private static double Likeness(HashSet<string> one, HashSet<string> other) => one.Count == 0 || other.Count == 0 ? 0 : (double)one.Intersect(other).Count() / one.Union(other).Count();

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
