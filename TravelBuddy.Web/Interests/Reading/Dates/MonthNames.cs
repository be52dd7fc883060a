using System.Globalization;

namespace TravelBuddy.Web.Interests.Reading.Dates;

/// <summary>Names of months, folded.</summary>
internal static class MonthNames
{
    /// <summary>Pattern of the English ones.</summary>
    public const string English = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";

    /// <summary>1 to 12 for a name or a number in figures; 0 or null for what is none.</summary>
    public static int? Number(string name) => name switch
    {
        "gieng" => 1,
        "tu" => 4,
        "chap" => 12,
        "mot" => 1,
        "hai" => 2,
        "ba" => 3,
        "nam" => 5,
        "sau" => 6,
        "bay" => 7,
        "tam" => 8,
        "chin" => 9,
        "muoi" => 10,
        "muoi mot" => 11,
        "muoi hai" => 12,
        _ when int.TryParse(name, CultureInfo.InvariantCulture, out var number) => number,
        _ when name.Length >= 3 => 1 + Array.IndexOf(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], name[..3]),
        _ => null,
    };
}
