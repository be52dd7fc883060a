using System.Globalization;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Interests;

/// <summary>A reading in the notation of <see cref="Utterances"/>.</summary>
internal static class ReadingText
{
    /// <summary>Slots that are exact: what an annotation does not name must be empty.</summary>
    public static IReadOnlyDictionary<string, string> Exact(WishReading reading)
    {
        var wishes = reading.Wishes;
        var slots = new Dictionary<string, string>
        {
            ["places"] = string.Join(", ", wishes.Places.Select(Place)),
            ["start"] = wishes.Start is { } start ? Place(start) : "",
            ["days"] = string.Join(", ", wishes.Durations.Select(days => days.MinDays == days.MaxDays ? Number(days.MinDays) : $"{Number(days.MinDays)}-{Number(days.MaxDays)}")),
            ["budget"] = wishes.Budget is { } budget ? $"{Number(budget.Min)}..{Number(budget.Max)} {budget.Currency}{(budget.Firm ? " firm" : "")}" : "",
            ["night"] = wishes.MostPerNight is { } night ? $"{Number(night.Amount)} {night.Currency}" : "",
            ["party"] = wishes.Party is { } party ? $"{party.Adults}+{party.Children}" : "",
            ["dates"] = wishes.Dates is { } dates ? $"{dates.From:yyyy-MM-dd}..{dates.To:yyyy-MM-dd}" : "",
            ["not"] = string.Join(", ", wishes.Exclusions.Concepts.Concat(wishes.Exclusions.Phrases)),
            ["must"] = string.Join(", ", wishes.Essentials.Concepts),
            ["refine"] = string.Join(", ", reading.Refinements),
            ["number"] = reading.Ordinal?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["intent"] = reading.Intent.ToString(),
            ["language"] = reading.Language,
        };
        return slots;
    }

    public static IEnumerable<string> Concepts(Wishes wishes) =>
        new[] { wishes.Transportation, wishes.Food, wishes.Activities, wishes.Accommodation }.SelectMany(answer => answer.Concepts);

    private static string Place(PlaceWish place) => place.PlaceId ?? $"\"{place.Text}\"";

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>One annotated line: what is exact, which concepts must be found, and whether the language is left open ("vi?").</summary>
internal sealed record Annotation(string Text, IReadOnlyDictionary<string, string> Expected, IReadOnlyList<string> Concepts, IReadOnlyList<string> Absent, bool AnyLanguage)
{
    private static readonly string[] Slots = ["places", "start", "days", "budget", "night", "party", "dates", "not", "must", "refine", "number"];

    public static IEnumerable<Annotation> Parse(string lines, string usualIntent)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split("=>", 2, StringSplitOptions.TrimEntries);
            var expected = Slots.ToDictionary(slot => slot, _ => "");
            expected["intent"] = usualIntent;
            List<string> concepts = [], absent = [];
            var any = false;
            foreach (var part in parts[1].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var colon = part.IndexOf(": ", StringComparison.Ordinal);
                if (part[0] == '+')
                {
                    concepts.AddRange(part[1..].Split(' '));
                }
                else if (part[0] == '-')
                {
                    absent.AddRange(part[1..].Split(' '));
                }
                else if (colon > 0)
                {
                    expected[part[..colon]] = part[(colon + 2)..];
                }
                else if (part is "en" or "vi" or "en?" or "vi?")
                {
                    any = part.EndsWith('?');
                    expected["language"] = part.TrimEnd('?');
                }
            }

            yield return new Annotation(parts[0], expected, concepts, absent, any);
        }
    }
}
