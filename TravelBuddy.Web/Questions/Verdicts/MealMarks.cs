using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions.Verdicts;

/// <summary>Meals as programmes note them behind a day: "(B, L, D)", "(sáng, trưa)".</summary>
public static partial class MealMarks
{
    private static readonly Dictionary<string, string[]> Of = new(StringComparer.Ordinal)
    {
        ["breakfast"] = ["B", "sáng"],
        ["lunch"] = ["L", "trưa"],
        ["dinner"] = ["D", "tối", "chiều"],
    };

    /// <summary>The ids of the concepts of meals.</summary>
    public static IReadOnlyCollection<string> Meals => Of.Keys;

    /// <summary>The meals that a question names, also where what stands around them is a phrase of its own ("bao ăn trưa").</summary>
    public static IEnumerable<string> NamedIn(string question) => Named().Matches(TextFolding.Fold(question)).Select(match => match.Value[^3..] switch { "ang" => "breakfast", "rua" => "lunch", _ => "dinner" });

    /// <summary>Where the marks of a line name a meal, by the id of its concept.</summary>
    public static IEnumerable<Capture> In(string line, string meal) =>
        Of.TryGetValue(meal, out var marks) ? Marks().Matches(line).SelectMany(match => match.Groups["meal"].Captures).Where(capture => marks.Contains(capture.Value)) : [];

    [GeneratedRegex(@"\b(?:an|bua|com) (?:sang|trua|toi)\b")]
    private static partial Regex Named();

    [GeneratedRegex(@"\((?<meal>[BLD]|sáng|trưa|chiều|tối)(?:(?:, ?| ?/ ?| )(?<meal>[BLD]|sáng|trưa|chiều|tối))*\)|(?<=: |\. |^)\((?<meal>[BLD]),?\)")]
    private static partial Regex Marks();
}
