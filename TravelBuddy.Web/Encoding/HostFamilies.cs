using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>Families that a tour tells of as hosts: "Tày families take you pillion", "a family's spring rolls", "cơm cùng gia đình người Giáy". They say nothing of who the tour is for.</summary>
internal static partial class HostFamilies
{
    private const string Families = "family-with-kids";

    /// <summary>Whether that is what is meant where a concept was found in a text.</summary>
    public static bool Is(string text, PhraseMatch<Concept> match) =>
        match.Value.Id == Families && Bare().IsMatch(text[match.Start..match.End]) && (Hosts().IsMatch(text[..match.Start]) || Hosting().IsMatch(text[match.End..]));

    [GeneratedRegex("^(?:family|families|gia đình)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\b(?:local|host|farming|fishing|village)\s$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hosts();

    [GeneratedRegex(@"^['’]s\b|^ (?:dinners?|lunch(?:es)?|meals?|home|house|garden|kitchen|farm|workshop|takes?|teach(?:es)?|cooks?|runs?|roasts?|hosts?|plays?)\b|^ (?:người|bác|anh|chị|chủ|bản|địa phương|nghệ nhân)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hosting();
}
