using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Nights spent on a boat, a train or a bus, in whatever order it is said: "by boat overnight", "overnight on a junk", "ngủ đêm trên thuyền".</summary>
internal static partial class NightsOnTheWay
{
    public const string OnBoat = "cruise-cabin";

    public static IEnumerable<PhraseMatch<Concept>> Find(FoldedText text, Lexicon lexicon)
    {
        foreach (Match match in Nights().Matches(text.Folded))
        {
            var id = match.Groups["vehicle"].Value switch
            {
                "train" or "trains" or "tau hoa" or "tau lua" or "xe lua" => "sleeper-train",
                "bus" or "buses" or "coach" or "coaches" or "xe khach" or "xe" => "sleeper-bus",
                _ => OnBoat,
            };
            if (lexicon.Find(id) is { } concept)
            {
                var (start, end) = text.Span(match.Index, match.Length);
                yield return new PhraseMatch<Concept>(concept, start, end);
            }
        }
    }

    private const string Vehicle = @"(?<vehicle>boats?|ships?|junks?|cruises?|cruise ships?|trains?|bus(?:es)?|coach(?:es)?|du thuyen|thuyen|tau hoa|tau lua|xe lua|tau|xe khach|xe)\b";

    // "Ba ngày hai đêm bằng xe" is how long and how, not where one sleeps; a boat's bay or size may stand before it.
    [GeneratedRegex(@"\b(?:overnight|(?:a |one |the |\d )?(?<!\bdays?,? (?:and )?(?:\d+|one|two|three|four|five|six) )nights?|sleep(?:ing)?|qua dem|ngu dem|nghi dem|ngu|di dem)(?: (?:on|in|by|board|onboard|a|an|the|some|tren|o|bang|small|proper|nice|ha ?long|lan ha|bai tu long|bay|mekong)){1,6} " + Vehicle + @"|\b(?:(?:ngu|nghi) )?(?:mot|hai|ba|\d) dem (?:(?:tren|o) )+" + Vehicle + @"|\b(?:(?:ngu|nghi) )?(?:mot|hai|ba|\d) dem (?<vehicle>du thuyen|thuyen)\b" + "|\\b" + Vehicle + @" (?:rides? |trips? )?(?:overnight|over night|at night|by night|qua dem|ban dem)\b")]
    private static partial Regex Nights();
}
