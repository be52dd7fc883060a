using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.Pages.Accounts;

/// <summary>The countries to choose for a phone number, named in the page's language: Viet Nam first, then all by name.</summary>
public static class Regions
{
    public const string Default = "VN";

    public static IReadOnlyList<SelectListItem> All(string? chosen)
    {
        var reader = CultureInfo.CurrentUICulture;
        return [.. PhoneNumberReader.Regions
            .Select(region => (region.Key, Name: NameOf(region.Key, reader), Code: region.Value))
            .OrderByDescending(region => region.Key == Default)
            .ThenBy(region => region.Name, StringComparer.Create(reader, ignoreCase: true))
            .Select(region => new SelectListItem($"{region.Name} (+{region.Code})", region.Key, region.Key == (chosen ?? Default)))];
    }

    /// <summary>A region of the reader's language calls itself by that language's name for it: "vi-KR" is "Hàn Quốc".</summary>
    private static string NameOf(string region, CultureInfo reader) => new RegionInfo($"{reader.TwoLetterISOLanguageName}-{region}").NativeName;
}
