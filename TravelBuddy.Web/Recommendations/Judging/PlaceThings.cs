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

    /// <summary>Kinds of places that are called what they are; a town and a lake may be called after a pagoda or a waterfall.</summary>
    private static readonly HashSet<string> CalledSo = new(["heritage_site", "sight", "village", "waterfall"], StringComparer.Ordinal);

    /// <summary>What the name of a place says that it is; of most words in names nothing follows.</summary>
    private static readonly HashSet<string> InNames = new(["pagoda", "church", "museum", "floating-market", "waterfall", "hot-spring", "sand-dunes", "fishing-village", "craft-village"], StringComparer.Ordinal);

    private const string Pagoda = "pagoda";
    private const string PagodaVisit = "pagoda-visit";
    private const string Terraces = "rice-terraces";

    /// <summary>Concepts, the broader ones included, each with the id of the first place that has it; none of what the tour says it does not have, nor a kind of that.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<VisitedPlace> visited, IReadOnlySet<string> denies, Gazetteer gazetteer, Lexicon lexicon)
    {
        var things = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var place in visited.Where(at => !at.IsStartOnly).Select(at => at.Place).OfType<Place>())
        {
            foreach (var thing in lexicon.WithBroader(ThingsOf(place, gazetteer, lexicon).Where(thing => !IsDenied(thing, denies, lexicon))))
            {
                things.TryAdd(thing, place.Id);
            }
        }

        return things;
    }

    private static IEnumerable<string> ThingsOf(Place place, Gazetteer gazetteer, Lexicon lexicon)
    {
        var named = CalledSo.Contains(place.Kind) ? Named(place, lexicon) : [];
        return [
            .. named,
            .. named.Contains(Pagoda) ? new[] { PagodaVisit } : [],
            .. OfKinds.TryGetValue(place.Kind, out var kind) ? new[] { kind } : [],
            .. ImpliedConcepts.Terraced.Contains(place.Id) ? new[] { Terraces } : [],
            .. place.Kind is "beach" or "island" or "archipelago" && !gazetteer.IsAbroad(place) && Seaside.IsBathing(place, gazetteer) ? ImpliedConcepts.BySea : [],
        ];
    }

    private static bool IsDenied(string thing, IReadOnlySet<string> denies, Lexicon lexicon) =>
        denies.Count > 0 && (lexicon.WithBroader([thing]).Any(denies.Contains) || ImpliedConcepts.BySea.Contains(thing) && ImpliedConcepts.AgainstSea.Any(denies.Contains));

    /// <summary>A "… Pagoda", or a "Chùa …" that is called one in English too: a bridge and a bay have the word in their names as well.</summary>
    private static List<string> Named(Place place, Lexicon lexicon)
    {
        var english = lexicon.FindIn(place.NameEn);
        return [.. english.Where(match => match.End == place.NameEn.Length || lexicon.FindIn(place.Name).Any(leads => leads.Start == 0 && leads.Value.Id == match.Value.Id)).Select(match => match.Value.Id).Where(InNames.Contains)];
    }
}
