using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>
/// Titles of tours cut to the width of a list row, by whole words. Behind those that would come out alike stands what tells the tours apart, such as the day they begin; where nothing so short does, they lose the words they
/// begin with alike, so that each row says what it alone has.
/// </summary>
public static partial class RowTitles
{
    private const char Ellipsis = '…';
    private const string Behind = " · ";

    /// <summary>A longer fact would leave too little of the title.</summary>
    private const int LongestFact = 8;

    /// <summary>Fewer letters tell nothing.</summary>
    private const int LeastLetters = 3;

    private static readonly char[] Between = [' ', ',', ':', ';', '.', '–', '—', '-', '|', '/', '·', '&', '+'];

    /// <summary>
    /// A title without what stands elsewhere or was said: how long it takes, and a place asked for that it begins with. Only what a mark or the end follows goes: what a word follows is a part of its sentence ("Huế từ Đà Nẵng").
    /// </summary>
    /// <param name="title">The title.</param>
    /// <param name="asked">Names of the places asked for.</param>
    public static string Short(string title, IReadOnlyCollection<string> asked)
    {
        var left = SpaceBeforeMark().Replace(Limits.Line(Lengths().Replace(title, ""), int.MaxValue), "").Trim(Between);
        var words = left.Split(' ');
        var begins = asked.Select(Letters).Where(name => name.Length > 0)
            .Select(name => Enumerable.Range(1, words.Length).FirstOrDefault(count => Letters(string.Join(' ', words[..count])) == name && (count == words.Length || Between.Contains(words[count - 1][^1]) || Between.Contains(words[count][0])))).DefaultIfEmpty().Max();
        var rest = string.Join(' ', words[begins..]).TrimStart(Between);
        return Letters(rest).Length >= LeastLetters && !NeedsPlace().IsMatch(rest) ? char.ToUpper(rest[0], CultureInfo.InvariantCulture) + rest[1..] : left.Length > 0 ? left : title;
    }

    /// <summary>One title for each, in their order, each of at most <paramref name="max"/> UTF-16 units.</summary>
    /// <param name="titles">The titles.</param>
    /// <param name="max">The width of a row.</param>
    /// <param name="facts">What each tour is told by beside its title, the same kinds of facts for all: when it goes, how long it takes, what it costs.</param>
    public static IReadOnlyList<string> Cut(IReadOnlyList<string> titles, int max, IReadOnlyList<IReadOnlyList<string?>>? facts = null)
    {
        var shown = titles.Select(title => Limits.Line(title, int.MaxValue)).ToArray();
        Tell(shown, max, facts ?? []);
        while (Alike(shown, max).FirstOrDefault() is { Rows: { } rows, Common: var common })
        {
            foreach (var row in rows)
            {
                shown[row] = Ellipsis + string.Join(' ', Words(shown[row])[common..]).TrimStart(Between);
            }
        }

        return [.. shown.Select(title => WholeWords(title, max))];
    }

    /// <summary>Puts behind rows that would read alike the first kind of fact that tells all of them apart, if there is one that leaves room for the title.</summary>
    private static void Tell(string[] shown, int max, IReadOnlyList<IReadOnlyList<string?>> facts)
    {
        foreach (var alike in Enumerable.Range(0, shown.Length).GroupBy(row => WholeWords(shown[row], max), StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()).Select(group => group.ToList()).ToList())
        {
            var telling = Enumerable.Range(0, facts.Count == 0 ? 0 : facts[0].Count).Cast<int?>().FirstOrDefault(kind =>
                alike.All(row => facts[row][kind!.Value] is { Length: > 0 and <= LongestFact }) && alike.Select(row => facts[row][kind!.Value]).Distinct().Count() == alike.Count);
            if (telling is { } at)
            {
                alike.ForEach(row => shown[row] = WholeWords(shown[row], max - Behind.Length - facts[row][at]!.Length) + Behind + facts[row][at]);
            }
        }
    }

    /// <summary>Rows that read alike once cut although their titles differ, and how many words they can lose in front and keep one.</summary>
    private static IEnumerable<(int[]? Rows, int Common)> Alike(string[] titles, int max) => Enumerable.Range(0, titles.Length)
        .GroupBy(row => WholeWords(titles[row], max), StringComparer.OrdinalIgnoreCase)
        .Where(group => group.DistinctBy(row => titles[row], StringComparer.OrdinalIgnoreCase).Skip(1).Any())
        .Select(group => ((int[]?)[.. group], Common([.. group.Select(row => Words(titles[row]))])))
        .Where(group => group.Item2 > 0);

    /// <summary>As many words as there is room for, no mark between what is left and the ellipsis; a first word that has none is cut itself.</summary>
    private static string WholeWords(string title, int max)
    {
        if (title.Length <= max)
        {
            return title;
        }

        var space = title.LastIndexOf(' ', max - 1);
        return space > 0 && title[..space].TrimEnd(Between) is { Length: > 0 } words ? words + Ellipsis : Limits.Line(title, max);
    }

    private static string Letters(string text) => Tokenizer.Folded(text).Replace(" ", "", StringComparison.Ordinal);

    private static int Common(string[][] titles) => Enumerable.Range(0, Math.Max(0, titles.Min(words => words.Length) - 1))
        .TakeWhile(at => titles.All(words => string.Equals(words[at], titles[0][at], StringComparison.OrdinalIgnoreCase))).Count();

    /// <summary>"3N2Đ", "4D3N", "in 10 Days", "3-Day", "2 ngày 1 đêm".</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:in\s+)?(?:\d+\s?[ND]\s?\d+\s?[ĐN]|\d+[\s-]days?(?:[\s,/-]+\d+[\s-]nights?)?|\d+\s?ngày(?:\s?\d+\s?đêm)?)(?![\p{L}\p{N}])(?=\s*(?:[,:;.–—|/·&+()]|-\s|$))", RegexOptions.IgnoreCase)]
    private static partial Regex Lengths();

    /// <summary>What says nothing by itself: "Slow: …", "in Style", "by Motorbike".</summary>
    [GeneratedRegex(@"^(?:[\p{L}-]+:|(?:in|by|on|from|at|with|for|and|off|of) )", RegexOptions.IgnoreCase)]
    private static partial Regex NeedsPlace();

    [GeneratedRegex(@"\s+(?=[,:;)])|\(\s*\)")]
    private static partial Regex SpaceBeforeMark();

    private static string[] Words(string title) => title.TrimStart(Ellipsis).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
