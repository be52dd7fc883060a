using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>
/// Titles of tours cut to the width of a list row, by whole words. Behind those that would come out alike stands the day they begin; of those that go on many days what they are alike in is left out behind the
/// first name, so that each row says where it goes and what it alone has. Where that would say nothing by itself, another fact stands behind them: how long they take, what they cost, where they start.
/// </summary>
public static partial class RowTitles
{
    private const char Ellipsis = '…';
    private const string Behind = " · ";

    /// <summary>A longer fact would leave too little of the title.</summary>
    private const int LongestFact = 8;

    /// <summary>Fewer letters tell nothing.</summary>
    private const int LeastLetters = 3;

    /// <summary>A single word with fewer letters is a part of something: "dừa" of "kẹo dừa".</summary>
    private const int LeastAlone = 5;

    /// <summary>A longer name would leave too little of what a row alone has.</summary>
    private const int LongestName = 15;

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
        var shown = titles.Select(title => Spared(Limits.Line(title, int.MaxValue), max)).ToArray();
        Tell(shown, max, facts ?? [], kinds: 1);
        var names = shown.Select(Name).ToArray();
        var own = (string[])shown.Clone();
        while (Alike(shown, own, max).FirstOrDefault() is { Rows: { } rows, Common: var common })
        {
            foreach (var row in rows)
            {
                own[row] = KindOfPlace().Replace(Rest(own[row], common), "");
                shown[row] = own[row].StartsWith(names[row], StringComparison.OrdinalIgnoreCase) ? own[row] : $"{names[row]}: {own[row]}";
            }
        }

        Tell(shown, max, facts ?? [], kinds: int.MaxValue);
        return [.. shown.Select(title => WholeWords(title, max))];
    }

    /// <summary>Puts behind rows that would read alike the first kind of fact that tells all of them apart, or else several of them, if there is one that leaves room for the title.</summary>
    private static void Tell(string[] shown, int max, IReadOnlyList<IReadOnlyList<string?>> facts, int kinds)
    {
        foreach (var alike in Enumerable.Range(0, facts.Count).GroupBy(row => WholeWords(shown[row], max), StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()).Select(group => group.ToList()).ToList())
        {
            var told = Enumerable.Range(0, Math.Min(kinds, facts[0].Count)).Select(kind => (Kind: kind, Rows: alike.Where(row => facts[row][kind] is { Length: > 0 and <= LongestFact }).ToList()))
                .Where(some => some.Rows.Count > 1 && some.Rows.Select(row => facts[row][some.Kind]).Distinct().Count() == some.Rows.Count).OrderByDescending(some => some.Rows.Count == alike.Count).FirstOrDefault();
            foreach (var row in told.Rows ?? [])
            {
                var fact = Behind + facts[row][told.Kind];
                shown[row] = Names(shown[row], max - fact.Length) + fact;
            }
        }
    }

    /// <summary>As many of the names that a title begins with as there is room for, close together; where that is no more than one, as many words.</summary>
    private static string Names(string title, int max)
    {
        var names = Dash().Split(FirstMark().Match(title).Value);
        return title.Length <= max ? title : Enumerable.Range(2, Math.Max(0, names.Length - 1)).Select(count => string.Join('–', names[..count])).LastOrDefault(some => some.Length <= max) ?? WholeWords(title, max);
    }

    /// <summary>Rows that read alike once cut although their titles differ, and how many words of their own they can lose in front and keep one.</summary>
    private static IEnumerable<(int[]? Rows, int Common)> Alike(string[] titles, string[] own, int max) => Enumerable.Range(0, titles.Length)
        .GroupBy(row => WholeWords(titles[row], max), StringComparer.OrdinalIgnoreCase)
        .Where(group => group.DistinctBy(row => titles[row], StringComparer.OrdinalIgnoreCase).Skip(1).Any())
        .Select(group => ((int[]?)[.. group], Common([.. group.Select(row => Words(own[row]))])))
        .Where(group => group.Item2 > 0 && group.Item1!.All(row => StandsAlone(Rest(own[row], group.Item2))));

    private static string Rest(string title, int common) => string.Join(' ', Words(title)[common..]).TrimStart(Between);

    /// <summary>Whether a part of a title does not begin within brackets, and is more than a short word.</summary>
    private static bool StandsAlone(string part) =>
        (part.IndexOf(')', StringComparison.Ordinal) is var close && (close < 0 || part.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open && open < close)) && (part.Contains(' ', StringComparison.Ordinal) || Letters(part).Length >= LeastAlone);

    /// <summary>What a title begins with up to the first mark, or the two words that most names of places have where that leaves no room for more.</summary>
    private static string Name(string title) =>
        FirstName().Match(title).Value.Trim(Between) is { Length: <= LongestName } first ? first : string.Join(' ', Words(title).Take(2)).TrimEnd(Between);

    /// <summary>A title that is too long without what says no more than its short form: the long name of a city, and what kind of place a name is of.</summary>
    private static string Spared(string title, int max)
    {
        if (title.Length <= max)
        {
            return title;
        }

        var spared = Saigon().Replace(title, match => match.Value.StartsWith("Ho", StringComparison.OrdinalIgnoreCase) ? "Saigon" : "TP.HCM");
        return KindOfPlace().Replace(spared, "") is var name && Letters(name).Length >= LeastLetters ? char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..] : spared;
    }

    /// <summary>As many words as there is room for, no mark between what is left and the ellipsis, and of a name behind a dash all or nothing; a first word that has no room is cut itself.</summary>
    private static string WholeWords(string title, int max)
    {
        if (title.Length <= max)
        {
            return title;
        }

        var space = title[max - 1] is ':' or ',' or ';' ? max - 1 : title.LastIndexOf(' ', max - 1);
        if (space <= 0 || title[..space].TrimEnd(Between) is not { Length: > 0 } words)
        {
            return Limits.Line(title, max);
        }

        if (words.LastIndexOf(": ", StringComparison.Ordinal) is >= LeastLetters and var colon && words[(colon + 2)..] is var begun && !begun.Contains(' ', StringComparison.Ordinal) && Letters(begun).Length < LeastAlone && title[words.Length] == ' ')
        {
            return words[..colon].TrimEnd(Between) + Ellipsis; // "di" of "di tích" tells less than the name alone.
        }

        var dash = Dash().Matches(words).LastOrDefault();
        var isWhole = Between.Contains(title[words.Length]) && (title[words.Length] != ' ' || words.Length + 1 < title.Length && Between.Contains(title[words.Length + 1]));
        return (dash is { Index: >= LeastLetters } && !isWhole && !words[dash.Index..].Contains(':', StringComparison.Ordinal) ? words[..dash.Index].TrimEnd(Between) : words) + Ellipsis;
    }

    private static string Letters(string text) => Tokenizer.Folded(text).Replace(" ", "", StringComparison.Ordinal);

    private static int Common(string[][] titles) => Enumerable.Range(0, Math.Max(0, titles.Min(words => words.Length) - 1))
        .TakeWhile(at => titles.All(words => string.Equals(words[at].TrimEnd(Between), titles[0][at].TrimEnd(Between), StringComparison.OrdinalIgnoreCase))).Count();

    /// <summary>"3N2Đ", "4D3N", "in 10 Days", "3-Day", "2 ngày 1 đêm".</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:in\s+)?(?:\d+\s?[ND]\s?\d+\s?[ĐN]|\d+[\s-]days?(?:[\s,/-]+\d+[\s-]nights?)?|\d+\s?ngày(?:\s?\d+\s?đêm)?)(?![\p{L}\p{N}])(?=\s*(?:[,:;.–—|/·&+()]|-\s|$))", RegexOptions.IgnoreCase)]
    private static partial Regex Lengths();

    /// <summary>What says nothing by itself: "Slow: …", "in Style", "by Motorbike".</summary>
    [GeneratedRegex(@"^(?:[\p{L}-]+:|(?:in|by|on|from|at|with|for|and|off|of) )", RegexOptions.IgnoreCase)]
    private static partial Regex NeedsPlace();

    /// <summary>What stands before the first mark that ends a name.</summary>
    [GeneratedRegex(@"^.*?(?=\s*(?:[:,|(…]|\s[-–—·]\s|$))")]
    private static partial Regex FirstName();

    /// <summary>The same with all the names of a journey.</summary>
    [GeneratedRegex(@"^.*?(?=\s*(?:[:,|(…]|$))")]
    private static partial Regex FirstMark();

    [GeneratedRegex(@"\s[-–—]\s")]
    private static partial Regex Dash();

    [GeneratedRegex(@"\bTP\. Hồ Chí Minh\b|\bHo Chi Minh City\b", RegexOptions.IgnoreCase)]
    private static partial Regex Saigon();

    [GeneratedRegex(@"^(?:địa đạo|quần đảo|bán đảo|vườn quốc gia|khu bảo tồn|thung lũng|khu du lịch)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex KindOfPlace();

    [GeneratedRegex(@"\s+(?=[,:;)])|\(\s*\)")]
    private static partial Regex SpaceBeforeMark();

    private static string[] Words(string title) => title.TrimStart(Ellipsis).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
