using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Language;

/// <summary>The shape of Vietnamese syllables without diacritics: an initial, then a vowel that takes a final and that final, or one that stands open.</summary>
public static partial class VietnameseSyllable
{
    /// <summary>Whether a folded word could be a Vietnamese syllable; "ann", "nag" and "qouc" could not.</summary>
    public static bool Fits(string folded) => Syllable().IsMatch(folded);

    /// <summary>Whether a word in lower case bears marks that Vietnamese writes: "ngày" and "đc" do; "Hanoï" and "trekking" do not, nor does "café", whose é is no syllable's.</summary>
    public static bool Written(string normalized)
    {
        var others = normalized.Where(c => !char.IsAscii(c)).ToList();
        return others.Count > 0 && others.All(c => Own(c) || Shared.Contains(c)) && (others.Any(Own) || Fits(TextFolding.FoldNormalized(normalized)));
    }

    /// <summary>A folded syllable as one: "tr" and "ch", "s" and "x", "gi" and "d", a final "t" and "c", "n" and "ng", which parts of the country do not tell apart and people write by ear.</summary>
    public static string Heard(string folded)
    {
        var initial = folded.StartsWith("tr", StringComparison.Ordinal) ? "ch" + folded[2..]
            : folded is ['s', ..] ? "x" + folded[1..]
            : folded is ['g', 'i', 'a' or 'e' or 'o' or 'u', ..] ? "d" + folded[2..] : folded;
        return initial.EndsWith("ng", StringComparison.Ordinal) ? initial[..^1] : initial is [.., 't'] && initial.Length > 1 ? initial[..^1] + "c" : initial;
    }

    // The letters of Europe's languages that Vietnamese has too.
    private const string Shared = "àáâãèéêìíòóôõùúý";

    private static bool Own(char c) => c is 'ă' or 'đ' or 'ơ' or 'ư' or 'ĩ' or 'ũ' or (>= '\u1EA0' and <= '\u1EF9');

    [GeneratedRegex(@"^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:(?:uye|ie|oa|oe|oo|ua|ue|uo|uy|ye|[aeiouy])(?:ch|ng|nh|[cmnpt])|ieu|oai|oao|oay|oeo|uai|uay|uoi|uou|uya|uyu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue|ui|uo|uu|uy|[aeiouy])$")]
    private static partial Regex Syllable();
}
