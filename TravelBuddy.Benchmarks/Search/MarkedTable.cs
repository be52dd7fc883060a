namespace TravelBuddy.Benchmarks.Search;

/// <summary>The part of a README between two marks, which a command writes.</summary>
internal sealed class MarkedTable(string readme, string name)
{
    private readonly string begin = $"<!-- {name}: begin -->";
    private readonly string end = $"<!-- {name}: end -->";

    /// <summary>Whether a table can be written; if not, says why.</summary>
    public bool IsReady(TextWriter errors)
    {
        if (!OpenBlas.IsThere)
        {
            errors.WriteLine("OpenBLAS is missing; install it: apt-get install libopenblas0");
            return false;
        }

        if (!File.Exists(readme) || !HasMarks(File.ReadAllText(readme)))
        {
            errors.WriteLine($"{readme} is not there or has no line {begin} before a line {end}.");
            return false;
        }

        return true;
    }

    /// <summary>Puts a table between the marks, in the place of what is there.</summary>
    public void Write(string table)
    {
        var text = File.ReadAllText(readme);
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
        File.WriteAllText(readme, $"{text[..from]}\n{table}{text[to..]}");
    }

    private bool HasMarks(string text) => text.IndexOf(begin, StringComparison.Ordinal) is >= 0 and var from && text.IndexOf(end, from, StringComparison.Ordinal) >= 0;
}
