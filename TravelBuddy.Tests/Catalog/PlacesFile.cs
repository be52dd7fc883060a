using System.Text.Json;

namespace TravelBuddy.Tests.Catalog;

/// <summary>One line of data/places.jsonl as it stands in the file, before any code of the app has interpreted it.</summary>
internal sealed record PlaceLine(
    string Id, string Name, string NameEn, string Kind, double Lat, double Lon, double RadiusKm,
    string[] Parents, string[] Aliases, string[] Short, double Popularity, string? Successor, StairsLine? Stairs)
{
    public IEnumerable<string> Surfaces => [Name, NameEn, .. Aliases, .. Short];
}

/// <summary>The steps of a place as the file has them.</summary>
internal sealed record StairsLine(int? About, bool? Lift);

/// <summary>Reads files of the data folder beside TravelBuddy.sln.</summary>
internal static class PlacesFile
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<IReadOnlyDictionary<string, PlaceLine>> Loaded = new(() =>
        RawLines().Select(line => JsonSerializer.Deserialize<PlaceLine>(line, Strict)!).ToDictionary(place => place.Id));

    public static IReadOnlyDictionary<string, PlaceLine> ById => Loaded.Value;

    public static IEnumerable<PlaceLine> All => ById.Values;

    public static string[] RawLines() => File.ReadAllLines(PathOf("places.jsonl"));

    public static string PathOf(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TravelBuddy.sln")))
            {
                return Path.Combine(folder.FullName, "data", file);
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds TravelBuddy.sln.");
    }

    /// <summary>Everything the place lies in, the units its old provinces became included; not the place itself.</summary>
    public static HashSet<string> AncestorsOf(string id)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([id]);
        while (open.TryPop(out var next))
        {
            var place = ById[next];
            foreach (var above in place.Successor is { } successor ? [.. place.Parents, successor] : place.Parents)
            {
                if (seen.Add(above))
                {
                    open.Push(above);
                }
            }
        }

        return seen;
    }

    /// <summary>Great-circle distance.</summary>
    public static double Kilometres(PlaceLine from, PlaceLine to)
    {
        var (lat1, lat2) = (double.DegreesToRadians(from.Lat), double.DegreesToRadians(to.Lat));
        var (sinLat, sinLon) = (Math.Sin((lat2 - lat1) / 2), Math.Sin(double.DegreesToRadians(to.Lon - from.Lon) / 2));
        return 2 * 6371 * Math.Asin(Math.Sqrt(sinLat * sinLat + Math.Cos(lat1) * Math.Cos(lat2) * sinLon * sinLon));
    }
}
