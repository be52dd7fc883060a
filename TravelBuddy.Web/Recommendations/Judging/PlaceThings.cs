using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>What the places of a tour have or are: nobody visits the Mường Hoa valley without seeing its rice terraces, nor Chùa Bái Đính without a pagoda, though no text says so.</summary>
internal static class PlaceThings
{
    private static readonly Dictionary<string, string> OfKinds = new(StringComparer.Ordinal)
    {
        ["archipelago"] = "island",
        ["bay"] = "bay",
        ["beach"] = "beach",
        ["cave"] = "cave",
        ["island"] = "island",
        ["lake"] = "lake",
        ["national_park"] = "national-park",
        ["old_quarter"] = "old-town",
        ["pass"] = "mountain-pass",
        ["waterfall"] = "waterfall",
    };

    /// <summary>What the name of a place says that it is; of most words in names nothing follows.</summary>
    private static readonly HashSet<string> InNames = new(["pagoda", "church", "museum", "floating-market", "waterfall", "hot-spring", "sand-dunes", "fishing-village", "craft-village"], StringComparer.Ordinal);

    private const string Pagoda = "pagoda";
    private const string PagodaVisit = "pagoda-visit";
    private const string Terraces = "rice-terraces";

    /// <summary>Concepts, the broader ones included, each with the id of the first place that has it.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<VisitedPlace> visited, Gazetteer gazetteer, Lexicon lexicon)
    {
        var things = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var place in visited.Where(at => !at.IsStartOnly).Select(at => at.Place).OfType<Place>())
        {
            foreach (var thing in lexicon.WithBroader(ThingsOf(place, gazetteer, lexicon)))
            {
                things.TryAdd(thing, place.Id);
            }
        }

        return things;
    }

    private static IEnumerable<string> ThingsOf(Place place, Gazetteer gazetteer, Lexicon lexicon)
    {
        var named = new[] { place.Name, place.NameEn }.SelectMany(name => lexicon.FindIn(name)).Select(match => match.Value.Id).Where(InNames.Contains).ToList();
        return [
            .. named,
            .. named.Contains(Pagoda) ? new[] { PagodaVisit } : [],
            .. OfKinds.TryGetValue(place.Kind, out var kind) ? new[] { kind } : [],
            .. ImpliedConcepts.Terraced.Contains(place.Id) ? new[] { Terraces } : [],
            .. place.Kind is "beach" or "island" or "archipelago" && !gazetteer.IsAbroad(place) && Seaside.IsBathing(place, gazetteer) ? ImpliedConcepts.BySea : [],
        ];
    }
}
