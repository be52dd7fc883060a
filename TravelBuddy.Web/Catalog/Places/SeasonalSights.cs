using System.Globalization;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Places;

/// <summary>What can be seen in some months of the year only (<c>data/sights.tsv</c>): flowers, ripe rice, high water, turtles.</summary>
public sealed class SeasonalSights
{
    private const int Columns = 4;

    private readonly IReadOnlyList<Sight> _sights;

    private SeasonalSights(IReadOnlyList<Sight> sights) => _sights = sights;

    /// <summary>Reads the file; a line that does not parse, or names a concept that the lexicon does not have, throws <see cref="InvalidDataException"/>.</summary>
    public static SeasonalSights Load(string path, Lexicon lexicon) => new([.. File.ReadLines(path)
        .Select((line, i) => (Line: line, At: $"{path}, line {i + 1}"))
        .Where(read => read.Line.Length > 0 && !read.Line.StartsWith('#'))
        .Select(read => Read(read.Line.Split('\t'), read.At, lexicon))]);

    /// <summary>What is told of those of some things that are not there on any of the days, or of all that have a season where no days are given.</summary>
    /// <param name="concepts">Ids of the things wished for.</param>
    /// <param name="from">The first day; null where none is given.</param>
    /// <param name="to">The last day.</param>
    /// <param name="language">The language, "vi" or anything else for English.</param>
    public IReadOnlyList<string> OutOfSeason(IReadOnlyCollection<string> concepts, DateOnly? from, DateOnly? to, string language) =>
        [.. _sights.Where(sight => concepts.Contains(sight.Concept) && !MonthsOf(from ?? to, to ?? from).Any(sight.Months.Contains)).Select(sight => language == "vi" ? sight.Vi : sight.En)];

    private static IEnumerable<int> MonthsOf(DateOnly? from, DateOnly? to)
    {
        if (from is not { } first || to is not { } last)
        {
            yield break;
        }

        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last && month < first.AddYears(1); month = month.AddMonths(1))
        {
            yield return month.Month;
        }
    }

    private static Sight Read(string[] parts, string at, Lexicon lexicon) =>
        parts is not { Length: Columns } || parts.Any(string.IsNullOrWhiteSpace) ? throw new InvalidDataException($"{at}: a concept, its months, and a sentence in English and Vietnamese are expected.")
        : lexicon.Find(parts[0]) is null ? throw new InvalidDataException($"{at}: there is no concept '{parts[0]}' in lexicon.jsonl.")
        : new Sight(parts[0], parts[1].Split(',').SelectMany(span => Span(span, at)).ToHashSet(), parts[2], parts[3]);

    private static IEnumerable<int> Span(string span, string at) =>
        span.Split('-') is [var first, var last] && Month(first) is { } from && Month(last) is { } to && from <= to ? Enumerable.Range(from, to - from + 1) : throw new InvalidDataException($"{at}: '{span}' is no span of months such as 5-6.");

    private static int? Month(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? month : null;

    private sealed record Sight(string Concept, IReadOnlySet<int> Months, string En, string Vi);
}
