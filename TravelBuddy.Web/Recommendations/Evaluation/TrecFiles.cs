using System.Globalization;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>One ranked list of a run.</summary>
public sealed record RunList(string QueryId, IReadOnlyList<string> Documents, IReadOnlyList<double> Scores);

/// <summary>Grades by package of every judged query.</summary>
public sealed class Judgements(Dictionary<string, IReadOnlyDictionary<string, int>> grades) : System.Collections.ObjectModel.ReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>(grades)
{
    /// <summary>The grades of a query: those under its id or else under its need, the part of the id before the last <c>@</c>; null if it was not judged.</summary>
    public IReadOnlyDictionary<string, int>? Of(string query) => this.GetValueOrDefault(query) ?? (query.LastIndexOf('@') is > 0 and var at ? this.GetValueOrDefault(query[..at]) : null);
}

/// <summary>Judgements and runs in the formats of TREC.</summary>
public static class TrecFiles
{
    /// <summary>Gains are 2 to the grade: far above any scale in use they drown all others, and in the end every number.</summary>
    private const int HighestGrade = 20;

    /// <summary>Grades by query and package (<c>query_id 0 package_id grade</c>); a bad line throws <see cref="InvalidDataException"/> naming it. Package ids may hold spaces.</summary>
    public static Judgements ReadJudgements(string path)
    {
        var grades = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length == 0)
            {
                continue;
            }

            if (fields.Length < 4 || !int.TryParse(fields[^1], CultureInfo.InvariantCulture, out var grade) || grade > HighestGrade)
            {
                throw new InvalidDataException($"{path}, line {number}: should be \"query_id 0 package_id grade\" with a whole number up to {HighestGrade} as grade.");
            }

            var ofQuery = grades.TryGetValue(fields[0], out var known) ? known : grades[fields[0]] = new(StringComparer.Ordinal);
            ofQuery[string.Join(' ', fields[2..^1])] = Math.Max(grade, 0);
        }

        return new Judgements(grades.ToDictionary(pair => pair.Key, pair => (IReadOnlyDictionary<string, int>)pair.Value, StringComparer.Ordinal));
    }

    /// <summary>Writes a run (<c>qid Q0 docid rank score tag</c>); scores are made to fall with the rank, as tools that sort by score expect.</summary>
    public static void WriteRun(string path, IEnumerable<RunList> lists, string tag)
    {
        using var writer = new StreamWriter(path);
        foreach (var list in lists)
        {
            var last = double.MaxValue;
            for (var i = 0; i < list.Documents.Count; i++)
            {
                last = Math.Min(list.Scores[i], last - 1e-6);
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{list.QueryId} Q0 {Field(list.Documents[i])} {i + 1} {last:F6} {tag}"));
            }
        }
    }

    /// <summary>A value as one field of a line: the formats separate by white space and cannot quote.</summary>
    public static string Field(string value) => string.Join('_', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
