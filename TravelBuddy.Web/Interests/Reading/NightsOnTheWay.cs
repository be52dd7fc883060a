using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Nights spent on a boat, a train or a bus, in whatever order it is said: "by boat overnight", "overnight on a junk", "ngủ đêm trên thuyền".</summary>
internal static partial class NightsOnTheWay
{
    public static IEnumerable<PhraseMatch<Concept>> Find(FoldedText text, Lexicon lexicon)
    {
        foreach (Match match in Nights().Matches(text.Folded))
        {
            var id = match.Groups["vehicle"].Value switch
            {
                "train" or "trains" or "tau hoa" or "tau lua" or "xe lua" => "sleeper-train",
                "bus" or "buses" or "coach" or "coaches" or "xe khach" or "xe" => "sleeper-bus",
                _ => "cruise-cabin",
            };
            if (lexicon.Find(id) is { } concept)
            {
                var (start, end) = text.Span(match.Index, match.Length);
                yield return new PhraseMatch<Concept>(concept, start, end);
            }
        }
    }

    private const string Vehicle = @"(?<vehicle>boats?|ships?|junks?|cruises?|cruise ships?|trains?|bus(?:es)?|coach(?:es)?|du thuyen|thuyen|tau hoa|tau lua|xe lua|tau|xe khach|xe)\b";

    [GeneratedRegex(@"\b(?:overnight|(?:a |one |the )?nights?|sleep(?:ing)?|qua dem|ngu dem|nghi dem|ngu|di dem)(?: (?:on|in|by|board|onboard|a|an|the|some|tren|o|bang)){1,3} " + Vehicle + "|\\b" + Vehicle + @" (?:rides? |trips? )?(?:overnight|over night|at night|by night|qua dem|ban dem)\b")]
    private static partial Regex Nights();
}
