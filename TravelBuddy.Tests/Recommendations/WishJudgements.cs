using System.Globalization;
using System.Text;
using System.Text.Json;
using TravelBuddy.Tests.Encoding;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>
/// Judges tours by what their line of the catalogue says, against what a person wrote beside each wish (<c>data/wishes-judgements.jsonl</c>). Knows nothing of
/// gazetteer, lexicon, reader or ranker, so that their mistakes show.
/// </summary>
public static class WishJudgements
{
    private const string Anywhere = "*";
    private const double DaysOff = 1;
    private const decimal OverBudget = 1.3m;

    private static readonly Dictionary<string, JsonElement> Wishes = ById("wishes.jsonl");
    private static readonly Dictionary<string, JsonElement> Tours = ById("catalogue.jsonl");
    private static readonly Dictionary<string, JsonElement> Judgements = ById("wishes-judgements.jsonl");
    private static readonly JsonElement Rates = JsonDocument.Parse(File.ReadAllText(Repository.DataFile("exchange-rates.json"))).RootElement.GetProperty("vnd_per_unit");

    public static IEnumerable<string> Ids => Judgements.Keys;

    /// <summary>A wish in the interchange format.</summary>
    public static JsonElement Wish(string id) => Wishes[id];

    /// <summary>The same wish as people write it, and each Vietnamese one without diacritics too.</summary>
    public static IEnumerable<string> Texts(string id) => Judgements[id].GetProperty("texts").EnumerateArray().Select(text => text.GetString()!).SelectMany(text => new[] { text, Plain(text) }).Distinct();

    /// <summary>What is wrong with a tour as an answer to a wish; empty if nothing.</summary>
    /// <param name="wish">Id of the wish.</param>
    /// <param name="tour">Id of the tour in the catalogue's file.</param>
    /// <param name="inWords">The wish was given as text, whose limits hold; otherwise filled in, where a budget says whether it is firm.</param>
    public static string Faults(string wish, string tour, bool inWords)
    {
        var judgement = Judgements[wish];
        var line = Tours[tour];
        var faults = new StringBuilder();
        var accepted = judgement.GetProperty("places").EnumerateArray().Select(place => Name(place.GetString()!)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var visited = line.GetProperty("locations").EnumerateArray().Select(place => place.GetString()!).ToList();
        if (!accepted.Contains(Anywhere) && !visited.Any(place => accepted.Contains(Name(place))))
        {
            faults.Append(CultureInfo.InvariantCulture, $" wrong place ({string.Join(", ", visited)})");
        }

        if (Number(line, "duration_days") is { } days && judgement.GetProperty("days").EnumerateArray().Min(wished => Math.Abs((double)days - wished.GetDouble())) > DaysOff)
        {
            faults.Append(CultureInfo.InvariantCulture, $" wrong length ({days} days)");
        }

        if (Limit(wish, inWords) is { } limit && PricePerPerson(line) is { } price && price > OverBudget * limit)
        {
            faults.Append(CultureInfo.InvariantCulture, $" too dear ({price:F0} of {limit:F0} VND)");
        }

        return faults.Length == 0 ? "" : $"{tour}:{faults}";
    }

    private static decimal? Limit(string wish, bool inWords)
    {
        var limit = inWords
            ? Judgements[wish].TryGetProperty("limit", out var said) ? said : default
            : Wishes[wish].TryGetProperty("budget", out var budget) && budget.TryGetProperty("firm", out var firm) && firm.GetBoolean() ? budget : default;
        return limit.ValueKind == JsonValueKind.Undefined ? null : Number(limit, "max") * Rates.GetProperty(limit.GetProperty("currency").GetString()!).GetDecimal();
    }

    /// <summary>Null where the price is for a whole group.</summary>
    private static decimal? PricePerPerson(JsonElement tour) => tour.TryGetProperty("price_per", out var per) && per.GetString() == "group"
        ? null
        : Number(tour, "price_amount") * Rates.GetProperty(tour.TryGetProperty("price_currency", out var currency) ? currency.GetString()! : "VND").GetDecimal();

    private static decimal? Number(JsonElement element, string member) => element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    /// <summary>As names are compared: "Sa Pa" is "Sapa".</summary>
    private static string Name(string text) => Plain(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>As typed without Vietnamese keys: "Đà Lạt" is "Da Lat".</summary>
    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).Replace('đ', 'd').Replace('Đ', 'D');

    private static Dictionary<string, JsonElement> ById(string file) => File.ReadLines(Repository.DataFile(file)).Where(line => line.Length > 0)
        .Select(line => JsonDocument.Parse(line).RootElement)
        .ToDictionary(line => line.GetProperty("id").GetString()!, StringComparer.Ordinal);
}
