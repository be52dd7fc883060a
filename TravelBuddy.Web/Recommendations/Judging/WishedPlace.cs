using System.Collections.Concurrent;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>A wished place with the gazetteer places that count as being there, and those near enough to be a near miss.</summary>
public sealed record WishedPlace(Place? Place, string? FoldedText, double Priority, IReadOnlySet<string> There, IReadOnlySet<string> Near)
{
    public bool IsAnsweredBy(VisitedPlace visited) => visited.Place is { } place
        ? There.Contains(place.Id)
        : FoldedText is not null && TextFolding.Fold(visited.Text).Contains(FoldedText, StringComparison.Ordinal);
}

/// <summary>Works out once per gazetteer place which others answer the wish for it.</summary>
public sealed class PlaceReach(Gazetteer gazetteer)
{
    private const double There = .8;
    private const double Near = .3;
    private static readonly IReadOnlySet<string> Nowhere = new HashSet<string>();

    private readonly ConcurrentDictionary<string, (IReadOnlySet<string> There, IReadOnlySet<string> Near)> _known = new(StringComparer.Ordinal);

    public WishedPlace Of(PlaceWish wish)
    {
        var place = wish.PlaceId is null ? null : gazetteer.Find(wish.PlaceId);
        var (there, near) = place is null ? (Nowhere, Nowhere) : _known.GetOrAdd(place.Id, _ => Reach(place));
        return new WishedPlace(place, wish.Text is null ? null : TextFolding.Fold(wish.Text).Trim(), wish.Priority, there, near);
    }

    private (IReadOnlySet<string>, IReadOnlySet<string>) Reach(Place wished)
    {
        var there = new HashSet<string>(StringComparer.Ordinal);
        var near = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in gazetteer.Places)
        {
            var suits = LocationSimilarity.Of(wished, place, gazetteer);
            if (suits >= There)
            {
                there.Add(place.Id);
            }
            else if (suits >= Near)
            {
                near.Add(place.Id);
            }
        }

        return (there, near);
    }
}
