using System.Globalization;
using System.Text.Json;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Api;

/// <summary>What was wrong with members of a request, by member ("budget.max"), and what was taken but is hardly meant.</summary>
public sealed class MemberErrors
{
    private readonly Dictionary<string, List<string>> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _warnings = new(StringComparer.Ordinal);

    public bool Any => _messages.Count > 0;

    /// <summary>What does not keep the rest from being used.</summary>
    public IDictionary<string, string[]> Warnings => _warnings.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());

    public void Add(string member, string message) => Add(_messages, member, message);

    public void Warn(string member, string message) => Add(_warnings, member, message);

    public IDictionary<string, string[]> ToDictionary() => _messages.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());

    public override string ToString() => string.Join(" ", _messages.Select(pair => $"{pair.Key}: {string.Join(" ", pair.Value)}"));

    private static void Add(Dictionary<string, List<string>> messages, string member, string message) =>
        (messages.TryGetValue(member, out var list) ? list : messages[member] = []).Add(message);
}

/// <summary>Reads the interchange form of wishes member by member, so that what is wrong is named rather than the whole refused. Unknown members are ignored.</summary>
public static class PreferencesParser
{
    private const int MostItems = 40;
    private const int ShortText = 300;
    private const int LongText = 10_000;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    private static readonly JsonElement Empty = JsonSerializer.SerializeToElement("");

    /// <summary>Names of the weights in criterion order.</summary>
    public static readonly IReadOnlyList<string> WeightNames = [.. Enum.GetNames<Criterion>().Select(name => name.ToLowerInvariant())];

    public static Preferences Parse(JsonElement root, MemberErrors errors)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            errors.Add("$", "Send one JSON object with the wishes.");
            return new Preferences();
        }

        return new Preferences
        {
            Id = Member(root, "id") is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text(root, "id", "id", ShortText, errors),
            Locations = Items(root, "locations", errors, JsonValueKind.String, JsonValueKind.Object),
            StartLocation = Text(root, "start_location", "start_location", ShortText, errors),
            Durations = Items(root, "durations", errors, JsonValueKind.String, JsonValueKind.Number),
            Dates = Dates(root, errors),
            Party = Party(root, errors),
            Budget = Budget(root, "budget", errors),
            Transportation = Texts(root, "transportation", errors),
            Food = Texts(root, "food", errors),
            Activities = Texts(root, "activities", errors),
            Accommodation = Text(root, "accommodation", "accommodation", LongText, errors),
            Notes = Text(root, "notes", "notes", LongText, errors),
            Exclusions = Texts(root, "exclusions", errors),
            Essentials = Texts(root, "essentials", errors),
            Language = Language(root, errors),
            FreeText = Text(root, "free_text", "free_text", LongText, errors),
            Weights = Weights(root, errors),
        };
    }

    /// <summary>A budget object, or a bare number as its upper end.</summary>
    public static PreferredBudget? Budget(JsonElement parent, string path, MemberErrors errors)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        if (Member(parent, name) is not { } budget)
        {
            return null;
        }

        if (budget.ValueKind == JsonValueKind.Number)
        {
            return new PreferredBudget(null, Amount(parent, name, path, errors), null, null);
        }

        if (budget.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path, "Should be an object such as {\"max\": 8000000, \"currency\": \"VND\"}.");
            return null;
        }

        var firm = Member(budget, "firm");
        if (firm is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            errors.Add($"{path}.firm", "Should be true or false.");
        }

        var read = new PreferredBudget(
            Amount(budget, "min", $"{path}.min", errors), Amount(budget, "max", $"{path}.max", errors), Text(budget, "currency", $"{path}.currency", 3, errors)?.ToUpperInvariant(), firm?.ValueKind == JsonValueKind.True);
        if (read.Min > read.Max)
        {
            errors.Add($"{path}.min", "Should not be above max.");
        }

        return read;
    }

    /// <summary>A text member, trimmed; null if absent, empty or wrong.</summary>
    public static string? Text(JsonElement parent, string name, string path, int longest, MemberErrors errors)
    {
        if (Member(parent, name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            errors.Add(path, "Should be a text.");
            return null;
        }

        if (!TryRead(value, out var text, out var problem))
        {
            errors.Add(path, problem);
            return null;
        }

        if (text.Length > longest)
        {
            errors.Add(path, $"Has {text.Length} characters; at most {longest} are read.");
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>The text of a string, trimmed; false with the reason if it is no plain text.</summary>
    private static bool TryRead(JsonElement value, out string text, out string problem)
    {
        try
        {
            text = value.GetString()!.Trim();
            problem = PlainText.Is(text) ? "" : "Holds control characters other than line breaks and tabs.";
        }
        catch (InvalidOperationException)
        {
            // JSON syntax allows such a string; .NET refuses only when it is turned into text.
            (text, problem) = ("", "Holds bytes or escapes that are no Unicode text (half a surrogate pair, or not UTF-8).");
        }

        return problem.Length == 0;
    }

    /// <summary>A member that is there and not null.</summary>
    public static JsonElement? Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    private static IReadOnlyList<JsonElement>? Items(JsonElement parent, string name, MemberErrors errors, params JsonValueKind[] kinds)
    {
        if (Member(parent, name) is not { } value)
        {
            return null;
        }

        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        if (items.Length > MostItems)
        {
            errors.Add(name, $"Has {items.Length} entries; at most {MostItems} are read.");
            return null;
        }

        for (var i = 0; i < items.Length; i++)
        {
            if (!kinds.Contains(items[i].ValueKind))
            {
                errors.Add($"{name}[{i}]", $"Should be {string.Join(" or ", kinds.Select(kind => kind switch { JsonValueKind.String => "a text", JsonValueKind.Number => "a number", _ => "an object" }))}.");
            }
            else if (items[i].ValueKind == JsonValueKind.String && (!TryRead(items[i], out var text, out var problem) || text.Length > ShortText))
            {
                errors.Add($"{name}[{i}]", problem.Length > 0 ? problem : $"Should have at most {ShortText} characters.");
                items[i] = Empty;
            }
        }

        return items;
    }

    private static IReadOnlyList<string>? Texts(JsonElement parent, string name, MemberErrors errors) =>
        Items(parent, name, errors, JsonValueKind.String) is { } items
            ? [.. items.Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!.Trim()).Where(text => text.Length > 0)]
            : null;

    private static decimal? Amount(JsonElement parent, string name, string path, MemberErrors errors)
    {
        if (Member(parent, name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var amount) || amount is < 0 or > 1_000_000_000_000)
        {
            errors.Add(path, "Should be a number of at least 0.");
            return null;
        }

        return amount;
    }

    private static PreferredDates? Dates(JsonElement root, MemberErrors errors)
    {
        if (Member(root, "dates") is not { } dates)
        {
            return null;
        }

        if (dates.ValueKind != JsonValueKind.Object)
        {
            errors.Add("dates", "Should be an object such as {\"from\": \"2026-05-01\", \"to\": \"2026-05-10\"}.");
            return null;
        }

        var read = new PreferredDates(Date(dates, "from", errors), Date(dates, "to", errors));
        if (read.From > read.To)
        {
            errors.Add("dates.from", "Should not be after to.");
        }

        return read;
    }

    private static DateOnly? Date(JsonElement dates, string name, MemberErrors errors)
    {
        if (Text(dates, name, $"dates.{name}", ShortText, errors) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= FirstYear and <= LastYear)
        {
            return date;
        }

        errors.Add($"dates.{name}", $"Should be a date such as 2026-05-01, of the years {FirstYear} to {LastYear}.");
        return null;
    }

    /// <summary>A language that answers are written in, whatever region its tag names; for another one the free text decides, or it is English.</summary>
    private static string? Language(JsonElement root, MemberErrors errors)
    {
        if (Text(root, "language", "language", ShortText, errors) is not { } tag)
        {
            return null;
        }

        var language = tag.Split('-', '_')[0].ToLowerInvariant();
        if (LanguageFeature.Supported.Contains(language))
        {
            return language;
        }

        errors.Warn("language", $"Is none of {string.Join(", ", LanguageFeature.Supported)}: answered in the language of free_text, or else in {LanguageFeature.Supported[0]}.");
        return null;
    }

    private static PreferredParty? Party(JsonElement root, MemberErrors errors)
    {
        if (Member(root, "party") is not { } party)
        {
            return null;
        }

        if (party.ValueKind != JsonValueKind.Object)
        {
            errors.Add("party", "Should be an object such as {\"adults\": 2, \"children\": 1}.");
            return null;
        }

        var children = Count(party, "children", errors);
        return new PreferredParty(Count(party, "adults", errors), children, Ages(party, children ?? 0, errors));
    }

    private static List<int>? Ages(JsonElement party, int children, MemberErrors errors)
    {
        if (Member(party, "ages") is not { } value)
        {
            return null;
        }

        var ages = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var age) && age is >= 0 and < PartyWish.Grown ? age : (int?)null).ToList()
            : [null];
        if (ages.Contains(null) || ages.Count > children)
        {
            errors.Add("party.ages", $"Should be the children's ages, whole numbers from 0 to {PartyWish.Grown - 1}, at most as many as there are children.");
            return null;
        }

        return [.. ages.OfType<int>()];
    }

    private static int? Count(JsonElement party, string name, MemberErrors errors)
    {
        if (Member(party, name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count is >= 0 and <= 500)
        {
            return count;
        }

        errors.Add($"party.{name}", "Should be a whole number from 0 to 500.");
        return null;
    }

    private static Dictionary<string, double>? Weights(JsonElement root, MemberErrors errors)
    {
        if (Member(root, "weights") is not { } weights)
        {
            return null;
        }

        if (weights.ValueKind != JsonValueKind.Object)
        {
            errors.Add("weights", "Should be an object with numbers by criterion.");
            return null;
        }

        var read = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var name in WeightNames)
        {
            if (Member(weights, name) is { } value)
            {
                if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var weight) && weight is >= 0 and <= 1_000_000)
                {
                    read[name] = weight;
                }
                else
                {
                    errors.Add($"weights.{name}", "Should be a number of at least 0.");
                }
            }
        }

        return read;
    }
}
