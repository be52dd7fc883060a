using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>One record of a feed in the interchange format, its members checked and cleaned; what could not be used is in <see cref="Problems"/>.</summary>
public sealed partial class FeedPackage
{
    private const int LongText = 20_000;
    private const int ShortText = 300;
    private const int MaxItems = 60;

    private readonly List<string> _problems = [];
    private readonly Dictionary<string, JsonElement> _members;

    private FeedPackage(Dictionary<string, JsonElement> members)
    {
        _members = members;
        Id = Text("id", ShortText);
        Provider = Text("provider", ShortText);
        Title = Text("title", ShortText);
        Description = Text("description", LongText);
        Locations = Texts("locations");
        StartLocation = Text("start_location", ShortText);
        (DurationDays, DurationText) = NumberOrWords("duration_days", 0, 365);
        Nights = Number("nights", 0, 365);
        (var amount, PriceText) = NumberOrWords("price_amount", 0, 100_000_000_000);
        PriceAmount = amount is > 0 ? (decimal)amount : null;
        PriceCurrency = Text("price_currency", ShortText)?.ToUpperInvariant();
        PricePer = Text("price_per", ShortText)?.ToLowerInvariant();
        Transportation = Texts("transportation");
        Food = Texts("food");
        Activities = Texts("activities");
        Accommodation = Text("accommodation", LongText);
        Notes = Text("notes", LongText);
        Itinerary = Texts("itinerary");
        Includes = Texts("includes");
        AvailableFrom = Date("available_from");
        AvailableUntil = Date("available_until");
        Language = LanguageCode("language");
        BookingUrl = WebAddress("booking_url");
        ImageUrl = WebAddress("image_url");
        ContactEmail = Text("contact_email", ShortText);
        ContactPhone = Text("contact_phone", ShortText);
        Bookable = Flag("bookable");
        if (AvailableFrom > AvailableUntil)
        {
            _problems.Add($"available_from {AvailableFrom:yyyy-MM-dd} is after available_until {AvailableUntil:yyyy-MM-dd}; both are left out.");
            (AvailableFrom, AvailableUntil) = (null, null);
        }
    }

    public string? Id { get; }
    public string? Provider { get; }
    public string? Title { get; }
    public string? Description { get; }
    public IReadOnlyList<string> Locations { get; }
    public string? StartLocation { get; }
    public double? DurationDays { get; }

    /// <summary>What the feed has in words where the days should be: "3N2Đ".</summary>
    public string? DurationText { get; }

    public double? Nights { get; }
    public decimal? PriceAmount { get; }

    /// <summary>What the feed has in words where the amount should be: "3.590.000đ".</summary>
    public string? PriceText { get; }

    public string? PriceCurrency { get; }
    public string? PricePer { get; }
    public IReadOnlyList<string> Transportation { get; }
    public IReadOnlyList<string> Food { get; }
    public IReadOnlyList<string> Activities { get; }
    public string? Accommodation { get; }
    public string? Notes { get; }
    public IReadOnlyList<string> Itinerary { get; }
    public IReadOnlyList<string> Includes { get; }
    public DateOnly? AvailableFrom { get; }
    public DateOnly? AvailableUntil { get; }
    public string? Language { get; }
    public string? BookingUrl { get; }
    public string? ImageUrl { get; }
    public string? ContactEmail { get; }
    public string? ContactPhone { get; }

    /// <summary>False takes the package out; with the id alone it takes out one that is there.</summary>
    public bool? Bookable { get; }

    /// <summary>What could not be used, each naming the member and what to do; the rest of the record stands.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Reads one JSON object; text that is none throws <see cref="JsonException"/>.</summary>
    public static FeedPackage Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The line is not a JSON object.");
        }

        try
        {
            var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                members[member.Name] = member.Value.Clone();
            }

            return new FeedPackage(members);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair passes as JSON and fails when it is turned into text.
            throw new JsonException("The line holds escapes that are no Unicode text (half a surrogate pair).");
        }
    }

    private JsonElement? Member(string name) =>
        _members.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    private string? Text(string name, int max) => Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => Clean(value.GetString()!, name, max),
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        { ValueKind: JsonValueKind.Array } value => Clean(string.Join("; ", Strings(value, name)), name, max),
        _ => Refuse<string>(name, "should be a text"),
    };

    private IReadOnlyList<string> Texts(string name) => Member(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } value => [.. Strings(value, name).Take(MaxItems)],
        { ValueKind: JsonValueKind.String } value => Clean(value.GetString()!, name, LongText) is { } text
            ? [.. text.Split([';', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MaxItems)] : [],
        _ => Refuse<IReadOnlyList<string>>(name, "should be a list of texts") ?? [],
    };

    private IEnumerable<string> Strings(JsonElement array, string name)
    {
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String && Clean(item.GetString()!, name, LongText) is { } text)
            {
                yield return text;
            }
            else if (item.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            {
                _problems.Add($"{name} holds something that is not a text; it is left out.");
            }
        }
    }

    private double? Number(string name, double min, double max)
    {
        double? number = Member(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Number } value => value.GetDouble(),
            { ValueKind: JsonValueKind.String } value when double.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var parsed) => parsed,
            { ValueKind: JsonValueKind.String } value when string.IsNullOrWhiteSpace(value.GetString()) => null,
            _ => Refuse<double?>(name, "should be a number"),
        };
        return number is not { } known || (known >= min && known <= max)
            ? number
            : Refuse<double?>(name, $"is {known.ToString(System.Globalization.CultureInfo.InvariantCulture)}, outside {min} to {max}");
    }

    /// <summary>A number, or the words that stand where it should be: "1.250" as a text is a thousand and more, as written here.</summary>
    private (double? Number, string? Words) NumberOrWords(string name, double min, double max) =>
        Member(name) is { ValueKind: JsonValueKind.String } value && Clean(value.GetString()!, name, ShortText) is { } text
            && (Grouped().IsMatch(text) || !double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _))
            ? (null, text)
            : (Number(name, min, max), null);

    private bool? Flag(string name) => Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } value when bool.TryParse(value.GetString(), out var said) => said,
        _ => Refuse<bool?>(name, "should be true or false"),
    };

    private DateOnly? Date(string name) => Text(name, ShortText) is not { } text ? null
        : DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, ["yyyy-MM-dd", "d/M/yyyy"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date) ? date
        : Refuse<DateOnly?>(name, "should be a date as in 2026-05-31");

    /// <summary>"en" of "en-GB": what pages and encoders tell languages apart by.</summary>
    private string? LanguageCode(string name) => Text(name, ShortText)?.Split('-', '_')[0].ToLowerInvariant() is not { } code ? null
        : code.Length is 2 or 3 && code.All(char.IsAsciiLetterLower) ? code
        : Refuse<string>(name, "should be a language code as in en or vi");

    private string? WebAddress(string name) => Text(name, 2_000) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri
        : Refuse<string>(name, "should be an http or https address");

    private T? Refuse<T>(string name, string why)
    {
        _problems.Add($"{name} {why}; it is left out.");
        return default;
    }

    private string? Clean(string text, string name, int max)
    {
        var plain = WebUtility.HtmlDecode(Tag().Replace(LineBreak().Replace(text, "\n"), " ")).Normalize(NormalizationForm.FormC);
        plain = Spaces().Replace(new string([.. plain.Where(c => c == '\n' || !char.IsControl(c))]), " ").Trim();
        if (plain.Length > max)
        {
            _problems.Add($"{name} is longer than {max} characters; the rest is cut.");
            plain = plain[..(char.IsHighSurrogate(plain[max - 1]) ? max - 1 : max)];
        }

        return plain.Length == 0 ? null : plain;
    }

    [GeneratedRegex(@"<br\s*/?>|</p>|</li>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"^\d{1,3}(?:[.,]\d{3})+$")]
    private static partial Regex Grouped();

    [GeneratedRegex("<[a-zA-Z/!][^>]{0,1000}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[^\S\n]+")]
    private static partial Regex Spaces();
}
