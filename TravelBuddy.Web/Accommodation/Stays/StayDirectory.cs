using Marten;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Accommodation.Stays;

/// <summary>What one source brought in, and between which days it was looked at.</summary>
public sealed record StaySource(string Source, int Count, bool IsSample, DateOnly Oldest, DateOnly Newest);

/// <summary>The places to stay that were brought in, by where they are.</summary>
public sealed class StayDirectory(IDocumentStore store)
{
    private const double KmOfDegree = 111.2;
    private const int Most = 2000;

    /// <summary>All that lie within a distance of any of the places' edges; of each place the 2,000 nearest to its middle, those first.</summary>
    public async Task<IReadOnlyList<Stay>> NearAsync(IReadOnlyCollection<Place> places, double km, CancellationToken ct)
    {
        var found = new Dictionary<string, Stay>(StringComparer.Ordinal);
        await using var session = store.QuerySession();
        foreach (var place in places)
        {
            var reach = place.RadiusKm + km;
            var (high, wide) = (reach / KmOfDegree, reach / (KmOfDegree * Math.Cos(double.DegreesToRadians(place.Lat))));
            var (south, north, west, east) = (place.Lat - high, place.Lat + high, place.Lon - wide, place.Lon + wide);
            // On so short a way the earth is flat.
            var inBox = await session.QueryAsync<Stay>(
                "where d.latitude between ? and ? and d.longitude between ? and ? order by power(d.latitude - ?, 2) + power((d.longitude - ?) * ?, 2), d.id limit ?",
                ct, south, north, west, east, place.Lat, place.Lon, Math.Cos(double.DegreesToRadians(place.Lat)), Most);
            foreach (var stay in inBox.Where(stay => Gazetteer.DistanceKm(place, stay.Latitude, stay.Longitude) <= reach))
            {
                found.TryAdd(stay.Id, stay);
            }
        }

        return [.. found.Values];
    }

    /// <summary>Those with these ids that are still there, by id.</summary>
    public async Task<IReadOnlyDictionary<string, Stay>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return (await session.LoadManyAsync<Stay>(ct, [.. ids])).ToDictionary(stay => stay.Id, StringComparer.Ordinal);
    }

    /// <summary>Who brought in how many.</summary>
    public async Task<IReadOnlyList<StaySource>> SourcesAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var stays = await session.Query<Stay>().Select(stay => new { stay.Source, stay.IsSample, stay.Checked }).ToListAsync(ct);
        return [.. stays.GroupBy(stay => stay.Source).OrderBy(source => source.Key, StringComparer.Ordinal)
            .Select(source => new StaySource(source.Key, source.Count(), source.Any(stay => stay.IsSample), source.Min(stay => stay.Checked), source.Max(stay => stay.Checked)))];
    }

    /// <summary>Takes out all that a source brought in.</summary>
    public async Task RemoveAsync(string source, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.DeleteWhere<Stay>(stay => stay.Source == source);
        await session.SaveChangesAsync(ct);
    }
}
