using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Stars that are a ship's: "5-star cruise", "du thuyền 5 sao". They say how fine it is, and nothing of a hotel.</summary>
internal static partial class StarredShips
{
    private const int Fine = 5;

    /// <summary>What was found without hotels by a ship's stars, and with what these say.</summary>
    public static IReadOnlyList<PhraseMatch<Concept>> Meant(FoldedText text, IReadOnlyList<PhraseMatch<Concept>> found, Lexicon lexicon)
    {
        var ships = Stars().Matches(text.Folded).Select(match => (Span: text.Span(match.Groups["stars"].Index, match.Groups["stars"].Length), Stars: Numbers.Value(text, match.Groups["n"]))).ToList();
        if (ships.Count == 0)
        {
            return found;
        }

        var kept = found.Where(match => !IsHotel(match.Value) || !ships.Any(ship => match.Start < ship.Span.End && ship.Span.Start < match.End)).ToList();
        var fine = from ship in ships
                   where ship.Stars >= Fine
                   let concept = lexicon.Find("luxury")
                   where concept is not null && !kept.Any(match => match.Value == concept)
                   select new PhraseMatch<Concept>(concept, ship.Span.Start, ship.Span.End);
        return [.. kept, .. fine.Take(1)];
    }

    private static bool IsHotel(Concept concept) => concept.Id.StartsWith("hotel-", StringComparison.Ordinal) && concept.Id.EndsWith("-star", StringComparison.Ordinal);

    private const string Ship = "(?:cruises?|ships?|boats?|junks?|yachts?|cruise ships?|du thuyen|tau|thuyen)";

    [GeneratedRegex(@"\b(?<stars>(?<n>" + Numbers.Pattern + @")[\s-]*stars?) (?:[a-z]+ )?" + Ship + @"\b|\b" + Ship + @" (?:hang |loai |chuan |tieu chuan )?(?<stars>(?<n>" + Numbers.Pattern + @")[\s-]*(?:stars?|sao)\b)")]
    private static partial Regex Stars();
}
