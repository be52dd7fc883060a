using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Encoding;

/// <summary>A place that a package visits: a gazetteer place, or the words of the feed where none is known. The shares of a package sum to 1.</summary>
public sealed record VisitedPlace(Place? Place, string Text, double Share)
{
    /// <summary>All that is known is that the tour sets off there, or goes on board.</summary>
    public bool IsStartOnly { get; init; }
}

/// <summary>Which places a package is about, and how much of it each is: from its list of places, its title, and only then its day plan and description.</summary>
public static partial class PackagePlaces
{
    private const double Title = .5;
    private const double StartOnly = .3;

    /// <summary>What a place counts that a package lists, but that no day of its plan names.</summary>
    private const double InPassing = .35;

    /// <summary>Beside places that a feed lists, a name of its title that is less known than this and farther than <see cref="NamesakeKm"/> from all of them is another place's ("đảo Khỉ" of Nha Trang and of Cát Bà), or no place ("where the Red River enters Viet Nam").</summary>
    private const double WellKnown = .5;
    private const double NamesakeKm = 100;

    /// <summary>The places with their shares; empty if the package does not say.</summary>
    public static IReadOnlyList<VisitedPlace> Of(TourPackage package, Gazetteer gazetteer)
    {
        var weights = new Dictionary<string, (Place? Place, string Text, double Weight)>(StringComparer.Ordinal);
        void Add(Place? place, string text, double weight)
        {
            var key = place?.Id ?? "?" + Language.TextFolding.Fold(text);
            weights[key] = (place, text, Math.Max(weight, weights.GetValueOrDefault(key).Weight));
        }

        var own = new HashSet<string>(StringComparer.Ordinal);
        var listed = package.Locations.DistinctBy(location => location.PlaceId ?? location.Text).ToList();
        foreach (var named in listed)
        {
            var places = Resolve(named, listed, gazetteer);
            foreach (var place in places)
            {
                Add(place, named.Text, 1);
                own.Add(place.Id);
            }

            if (places.Count == 0 && !string.IsNullOrWhiteSpace(named.Text))
            {
                Add(null, named.Text.Trim(), 1);
            }
        }

        var start = package.Start is null ? null : Resolve(package.Start, gazetteer).FirstOrDefault();
        var located = weights.Values.Select(entry => entry.Place).OfType<Place>().ToList();
        foreach (var place in Mentioned(package.Title, gazetteer).Where(place => !IsNamesake(place, located)))
        {
            var isListed = weights.TryGetValue(place.Id, out var known);
            Add(place, place.Name, isListed ? known.Weight + Title : place.Id == start?.Id ? StartOnly : 1);
        }

        // Feeds whose list of places holds only where the tour sets off.
        var elsewhere = weights.Values.Any(entry => entry.Place is null || entry.Place.Id != start?.Id);
        if (weights.Count == 0 || (!elsewhere && package.DurationDays > 1))
        {
            foreach (var place in package.Itinerary.SelectMany(day => Mentioned(day, gazetteer)).Concat(Mentioned(package.Description, gazetteer)).Distinct())
            {
                Add(place, place.Name, .6);
            }
        }

        // A walk through a town's quarters stays in the town; one that goes on to other places only sets off there, unless its list of places holds the town.
        var leaves = start is not null && weights.Values.Any(entry => entry.Place is null || !IsIn(entry.Place, start, gazetteer));
        var startOnly = leaves && !own.Contains(start!.Id) && !weights.Values.Any(entry => entry.Place is { } place && place.Id != start.Id && IsIn(place, start, gazetteer)) ? start.Id : null;
        if (leaves && weights.TryGetValue(start!.Id, out var departure))
        {
            weights[start.Id] = departure with { Weight = departure.Weight * StartOnly };
        }

        var ports = listed.Count < 2 ? [] : weights.Keys.Where(id => own.Contains(id) && IsOnlyPort(id)).ToHashSet(StringComparer.Ordinal);
        ports = ports.Count < weights.Count ? ports : [];
        foreach (var id in ports)
        {
            weights[id] = weights[id] with { Weight = weights[id].Weight * StartOnly };
        }

        var days = DaysWithPlaces(package.Itinerary, start, gazetteer);
        foreach (var (id, entry) in weights.ToList())
        {
            weights[id] = entry with { Weight = entry.Weight * DaysAt(entry.Place, start, days, gazetteer) };
        }

        var narrow = weights.Values.Where(entry => !IsFrameOfAnother(entry.Place, weights.Values.Select(other => other.Place), gazetteer)).ToList();
        var sum = narrow.Sum(entry => entry.Weight);
        return [.. narrow.OrderByDescending(entry => entry.Weight).Select(entry => new VisitedPlace(entry.Place, entry.Text, entry.Weight / sum) { IsStartOnly = entry.Place is { } place && (place.Id == startOnly || ports.Contains(place.Id)) })];

        // A port is on the way where all that the texts say of a place is that one goes on board there: the title does not name it, and nothing in it is visited.
        bool IsOnlyPort(string id)
        {
            if (gazetteer.FindIn(package.Title).Any(match => match.Value.Id == id) || weights.Values.Any(entry => entry.Place is { } place && place.Id != id && gazetteer.Contains(id, place.Id)))
            {
                return false;
            }

            var named = new[] { package.Description, package.Notes }.Concat(package.Itinerary).Concat(package.Includes).OfType<string>()
                .SelectMany(text => gazetteer.FindIn(text).Where(match => match.Value.Id == id).Select(match => (Text: text, match.Start, match.End))).ToList();
            return named.Exists(IsPort) && named.TrueForAll(name => IsPort(name) || OnTheWayBefore().IsMatch(name.Text[..name.Start]) || OnTheWayBehind().IsMatch(name.Text[name.End..]));

            static bool IsPort((string Text, int Start, int End) name) => PortBefore().IsMatch(name.Text[..name.Start]) || PortBehind().IsMatch(name.Text[name.End..]);
        }
    }

    [GeneratedRegex(@"(?<!\p{L})(?:cảng|bến|bến tàu|bến phà|cầu cảng|ga|sân bay|(?:port|pier|harbour|harbor|ferry|airport|station) (?:of|in|at|from))(?: [\p{L}]+)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PortBefore();

    [GeneratedRegex(@"(?<!\p{L})(?:về|tới|đến|từ|qua|vào|back to|return to|to|from|via)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnTheWayBefore();

    [GeneratedRegex(@"^\s*(?:-|–|—|→)\s*\p{L}")]
    private static partial Regex OnTheWayBehind();

    [GeneratedRegex(@"^\s*(?:port|pier|harbour|harbor|jetty|ferry|airport|station)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PortBehind();

    /// <summary>What each day of a plan that names places beside the start names; none where the plan does not tell days apart.</summary>
    private static List<List<Place>> DaysWithPlaces(IReadOnlyList<string> days, Place? start, Gazetteer gazetteer) =>
        days.Count < 2 ? [] : [.. days.Select(day => Mentioned(day, gazetteer).Where(place => place.Id != start?.Id).ToList()).Where(day => day.Count > 0)];

    /// <summary>By how much of the days a place counts, from <see cref="InPassing"/> to 1; 1 where they do not tell.</summary>
    private static double DaysAt(Place? place, Place? start, List<List<Place>> days, Gazetteer gazetteer) => place is null || place.Id == start?.Id || days.Count == 0
        ? 1
        : InPassing + (1 - InPassing) * days.Count(day => day.Exists(other => gazetteer.Contains(place.Id, other.Id))) / days.Count;

    /// <summary>The places a text of a feed names: itself in the gazetteer, or the places found in it.</summary>
    public static IReadOnlyList<Place> Resolve(NamedPlace named, Gazetteer gazetteer) =>
        (named.PlaceId is null ? null : gazetteer.Find(named.PlaceId)) is { } known ? [known]
        : gazetteer.Resolve(named.Text) is { } whole ? [whole]
        : [.. Mentioned(named.Text, gazetteer)];

    /// <summary>A name that says nothing by itself is looked for beside another of the list: "Phố cổ" of a tour in Hà Nội.</summary>
    private static IReadOnlyList<Place> Resolve(NamedPlace named, IReadOnlyList<NamedPlace> listed, Gazetteer gazetteer)
    {
        if (Resolve(named, gazetteer) is { Count: > 0 } known)
        {
            return known;
        }

        var beside = listed.Where(other => !ReferenceEquals(other, named)).Select(other => gazetteer.Resolve($"{named.Text} {other.Text}")).OfType<Place>().FirstOrDefault();
        return beside is null ? [] : [beside];
    }

    private static bool IsNamesake(Place place, IReadOnlyList<Place> listed) =>
        place.Popularity < WellKnown && listed.Count > 0 && listed.All(other => Gazetteer.DistanceKm(place, other) > NamesakeKm + other.RadiusKm);

    private static bool IsIn(Place place, Place town, Gazetteer gazetteer) => place.Id == town.Id || gazetteer.Contains(town.Id, place.Id);

    private static IEnumerable<Place> Mentioned(string? text, Gazetteer gazetteer) =>
        string.IsNullOrEmpty(text) ? [] : gazetteer.FindIn(text).Select(match => match.Value).Where(place => place.Kind != "country").Distinct();

    /// <summary>"Quảng Ninh" beside "Hạ Long" adds nothing; a town beside one of its sights does.</summary>
    private static bool IsFrameOfAnother(Place? place, IEnumerable<Place?> all, Gazetteer gazetteer) =>
        place is not null && LocationSimilarity.IsArea(place)
        && all.Any(other => other is not null && other.Id != place.Id && gazetteer.Contains(place.Id, other.Id));
}
