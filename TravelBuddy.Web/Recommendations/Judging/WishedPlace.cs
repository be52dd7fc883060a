using System.Collections.Concurrent;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>A wished place with the gazetteer places that count as being there, and those near enough to be a near miss.</summary>
public sealed record WishedPlace(Place? Place, string? FoldedText, double Priority, IReadOnlySet<string> There, IReadOnlySet<string> Near)
{
    private const int ZonesOfAnEndToEndTour = 2;
    private const double LeastKmEndToEnd = 300;

    /// <summary>For a route through the whole country, its parts (north, centre, south) with the places in each; empty for any other place.</summary>
    public IReadOnlyList<IReadOnlySet<string>> Zones { get; init; } = [];

    /// <summary>Whether a tour answers it: by a place it visits, or a route through the country by going to several parts of it.</summary>
    public bool IsAnsweredBy(IReadOnlyList<VisitedPlace> tour) => tour.Any(IsAnsweredBy) || IsTravelledBy(tour);

    /// <summary>Whether it is a route through the country and a tour goes to several parts of it that lie far apart.</summary>
    public bool IsTravelledBy(IReadOnlyList<VisitedPlace> tour)
    {
        if (Zones.Count == 0)
        {
            return false;
        }

        var visited = tour.Where(place => !place.IsStartOnly).Select(place => place.Place).OfType<Place>().ToList();
        return Zones.Count(zone => visited.Any(place => zone.Contains(place.Id))) >= ZonesOfAnEndToEndTour
            && visited.Any(one => visited.Any(other => Gazetteer.DistanceKm(one, other) >= LeastKmEndToEnd)); // A walk over the border of two parts is no journey through the country.
    }

    /// <summary>Ids of the place and of those inside it.</summary>
    public IReadOnlySet<string> Inside { get; init; } = new HashSet<string>();

    /// <summary>Its names without diacritics.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether a tour goes to the very place or into it, or names it otherwise than as its start; next to it is near enough to answer, but no visit.</summary>
    public bool IsVisitedBy(PackageFacts facts) =>
        facts.Places.Any(visited => visited.Place is { } there ? !visited.IsStartOnly && Inside.Contains(there.Id) : IsAnsweredBy(visited))
        || (facts.Start?.Id != Place?.Id && Names.Any(name => facts.FoldedText.Contains($" {name} ", StringComparison.Ordinal)));

    public bool IsAnsweredBy(VisitedPlace visited) => visited.Place is { } place
        ? !visited.IsStartOnly && There.Contains(place.Id)
        : FoldedText is not null && TextFolding.Fold(visited.Text).Contains(FoldedText, StringComparison.Ordinal);
}

/// <summary>Works out once per gazetteer place which others answer the wish for it.</summary>
public sealed class PlaceReach(Gazetteer gazetteer)
{
    private const double There = .8;
    private const double Near = .3;
    private static readonly IReadOnlySet<string> Nowhere = new HashSet<string>();

    private readonly Lazy<IReadOnlyList<IReadOnlySet<string>>> _zones = new(() =>
    [
        .. gazetteer.PartsOfCountry
            .Select(zone => gazetteer.Places.Where(place => gazetteer.Contains(zone.Id, place.Id)).Select(place => place.Id).ToHashSet(StringComparer.Ordinal)),
    ]);

    private readonly ConcurrentDictionary<string, (IReadOnlySet<string> There, IReadOnlySet<string> Near)> _known = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _inside = new(StringComparer.Ordinal);

    /// <summary>Ids of a place and of those inside it.</summary>
    public IReadOnlySet<string> Inside(Place place) => _inside.GetOrAdd(
        place.Id, id => gazetteer.Places.Where(other => gazetteer.Contains(id, other.Id)).Select(other => other.Id).Append(id).ToHashSet(StringComparer.Ordinal));

    public WishedPlace Of(PlaceWish wish)
    {
        var place = wish.PlaceId is null ? null : gazetteer.Find(wish.PlaceId);
        var (there, near) = place is null ? (Nowhere, Nowhere) : _known.GetOrAdd(place.Id, _ => Reach(place));
        return new WishedPlace(place, wish.Text is null ? null : TextFolding.Fold(wish.Text).Trim(), wish.Priority, there, near)
        {
            Inside = place is null ? Nowhere : Inside(place),
            Names = place is null ? [] : [.. place.Aliases.Append(place.Name).Append(place.NameEn).Select(Tokenizer.Folded).Distinct()],
            Zones = place is not null && LocationSimilarity.IsThroughCountry(place, gazetteer) ? _zones.Value : [],
        };
    }

    private (IReadOnlySet<string>, IReadOnlySet<string>) Reach(Place wished)
    {
        if (gazetteer.IsAbroad(wished))
        {
            return (gazetteer.CitiesOf(wished).Select(city => city.Id).Append(wished.Id).ToHashSet(StringComparer.Ordinal), Nowhere);
        }

        var there = new HashSet<string>(StringComparer.Ordinal);
        var near = new HashSet<string>(StringComparer.Ordinal);
        // An area is no circle: near to it is what is near to a spot inside.
        Place[]? inside = LocationSimilarity.IsArea(wished)
            ? [.. gazetteer.Places.Where(place => !LocationSimilarity.IsArea(place) && gazetteer.Contains(wished.Id, place.Id))]
            : null;
        foreach (var place in gazetteer.Places)
        {
            var suits = LocationSimilarity.Of(wished, place, gazetteer);
            if (suits >= There)
            {
                there.Add(place.Id);
            }
            else if (suits >= Near && !LocationSimilarity.IsThroughCountry(wished, gazetteer) // Its middle is no place to be near to.
                && (inside is not { Length: > 0 } || LocationSimilarity.IsArea(place) || inside.Any(spot => LocationSimilarity.AtDistance(Gazetteer.DistanceKm(spot, place)) >= Near)))
            {
                near.Add(place.Id);
            }
        }

        return (there, near);
    }
}
