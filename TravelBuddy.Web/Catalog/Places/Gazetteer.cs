using System.Text.Json;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Places;

/// <summary>A place of <c>data/places.jsonl</c>, or of the world's cities in the same format. Coordinates in degrees (WGS 84), radius in kilometres, popularity 0 to 1.</summary>
public sealed record Place
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public required string Kind { get; init; }
    public required double Lat { get; init; }
    public required double Lon { get; init; }
    public double RadiusKm { get; init; } = 5;
    public IReadOnlyList<string> Parents { get; init; } = [];
    public string? Successor { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public IReadOnlyList<string> Short { get; init; } = [];
    public double Popularity { get; init; }

    /// <summary>The steps that visitors climb; null where they are few or not known.</summary>
    public PlaceStairs? Stairs { get; init; }

    /// <summary>The name in a language ("vi", anything else is English).</summary>
    public string Label(string language) => language == "vi" ? Name : NameEn;
}

/// <summary>The steps of a place.</summary>
/// <param name="About">About how many; null for many that nobody is sure of.</param>
/// <param name="Lift">Whether a lift or a cable car saves a part of them.</param>
public sealed record PlaceStairs(int? About = null, bool Lift = false)
{
    private const int Many = 100;

    /// <summary>What they count for beside those of another place.</summary>
    public int AtLeast => About ?? Many;
}

/// <summary>
/// The gazetteer: places by id, by any spelling, inside text, and their distances and kinship. Viet Nam is known in depth; abroad, where travellers come
/// from and some tours go, only countries and larger cities, and only by their whole name.
/// </summary>
public sealed class Gazetteer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Dictionary<string, Place> _byId;
    private readonly Dictionary<string, IReadOnlySet<string>> _ancestors = new(StringComparer.Ordinal);
    private readonly PhraseIndex<Place> _phrases = new();
    private readonly List<(string Folded, Place Place)> _suggestible = [];
    private readonly List<(string Folded, Place Place)> _suggestibleAbroad = [];
    private readonly Misspellings _misspellings;
    private readonly PhraseIndex<Place> _abroad = new();
    private readonly HashSet<string> _home;
    private readonly ILookup<string, Place> _byCountry;

    private Gazetteer(IReadOnlyList<Place> home, IReadOnlyList<Place> abroad)
    {
        Places = home;
        _home = [.. home.Select(place => place.Id)];
        _byId = home.Concat(abroad).ToDictionary(place => place.Id, StringComparer.Ordinal);
        _byCountry = abroad.SelectMany(place => place.Parents, (place, country) => (place, country)).ToLookup(pair => pair.country, pair => pair.place, StringComparer.Ordinal);
        foreach (var place in abroad)
        {
            foreach (var name in Names(place))
            {
                _abroad.Add(name, place);
                _suggestibleAbroad.Add((TextFolding.Fold(name), place));
            }
        }

        foreach (var place in home)
        {
            foreach (var name in Names(place))
            {
                _phrases.Add(name, place);
                _suggestible.Add((TextFolding.Fold(name), place));
            }

            foreach (var name in place.Short)
            {
                _phrases.Add(name, place, upperOnly: true);
                _suggestible.Add((TextFolding.Fold(name), place));
            }
        }

        _misspellings = new Misspellings(home.SelectMany(Names, (place, name) => (name, place)));
    }

    /// <summary>The places of Viet Nam.</summary>
    public IReadOnlyCollection<Place> Places { get; }

    /// <summary>Reads the gazetteer; a line that does not parse throws <see cref="InvalidDataException"/> naming the line.</summary>
    /// <param name="path">The places of Viet Nam.</param>
    /// <param name="abroad">The countries and cities of the rest of the world; null for none.</param>
    public static Gazetteer Load(string path, string? abroad = null) => new([.. JsonLines.Read<Place>(path, Json)], abroad is null ? [] : [.. JsonLines.Read<Place>(abroad, Json)]);

    /// <summary>The town or province itself, or the town that a sight, quarter or beach lies in; null if none is known.</summary>
    public Place? TownOf(Place place) =>
        place.Kind is "city" or "town" or "province" or "old_province" ? place : place.Parents.Select(Find).FirstOrDefault(parent => parent?.Kind is "city" or "town");

    /// <summary>Whether a place lies outside Viet Nam.</summary>
    public bool IsAbroad(Place place) => !_home.Contains(place.Id);

    /// <summary>The cities of a country abroad; none for any other place.</summary>
    public IEnumerable<Place> CitiesOf(Place country) => _byCountry[country.Id];

    /// <summary>The place with an id, or null.</summary>
    public Place? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The parts of the country: the regions directly below it.</summary>
    public IEnumerable<Place> PartsOfCountry => Places.Where(place => place.Kind == "region" && IsDirectlyInCountry(place));

    /// <summary>Whether nothing but the country is above a place: its large parts, and routes through all of them.</summary>
    public bool IsDirectlyInCountry(Place place) => place.Parents.Any(id => Find(id)?.Kind == "country");

    /// <summary>The place that a whole text names in any spelling, one of Viet Nam before one abroad and the most popular if several; null if none does.</summary>
    public Place? Resolve(string text) => _phrases.FindWhole(text).MaxBy(place => place.Popularity) ?? _abroad.FindWhole(text).MaxBy(place => place.Popularity);

    /// <summary>The place that a whole text names among others: of several with that name the one nearest to any of those ("Bãi Dài" beside Phú Quốc is not the one of Cam Ranh).</summary>
    public Place? Resolve(string text, IReadOnlyCollection<Place> company)
    {
        var named = _phrases.FindWhole(text).Distinct().ToList();
        var others = company.Except(named).ToList();
        return named.Count < 2 || others.Count == 0 ? Resolve(text) : named.MinBy(place => others.Min(other => DistanceKm(place, other)));
    }

    /// <summary>The place that a text, which names none, misspells by a letter or two; null if there is none.</summary>
    public Place? ResolveMisspelt(string text) => _misspellings.Find(text);

    /// <summary>The same for words that stand together in running text; only well-known places, of popularity .8 and more.</summary>
    public Place? ResolveMisspelt(IReadOnlyList<Token> words) => _misspellings.FindWellKnown(words);

    /// <summary>The well-known place whose name sounds like good syllables that stand together in running text; null if none does.</summary>
    public Place? ResolveHeard(IReadOnlyList<Token> words) => _misspellings.WrittenByEar(words);

    /// <summary>Places named in running text with their spans; of several places with one name the one nearest to what else is named, or else the most popular.</summary>
    public IReadOnlyList<PhraseMatch<Place>> FindIn(string text)
    {
        var names = _phrases.FindIn(text).GroupBy(match => (match.Start, match.End)).Select(name => name.DistinctBy(match => match.Value).ToList()).ToList();
        Place[] company = names.All(name => name.Count == 1) ? [] : [.. names.Where(name => name.Count == 1).Select(name => name[0].Value).Where(place => place.Kind != "country").Distinct()];
        return [.. names.Select(name => name.Count == 1 ? name[0]
            : company.Length == 0 ? name.MaxBy(match => match.Value.Popularity)
            : name.MinBy(match => company.Min(other => DistanceKm(match.Value, other))))];
    }

    /// <summary>Suggestions for what has been typed so far: names that begin with it first, then names with a word that does, by popularity.</summary>
    public IReadOnlyList<Place> Suggest(string typed, int count)
    {
        var folded = TextFolding.Fold(typed).Trim();
        if (folded.Length == 0)
        {
            return [];
        }

        var here = Suggest(_suggestible, folded, count);
        return here.Count == count ? here : [.. here, .. Suggest(_suggestibleAbroad, folded, count - here.Count)];
    }

    private static List<Place> Suggest(List<(string Folded, Place Place)> names, string folded, int count) =>
        [.. names
            .Select(entry => (entry.Place, Rank: entry.Folded.StartsWith(folded, StringComparison.Ordinal) ? 1.0
                : entry.Folded.Contains(" " + folded, StringComparison.Ordinal) ? .4 : 0))
            .Where(entry => entry.Rank > 0)
            .GroupBy(entry => entry.Place)
            .OrderByDescending(group => group.Max(entry => entry.Rank) + group.Key.Popularity)
            .Select(group => group.Key)
            .Take(count)];

    /// <summary>Ids of everything a place lies in (not itself): parents, theirs, and a former province's successor.</summary>
    public IReadOnlySet<string> Ancestors(string id)
    {
        lock (_ancestors)
        {
            if (!_ancestors.TryGetValue(id, out var ancestors))
            {
                var all = new HashSet<string>(StringComparer.Ordinal);
                Collect(id, all);
                ancestors = _ancestors[id] = all;
            }

            return ancestors;
        }
    }

    /// <summary>Whether <paramref name="inner"/> is <paramref name="outer"/> or lies in it.</summary>
    public bool Contains(string outer, string inner) => outer == inner || Ancestors(inner).Contains(outer);

    /// <summary>Great-circle distance in kilometres (haversine, mean Earth radius 6371 km).</summary>
    public static double DistanceKm(Place a, Place b) => DistanceKm(a, b.Lat, b.Lon);

    /// <summary>Great-circle distance of a place to a point given in degrees.</summary>
    public static double DistanceKm(Place a, double latitude, double longitude)
    {
        var dLat = double.DegreesToRadians(latitude - a.Lat);
        var dLon = double.DegreesToRadians(longitude - a.Lon);
        var h = Math.Pow(Math.Sin(dLat / 2), 2)
            + Math.Cos(double.DegreesToRadians(a.Lat)) * Math.Cos(double.DegreesToRadians(latitude)) * Math.Pow(Math.Sin(dLon / 2), 2);
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static IEnumerable<string> Names(Place place) => place.Aliases.Append(place.Name).Append(place.NameEn).Distinct();

    private void Collect(string id, HashSet<string> all)
    {
        if (!_byId.TryGetValue(id, out var place))
        {
            return;
        }

        foreach (var parent in place.Successor is null ? place.Parents : place.Parents.Append(place.Successor))
        {
            if (all.Add(parent))
            {
                Collect(parent, all);
            }
        }
    }
}
