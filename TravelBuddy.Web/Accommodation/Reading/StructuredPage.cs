using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.Reading;

/// <summary>
/// What a page says of houses in a form meant for programs: JSON-LD first, then microdata, then Open Graph, each only where the one before it says nothing. Everything is bounded, and nothing of
/// the page is run or loaded.
/// </summary>
public static partial class StructuredPage
{
    /// <summary>A page that lists more is a list, of which the first are taken.</summary>
    public const int MostStays = 3;

    private static readonly string[] HouseTypes = ["hotel", "hotels", "lodging", "place.hotel", "hostel", "resort"];

    /// <param name="bytes">The page, or its beginning.</param>
    /// <param name="charset">What the answer's header says of it; null: what the page itself says. Unknown: UTF-8.</param>
    /// <param name="today">The day it is: what is over by then is not told.</param>
    public static IReadOnlyList<PageStay> Read(byte[] bytes, string? charset, DateOnly today)
    {
        var page = PageScan.Of((EncodingOf(charset ?? CharsetIn(bytes)) ?? System.Text.Encoding.UTF8).GetString(bytes));
        var language = page.Language?.Split('-', '_')[0].Trim().ToLowerInvariant() is { Length: 2 or 3 } told ? told : null;
        return OfThings(JsonLd(page), PageForm.JsonLd, language, today) is { Count: > 0 } fromJson ? fromJson
            : OfThings(page.Microdata, PageForm.Microdata, language, today) is { Count: > 0 } fromMicrodata ? fromMicrodata
            : OfOpenGraph(page.Metas, language) is { } stay ? [stay]
            : [];
    }

    private static IReadOnlyList<StructuredThing> JsonLd(PageScan page)
    {
        var all = new List<StructuredThing>();
        foreach (var block in page.JsonLd)
        {
            all.AddRange(StructuredThing.OfJson(block.Trim(), StructuredThing.MostThings - all.Count));
        }

        var byId = all.Where(thing => thing is { Id: not null, Types.Count: > 0 }).GroupBy(thing => thing.Id!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        all.ForEach(thing => thing.Resolve(byId));
        return all;
    }

    private static IReadOnlyList<PageStay> OfThings(IEnumerable<StructuredThing> things, PageForm form, string? language, DateOnly today) =>
        [.. things.Where(StructuredHouse.IsHouse).Select(thing => StructuredHouse.Read(thing, form, language, today)).OfType<PageStay>().DistinctBy(stay => TextFolding.Fold(stay.Name)).Take(MostStays)];

    /// <summary>Only where the page says that it is about a house: "business.business" is any restaurant, too.</summary>
    private static PageStay? OfOpenGraph(Dictionary<string, string> told, string? language)
    {
        var isHouse = told.TryGetValue("og:type", out var type) && HouseTypes.Contains(type.Trim().ToLowerInvariant());
        if (!isHouse || WebText.Name(told.GetValueOrDefault("og:title"), StructuredHouse.LongestName) is not { } name)
        {
            return null;
        }

        var (latitude, longitude) = StructuredHouse.Point(Of("place:location:latitude", "og:latitude"), Of("place:location:longitude", "og:longitude"));
        return new PageStay
        {
            Name = name,
            Form = PageForm.OpenGraph,
            Latitude = latitude,
            Longitude = longitude,
            Address = WebText.Clean(string.Join(", ", new[] { Of("business:contact_data:street_address", "og:street-address"), Of("business:contact_data:locality", "og:locality"), Of("og:region") }.OfType<string>()), StructuredHouse.LongestAddress),
            Phone = StructuredHouse.Phone(Of("business:contact_data:phone_number", "og:phone_number")),
            Description = WebText.Prose(Of("og:description"), StructuredHouse.LongestDescription),
            Language = language,
        };

        string? Of(params ReadOnlySpan<string> names)
        {
            foreach (var each in names)
            {
                if (told.GetValueOrDefault(each) is { Length: > 0 } content)
                {
                    return content;
                }
            }

            return null;
        }
    }

    /// <summary>What the first kilobyte names, as browsers look there; what is read as ASCII cannot be UTF-16, whatever it says.</summary>
    private static string? CharsetIn(byte[] bytes) =>
        Charset().Match(System.Text.Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 1024)))) is { Success: true } named && !named.Groups[1].Value.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? named.Groups[1].Value : null;

    [GeneratedRegex(@"<meta[^>]{1,200}?\bcharset\s*=\s*[""']?\s*([\w\-]{2,39})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    /// <summary>Also those of old pages, such as windows-1258; null for an unknown one, and for UTF-7, which no browser reads either.</summary>
    private static System.Text.Encoding? EncodingOf(string? charset)
    {
        if (charset?.Trim('"', '\'', ' ') is not { Length: > 0 and < 40 } name)
        {
            return null;
        }

        try
        {
            return System.Text.CodePagesEncodingProvider.Instance.GetEncoding(name) ?? System.Text.Encoding.GetEncoding(name);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
