using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Reads from a tour's texts whether one is up before the sun, in hours rather than words: "5 giờ sáng", "4 a.m.", "before dawn".</summary>
public static partial class EarlyHours
{
    /// <summary>The concept of getting up early.</summary>
    public const string Concept = "early-start";

    public static bool In(TourPackage package) =>
        new[] { package.Description, package.Notes }.Concat(package.Itinerary).OfType<string>().Any(text => Early().IsMatch(TextFolding.Fold(text)));

    [GeneratedRegex(@"(?<![\d:.,h])0?[3-5] ?(?:(?:gio|g|h|:)(?: ?(?:ruoi|[0-5]\d))?) ?(?:phut )?sang\b|(?<![\d:.,])0?[3-5](?:[:.][0-5]\d)? ?a\.?m\b|(?<![\d:.,-])0?[3-5]:[0-5]\d(?! ?(?:p\.?m|chieu|hours?|h\b|tieng))|\b(?:truoc (?:binh minh|rang dong|khi mat troi moc)|before (?:dawn|sunrise|daybreak|first light))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Early();
}
