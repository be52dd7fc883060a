using System.Globalization;
using System.Text.Json;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>
/// Travel wishes in people's own words (the evaluation's messages that name places and no price), each with a price added that is unlike every other of
/// the same person: the answer says which wishes it is for, so the price tells which text it answers.
/// </summary>
public sealed class TravelWishes
{
    private const int Cheapest = 4_001;
    private const int Prices = 5_000;

    private readonly Dictionary<string, List<string>> _texts = [];

    private TravelWishes(IEnumerable<(string Language, string Text)> texts)
    {
        foreach (var (language, text) in texts)
        {
            (_texts.TryGetValue(language, out var known) ? known : _texts[language] = []).Add(text);
        }
    }

    /// <summary>Reads <c>evaluation/messages-*.jsonl</c> below the data folder.</summary>
    public static TravelWishes Read(string dataFolder)
    {
        var rows = Directory.GetFiles(Path.Combine(dataFolder, "evaluation"), "messages-*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        var forms = rows.Where(row => Id(row).EndsWith("@form", StringComparison.Ordinal)).ToDictionary(row => Id(row)[..^"@form".Length]);
        return new(rows.Where(row => Id(row).EndsWith("@text", StringComparison.Ordinal))
            .Where(row => forms.TryGetValue(Id(row)[..^"@text".Length], out var form) && !form.TryGetProperty("budget", out _) && form.TryGetProperty("locations", out _))
            .Select(row => (row.GetProperty("language").GetString()!, row.GetProperty("free_text").GetString()!)));
    }

    /// <summary>What a person writes the nth time, and the price that marks it.</summary>
    public (string Text, string Mark) Text(Person person, int nth)
    {
        var texts = _texts[person.Language];
        var text = texts[(person.Number * 7 + nth * 13) % texts.Count];
        var price = 1_000L * (Cheapest + (person.Number * 31 + nth * 997) % Prices);
        var added = person.Language == "vi"
            ? $"Ngân sách tối đa {price.ToString("N0", CultureInfo.GetCultureInfo("vi"))} đồng mỗi người."
            : $"Budget up to {price.ToString("N0", CultureInfo.InvariantCulture)} VND per person.";
        return ($"{text} {added}", price.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>How many there are.</summary>
    public int Count => _texts.Values.Sum(texts => texts.Count);

    /// <summary>Leaves out the wishes of texts that were not answered by a list for their price: the app took them for a question, or another price for the budget.</summary>
    public void LeaveOut(IEnumerable<WrittenText> notListed)
    {
        foreach (var text in notListed)
        {
            _texts[text.Person.Language].RemoveAll(wish => text.Body.StartsWith(wish, StringComparison.Ordinal));
        }
    }

    private static string Id(JsonElement row) => row.GetProperty("id").GetString()!;
}
