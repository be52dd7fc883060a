namespace TravelBuddy.Tests.Recommendations;

/// <summary>The table that <c>evaluate</c> printed: cells by section, row and column.</summary>
public sealed class EvaluationTable
{
    private const int NameWidth = 38;

    private static readonly string[] Columns = ["n", "judged", "nDCG@10", "recall@10", "MRR", "diversity", "coverage", "%", "ms", "p95", "BM25", "bags"];

    private readonly List<(string Section, string Name, string[] Cells)> _rows = [];

    public static EvaluationTable Read(string output)
    {
        var table = new EvaluationTable();
        var section = "";
        foreach (var line in output.Split('\n').SkipWhile(line => !line.Contains("nDCG@10", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Trim().Length > 0))
        {
            if (!line.StartsWith("  ", StringComparison.Ordinal))
            {
                section = line;
            }
            else if (line[..NameWidth].Trim() is { Length: > 0 } name)
            {
                table._rows.Add((section, name, line[NameWidth..].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            }
        }

        return table;
    }

    public (int All, int Judged) Count(string row, string section = "queries") => (int.Parse(Cell(row, "n", section), null), int.Parse(Cell(row, "judged", section), null));

    public string Cell(string row, string column, string section = "queries") => Row(row, section)[Array.IndexOf(Columns, column)];

    /// <summary>The first difference of a row, in words.</summary>
    public string Difference(string row, string section) => string.Join(' ', Row(row, section)[Columns.Length..]);

    private string[] Row(string name, string section) =>
        _rows.Single(row => row.Name == name && row.Section.Contains(section, StringComparison.Ordinal)).Cells;
}
