using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>How many people a tour is sold to together, as far as its texts say: at least (a class, a company, those who charter a boat), at most (a boat, a van).</summary>
public static partial class GroupSize
{
    private const int Largest = 500;

    /// <summary>The least number of people a group must have; null if none is told. In a description other numbers of people stand, too, so that only what is said of the whole group counts.</summary>
    public static int? LeastOf(string title, string? notes, string? description = null) => First(Least(), title, notes) ?? First(LeastOfGroup(), title, description);

    /// <summary>The most people the price of a group is for; null if none is told.</summary>
    public static int? MostOf(string title, string? notes) => First(Most(), title, notes);

    private static int? First(Regex pattern, params string?[] texts) => texts.OfType<string>()
        .Select(text => pattern.Match(TextFolding.Fold(text)))
        .Where(match => match.Success)
        .Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value)
        .Select(number => (int?)int.Parse(number, CultureInfo.InvariantCulture))
        .FirstOrDefault(size => size is > 0 and <= Largest);

    [GeneratedRegex(@"(?<!cung doan )\btu (\d{1,3}) (?:khach|nguoi|em|hoc sinh|hs|pax)\b|\b(\d{1,3})\+ ?(?:pupils|students|people|guests|pax)\b|\b(?:minimum|min\.?|at least|groups? of|from) (?:of )?(\d{1,3}) (?:people|guests|pax|students|pupils|travellers|travelers)\b|\((\d{1,3}) students\)", RegexOptions.CultureInvariant)]
    private static partial Regex Least();

    [GeneratedRegex(@"\b(?:cho|nhan) (?:mot )?doan(?: tu)? (\d{1,3}) (?:khach|nguoi|em|hoc sinh)\b|\bfor (?:a )?groups? of (?:at least )?(\d{1,3})\b(?! or (?:fewer|less|under|smaller)| (?:people |guests |travell?ers |pax )?(?:at most|max(?:imum)?)\b)|\b(?:classes|groups|parties) of (\d{1,3}) or more\b", RegexOptions.CultureInvariant)]
    private static partial Regex LeastOfGroup();

    [GeneratedRegex(@"\b(?:up to|max(?:imum)?|toi da|doan toi) (\d{1,3})\b(?![.,]?\d| ?(?:kg|km|m|%|gio|hours?|min))|\bdoan (\d{1,3}) khach\b|\((\d{1,3}) students\)|\bgroup of (\d{1,3})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Most();
}
