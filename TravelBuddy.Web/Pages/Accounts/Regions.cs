using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.Pages.Accounts;

/// <summary>The countries to choose for a phone number: Viet Nam and where most of its visitors come from first, then all by name.</summary>
public static class Regions
{
    public const string Default = "VN";

    private static readonly string[] First = ["VN", "KR", "CN", "TW", "US", "JP", "AU", "GB", "FR", "DE", "IN", "MY", "TH", "SG", "CA"];

    public static IReadOnlyList<SelectListItem> All(string? chosen)
    {
        var rest = PhoneNumberReader.Regions.Keys.Except(First).Select(region => (Region: region, Name: NameOf(region))).OrderBy(item => item.Name, StringComparer.CurrentCulture).Select(item => item.Region);
        return [.. First.Concat(rest).Select(region => new SelectListItem($"{NameOf(region)} (+{PhoneNumberReader.Regions[region]})", region, region == (chosen ?? Default)))];
    }

    private static string NameOf(string region)
    {
        try
        {
            return region == "VN" ? "Việt Nam" : new RegionInfo(region).DisplayName;
        }
        catch (ArgumentException)
        {
            // A numbering region that is no country to .NET (Ascension, Kosovo on some systems).
            return region;
        }
    }
}
