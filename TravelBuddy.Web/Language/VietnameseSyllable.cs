using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Language;

/// <summary>The shape of Vietnamese syllables without diacritics: an initial, then a vowel that takes a final and that final, or one that stands open.</summary>
public static partial class VietnameseSyllable
{
    /// <summary>Whether a folded word could be a Vietnamese syllable; "ann", "nag" and "qouc" could not.</summary>
    public static bool Fits(string folded) => Syllable().IsMatch(folded);

    [GeneratedRegex(@"^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:(?:uye|ie|oa|oe|oo|ua|ue|uo|uy|ye|[aeiouy])(?:ch|ng|nh|[cmnpt])|ieu|oai|oao|oay|oeo|uai|uay|uoi|uou|uya|uyu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue|ui|uo|uu|uy|[aeiouy])$")]
    private static partial Regex Syllable();
}
