using System.Globalization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Small numbers in figures and in English and Vietnamese words.</summary>
internal static class Numbers
{
    private const string Ones = "one|two|three|four|five|six|seven|eight|nine";

    // "Năm mươi hai", "hai chục"; "năm mươi tư" is said for "bốn", "hai mươi lăm" for "năm".
    private const string Vietnamese = "(?:hai|ba|bon|nam|sau|bay|tam|chin)(?: (?:muoi(?: (?:mot|hai|ba|bon|tu|lam|sau|bay|tam|chin)(?![a-z]))?|chuc))?|muoi(?: (?:mot|hai|ba|bon|lam|sau|bay|tam|chin))?|mot";

    /// <summary>Pattern of a small number, folded.</summary>
    public const string Pattern = @"(?:\d{1,3}(?:[.,]\d)?(?!\d)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:" + Ones + "))?|" + Ones + "|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|" + Vietnamese + ")";

    /// <summary>Pattern of the last word of a small number in Vietnamese words, folded.</summary>
    public const string LastWord = "(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|chuc)";

    private static readonly Dictionary<string, (double Value, string Spelling)> Words = new(StringComparer.Ordinal)
    {
        ["one"] = (1, "one"),
        ["two"] = (2, "two"),
        ["three"] = (3, "three"),
        ["four"] = (4, "four"),
        ["five"] = (5, "five"),
        ["six"] = (6, "six"),
        ["seven"] = (7, "seven"),
        ["eight"] = (8, "eight"),
        ["nine"] = (9, "nine"),
        ["ten"] = (10, "ten"),
        ["eleven"] = (11, "eleven"),
        ["twelve"] = (12, "twelve"),
        ["fourteen"] = (14, "fourteen"),
        ["fifteen"] = (15, "fifteen"),
        ["twenty"] = (20, "twenty"),
        ["thirty"] = (30, "thirty"),
        ["thirteen"] = (13, "thirteen"),
        ["sixteen"] = (16, "sixteen"),
        ["eighteen"] = (18, "eighteen"),
        ["seventeen"] = (17, "seventeen"),
        ["nineteen"] = (19, "nineteen"),
        ["forty"] = (40, "forty"),
        ["sixty"] = (60, "sixty"),
        ["seventy"] = (70, "seventy"),
        ["eighty"] = (80, "eighty"),
        ["ninety"] = (90, "ninety"),
        ["fifty"] = (50, "fifty"),
        ["muoi mot"] = (11, "mười một"),
        ["muoi ba"] = (13, "mười ba"),
        ["muoi sau"] = (16, "mười sáu"),
        ["muoi bay"] = (17, "mười bảy"),
        ["muoi tam"] = (18, "mười tám"),
        ["muoi chin"] = (19, "mười chín"),
        ["ba muoi"] = (30, "ba mươi"),
        ["mot"] = (1, "một"),
        ["hai"] = (2, "hai"),
        ["ba"] = (3, "ba"),
        ["bon"] = (4, "bốn"),
        ["nam"] = (5, "năm"),
        ["sau"] = (6, "sáu"),
        ["bay"] = (7, "bảy"),
        ["tam"] = (8, "tám"),
        ["chin"] = (9, "chín"),
        ["muoi"] = (10, "mười"),
        ["muoi hai"] = (12, "mười hai"),
        ["muoi bon"] = (14, "mười bốn"),
        ["muoi lam"] = (15, "mười lăm"),
        ["hai muoi"] = (20, "hai mươi"),
    };

    /// <summary>The value of a captured number; null if an accent shows that it is another word (nam for năm, sau for sáu).</summary>
    public static double? Value(FoldedText text, Group group)
    {
        if (!group.Success)
        {
            return null;
        }

        if (char.IsAsciiDigit(group.Value[0]))
        {
            return double.Parse(group.Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        }

        return Words.TryGetValue(group.Value, out var word) ? text.MayBe(group, word.Spelling) ? word.Value : null : Compound(text, group);
    }

    private static double? Compound(FoldedText text, Group group)
    {
        var parts = group.Value.Split(' ', '-');
        if (parts.Length == 2 && Words.TryGetValue(parts[0], out var many) && many.Value >= 20 && Words.TryGetValue(parts[1], out var few) && few.Spelling == parts[1])
        {
            return many.Value + few.Value;
        }

        if (parts.Length < 2 || !Words.TryGetValue(parts[0], out var tens))
        {
            return null;
        }

        var ten = $"{tens.Spelling} {(parts[1] == "chuc" ? "chục" : "mươi")}";
        var ones = parts.Length == 2 ? [(0, "")] : Spellings.Where(one => one.Folded == parts[2]).Select(one => (one.Value, " " + one.Spelling));
        return ones.Where(one => text.MayBe(group, ten + one.Item2)).Select(one => (double?)(10 * tens.Value + one.Item1)).FirstOrDefault();
    }

    private static readonly (string Folded, string Spelling, int Value)[] Spellings =
    [
        ("mot", "mốt", 1), ("mot", "một", 1), ("hai", "hai", 2), ("ba", "ba", 3), ("bon", "bốn", 4), ("tu", "tư", 4), ("lam", "lăm", 5), ("sau", "sáu", 6), ("bay", "bảy", 7), ("tam", "tám", 8), ("chin", "chín", 9),
    ];
}
