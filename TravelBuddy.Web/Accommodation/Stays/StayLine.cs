using System.Text.Json;
using System.Text.Json.Serialization;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.Stays;

/// <summary>One line of a file of places to stay, in the form of <c>data/stays.jsonl</c>: unknown members are ignored, absent ones null.</summary>
public sealed record StayLine
{
    private const int LongestName = 120;
    private const int LongestWords = 2000;
    private const int MostThings = 60;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public string? Id { get; init; }
    public string? Name { get; init; }
    public StayKind? Kind { get; init; }
    public string? Place { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public int? Stars { get; init; }
    public double? Rating { get; init; }
    public int? Ratings { get; init; }
    public decimal? PriceLow { get; init; }
    public decimal? PriceHigh { get; init; }
    public string? Currency { get; init; }
    public PricePerNight? Per { get; init; }
    public int? Sleeps { get; init; }
    public IReadOnlyList<string>? Things { get; init; }
    public string? En { get; init; }
    public string? Vi { get; init; }
    public string? Url { get; init; }
    public string? Phone { get; init; }
    public DateOnly? Checked { get; init; }

    /// <summary>Reads one line; text that is not such an object throws <see cref="JsonException"/>.</summary>
    public static StayLine Parse(string line) => JsonSerializer.Deserialize<StayLine>(line, Json) ?? throw new JsonException("The line is null.");

    /// <summary>The place to stay, or why there is none: without an id, a name, a kind, a known place and a day it was looked at, nobody could use it. What else cannot be used is left out and told.</summary>
    /// <param name="source">Who brings it in.</param>
    /// <param name="today">The day it is in Viet Nam; nobody but a sample was looked at later.</param>
    /// <param name="gazetteer">The places that are known.</param>
    /// <param name="lexicon">The things that are known.</param>
    /// <param name="rates">The currencies that are known.</param>
    public (Stay? Stay, IReadOnlyList<string> Problems) Check(StaySupplier source, DateOnly today, Gazetteer gazetteer, Lexicon lexicon, ExchangeRates rates)
    {
        var problems = new List<string>();
        if ((Refusal(gazetteer) ?? (Checked > today && !source.IsSample ? $"checked is after today ({today:yyyy-MM-dd}): it is the day its facts were last looked at." : null)) is { } refusal)
        {
            return (null, [refusal]);
        }

        var place = (gazetteer.Find(Place!) ?? gazetteer.Resolve(Place!))!;
        var hasPoint = Lat is >= -90 and <= 90 && Lon is >= -180 and <= 180 && Gazetteer.DistanceKm(place, Lat.Value, Lon.Value) <= place.RadiusKm + 30;
        Tell(!hasPoint, Lat is null && Lon is null ? $"lat and lon are absent; it is put at {place.NameEn}." : $"lat and lon are not near {place.NameEn}; it is put there.");
        var isPriced = PriceLow is > 0 && Currency is not null && rates.Knows(Currency.ToUpperInvariant());
        Tell(!isPriced && (PriceLow ?? PriceHigh) is not null, "price_low needs to be above 0 and in a currency of data/exchange-rates.json; the price is left out.");
        var things = (Things ?? []).Take(MostThings).Distinct(StringComparer.Ordinal).ToLookup(thing => lexicon.Find(thing) is not null);
        Tell(things[false].Any(), $"things are ids of data/lexicon.jsonl; left out: {string.Join(", ", things[false])}.");
        Tell(Stars is < 1 or > 5, "stars are 1 to 5; left out.");
        Tell(source.MayRate && Rating is < 0 or > 10, "rating is 0 to 10; left out.");
        Tell(!source.MayRate && (Rating is not null || Ratings > 0), "rating and ratings are left out: a house does not rate itself.");
        var rating = source.MayRate && Rating is >= 0 and <= 10 ? Rating : null;
        var url = WebText.Address(Url)?.AbsoluteUri;
        Tell(Url is not null && url is null, $"url is no web address, or longer than {WebText.LongestAddress} characters; left out.");
        return (new Stay
        {
            Id = $"{source.Slug}~{Id!.Trim()}",
            Source = source.Slug,
            Name = Name!.Trim(),
            Kind = Kind!.Value,
            PlaceId = place.Id,
            Latitude = hasPoint ? Lat!.Value : place.Lat,
            Longitude = hasPoint ? Lon!.Value : place.Lon,
            IsPointKnown = hasPoint,
            Stars = Stars is >= 1 and <= 5 ? Stars : null,
            Rating = Ratings is > 0 ? rating : null,
            Ratings = rating is null ? 0 : Math.Max(0, Ratings ?? 0),
            PriceLow = isPriced ? new Money(PriceLow!.Value, Currency!.ToUpperInvariant()) : null,
            PriceHigh = isPriced ? new Money(Math.Max(PriceLow!.Value, PriceHigh ?? 0), Currency!.ToUpperInvariant()) : null,
            Per = Per ?? PricePerNight.Room,
            Sleeps = Sleeps is > 0 and < 1000 ? Sleeps : null,
            Things = [.. things[true]],
            En = Words(En),
            Vi = Words(Vi),
            Url = url,
            Phone = string.IsNullOrWhiteSpace(Phone) || Phone.Length > 40 ? null : Phone.Trim(),
            Checked = Checked!.Value,
            IsSample = source.IsSample,
        }, problems);

        void Tell(bool isWrong, string problem)
        {
            if (isWrong)
            {
                problems.Add(problem);
            }
        }
    }

    private string? Refusal(Gazetteer gazetteer) =>
        string.IsNullOrWhiteSpace(Id) || Id.Length > 100 ? "id is missing, or longer than 100 characters."
        : string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName ? $"name is missing, or longer than {LongestName} characters."
        : Kind is null ? $"kind is missing: one of {string.Join(", ", Enum.GetValues<StayKind>()).ToLowerInvariant()}."
        : string.IsNullOrWhiteSpace(Place) || (gazetteer.Find(Place) ?? gazetteer.Resolve(Place)) is not { } place || gazetteer.IsAbroad(place) ? $"place \"{Place}\" is not known: give the id or name of a place of data/places.jsonl."
        : Checked is null ? "checked is missing: the day (yyyy-MM-dd) its facts were last looked at."
        : null;

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Length > LongestWords ? text[..LongestWords].TrimEnd() + "…" : text.Trim();
}
