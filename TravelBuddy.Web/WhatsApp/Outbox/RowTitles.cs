using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Titles of tours cut to the width of a list row. Those that would come out alike lose the words they begin with alike, so that each row says what it alone has.</summary>
public static class RowTitles
{
    private const char Ellipsis = '…';

    private static readonly char[] Between = [' ', ',', ':', ';', '.', '–', '-', '|', '/', '·'];

    /// <summary>One title for each, in their order, each of at most <paramref name="max"/> UTF-16 units. Titles that are the same stay the same.</summary>
    public static IReadOnlyList<string> Cut(IReadOnlyList<string> titles, int max)
    {
        var shown = titles.Select(title => Limits.Line(title, int.MaxValue)).ToArray();
        while (Alike(shown, max).FirstOrDefault() is { Rows: { } rows, Common: var common })
        {
            foreach (var row in rows)
            {
                shown[row] = Ellipsis + string.Join(' ', Words(shown[row])[common..]).TrimStart(Between);
            }
        }

        return [.. shown.Select(title => Limits.Line(title, max))];
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
