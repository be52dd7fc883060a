using System.Globalization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Small numbers in figures and in English and Vietnamese words.</summary>
internal static class Numbers
{
    /// <summary>Pattern of a small number, folded.</summary>
    public const string Pattern = @"(?:\d{1,3}(?:[.,]\d)?(?!\d)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|hai muoi|ba muoi|muoi(?: (?:mot|hai|ba|bon|lam|sau|bay|tam|chin))?|mot|hai|ba|bon|nam|sau|bay|tam|chin)";

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
        ["forty"] = (40, "forty"),
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

        return Words.TryGetValue(group.Value, out var word) && text.MayBe(group, word.Spelling) ? word.Value : null;
    }
}
