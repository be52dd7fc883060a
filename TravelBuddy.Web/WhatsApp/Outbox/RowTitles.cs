using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>
/// Titles of tours cut to the width of a list row. Behind those that would come out alike stands what tells the tours apart, such as the day they begin; where nothing so short does, they lose the words they
/// begin with alike, so that each row says what it alone has.
/// </summary>
public static class RowTitles
{
    private const char Ellipsis = '…';
    private const string Behind = " · ";

    /// <summary>A longer fact would leave too little of the title.</summary>
    private const int LongestFact = 8;

    private static readonly char[] Between = [' ', ',', ':', ';', '.', '–', '-', '|', '/', '·'];

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

        return [.. shown.Select(title => Limits.Line(title, max))];
    }

    /// <summary>Puts behind rows that would read alike the first kind of fact that tells all of them apart, if there is one that leaves room for the title.</summary>
    private static void Tell(string[] shown, int max, IReadOnlyList<IReadOnlyList<string?>> facts)
    {
        foreach (var alike in Enumerable.Range(0, shown.Length).GroupBy(row => Limits.Line(shown[row], max), StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()).Select(group => group.ToList()).ToList())
        {
            var telling = Enumerable.Range(0, facts.Count == 0 ? 0 : facts[0].Count).Cast<int?>().FirstOrDefault(kind =>
                alike.All(row => facts[row][kind!.Value] is { Length: > 0 and <= LongestFact }) && alike.Select(row => facts[row][kind!.Value]).Distinct().Count() == alike.Count);
            if (telling is { } at)
            {
                alike.ForEach(row => shown[row] = Limits.Line(shown[row], max - Behind.Length - facts[row][at]!.Length) + Behind + facts[row][at]);
            }
        }
    }

    /// <summary>Rows that read alike once cut although their titles differ, and how many words they can lose in front and keep one.</summary>
    private static IEnumerable<(int[]? Rows, int Common)> Alike(string[] titles, int max) => Enumerable.Range(0, titles.Length)
        .GroupBy(row => Limits.Line(titles[row], max), StringComparer.OrdinalIgnoreCase)
        .Where(group => group.DistinctBy(row => titles[row], StringComparer.OrdinalIgnoreCase).Skip(1).Any())
        .Select(group => ((int[]?)[.. group], Common([.. group.Select(row => Words(titles[row]))])))
        .Where(group => group.Item2 > 0);

    private static int Common(string[][] titles) => Enumerable.Range(0, Math.Max(0, titles.Min(words => words.Length) - 1))
        .TakeWhile(at => titles.All(words => string.Equals(words[at], titles[0][at], StringComparison.OrdinalIgnoreCase))).Count();

    private static string[] Words(string title) => title.TrimStart(Ellipsis).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
