using System.Globalization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Questions;

/// <summary>Months that a text names by the first and the last of them: "June to September", "tháng 11 đến tháng 2", "tháng 6-9".</summary>
public static partial class MonthSpans
{
    private static readonly string[] Names = Month.Split('|');

    /// <summary>Folded words, and behind them every month of their spans in both languages, so that July is found in "June to September".</summary>
    public static string Spelt(string folded)
    {
        var months = English().Matches(folded).Select(match => (From: Array.IndexOf(Names, match.Groups["from"].Value), To: Array.IndexOf(Names, match.Groups["to"].Value)))
            .Concat(Vietnamese().Matches(folded).Select(match => (From: Number(match.Groups["from"]), To: Number(match.Groups["to"]))))
            .Where(span => span is { From: >= 0 and < 12, To: >= 0 and < 12 })
            .SelectMany(span => Enumerable.Range(span.From, (span.To - span.From + 12) % 12 + 1)).Select(month => month % 12).Distinct().ToList();
        // "May" alone is a verb as well: topics look for what stands behind it.
        return months.Count == 0 ? folded : $"{folded} {string.Join(" and ", months.Select(month => $"{Names[month]} and thang {month + 1}"))}";
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) - 1;

    private const string Month = "january|february|march|april|may|june|july|august|september|october|november|december";

    [GeneratedRegex(@"\b(?<from>" + Month + @")(?: [0-9]{1,2})? (?:to|until|till|through) (?:(?:mid|early|late|the end of|end of|[0-9]{1,2}) )?(?<to>" + Month + @")\b")]
    private static partial Regex English();

    [GeneratedRegex(@"\bthang (?<from>1[0-2]|[1-9])(?: (?:den|toi|qua))?(?: (?:dau|giua|cuoi|het))?(?: thang)? (?<to>1[0-2]|[1-9])(?![0-9]| (?:khach|nguoi|ngay|dem|sao|tuoi|km|gio|tieng))")]
    private static partial Regex Vietnamese();
}
