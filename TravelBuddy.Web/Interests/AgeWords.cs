using System.Globalization;

namespace TravelBuddy.Web.Interests;

/// <summary>How old children are, in words: "aged 4 and 9", "4 và 9 tuổi".</summary>
public static class AgeWords
{
    /// <param name="ages">Whole years.</param>
    /// <param name="language">"vi", anything else English.</param>
    public static string Of(IReadOnlyList<int> ages, string language)
    {
        var vi = language == "vi";
        var years = ages.Select(age => age == 0 ? vi ? "dưới 1" : "under 1" : age.ToString(CultureInfo.InvariantCulture)).ToList();
        var list = years.Count < 2 ? string.Concat(years) : string.Join(", ", years.SkipLast(1)) + (vi ? " và " : " and ") + years[^1];
        return vi ? $"{list} tuổi" : $"aged {list}";
    }

    /// <summary>Behind the count of children, in brackets; nothing where no age was told.</summary>
    public static string Behind(PartyWish party, string language) => party.Ages is { Count: > 0 } ages ? $" ({Of(ages, language)})" : "";
}
