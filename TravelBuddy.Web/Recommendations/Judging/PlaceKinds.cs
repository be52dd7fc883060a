using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>What the places of a tour are, for whoever wants none of that kind: "Sửng Sốt" is a cave, and Hòn Mun an island, though no text says so.</summary>
internal static partial class PlaceKinds
{
    private const double InPassing = .75;

    private static readonly Dictionary<string, string> Concepts = new(StringComparer.Ordinal)
    {
        ["archipelago"] = "island",
        ["cave"] = "cave",
        ["island"] = "island",
    };

    /// <summary>Whether a concept is a kind of place that is looked for.</summary>
    public static bool IsOne(string concept) => Concepts.ContainsValue(concept);

    /// <summary>Concepts with 1 where it goes to such a place, less where its texts only name one.</summary>
    public static IReadOnlyDictionary<string, double> Of(TourPackage package, IReadOnlyList<VisitedPlace> visited, Gazetteer gazetteer)
    {
        var kinds = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var place in visited.Where(at => !at.IsStartOnly).Select(at => at.Place).OfType<Place>())
        {
            Add(place, 1);
        }

        foreach (var text in package.Itinerary.Append(package.Title).Append(package.Description).OfType<string>())
        {
            foreach (var match in gazetteer.FindIn(text))
            {
                Add(match.Value, InPassing);
            }

            if (NamedCave().IsMatch(text))
            {
                kinds.TryAdd("cave", InPassing);
            }
        }

        return kinds;

        void Add(Place place, double strength)
        {
            foreach (var kind in gazetteer.Ancestors(place.Id).Select(gazetteer.Find).Append(place).OfType<Place>().Select(at => at.Kind))
            {
                if (Concepts.TryGetValue(kind, out var concept))
                {
                    kinds[concept] = Math.Max(strength, kinds.GetValueOrDefault(concept));
                }
            }
        }
    }

    // With a small letter, so that a street written "Hang Buom" is none.
    [GeneratedRegex(@"\bhang \p{Lu}|\bđộng \p{Lu}")]
    private static partial Regex NamedCave();
}
