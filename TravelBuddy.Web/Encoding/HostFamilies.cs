using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>Families that a tour tells of as hosts: "Tày families take you pillion", "a family's spring rolls", "cơm cùng gia đình người Giáy". They say nothing of who the tour is for.</summary>
internal static partial class HostFamilies
{
    private const string Families = "family-with-kids";

    /// <summary>Whether that is what is meant where a concept was found in a text.</summary>
    public static bool Is(string text, PhraseMatch<Concept> match) =>
        match.Value.Id == Families && Bare().IsMatch(text[match.Start..match.End])
            && !(ForThem().IsMatch(text[..match.Start]) || OfTheirs().IsMatch(text[match.End..]))
            && (Hosts().IsMatch(text[..match.Start]) || Hosting().IsMatch(text[match.End..]));

    [GeneratedRegex("^(?:family|families|gia đình)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\b(?:for|suits?|suiting|with kids and|cho|dành cho|hợp) (?:(?:a|the|all|any|whole|young|couples and|các|những|cả) )*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForThem();

    [GeneratedRegex(@"^[ -](?:tours?|trips?|breaks?|holidays?|vacations?|rooms?|suites?|cabins?|bungalows?|friendly|fun|with|of (?:two|three|four|five|six|\d))\b|^ (?:có|\d|nhỏ|đông)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfTheirs();

    [GeneratedRegex(@"\b(?:in|at|by|from|with|of|and|cùng|của|với) (?:(?:a|an|the|one|local|host|một) )*(?:[\p{Lu}][\p{L}'’]+ ){0,2}$|\b(?:a|an|local|host) (?:[\p{L}'’]+ )?$|\b\p{Lu}[\p{L}'’]+ $")]
    private static partial Regex Hosts();

    [GeneratedRegex(@"^['’]s\b|^ (?:dinner|lunch|meal|home|house|garden|kitchen|farm|workshop|takes?|teach(?:es)?|cooks?|runs?|lives?|roasts?|hosts?|plays?|have|has)\b|^ (?:người|bác|anh|chị|chủ|bản|địa phương|nghệ nhân)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hosting();
}
