namespace TravelBuddy.Web.WhatsApp.Cloud;

/// <summary>
/// The lines of a message that holds only so much: where there are too many, those that matter least go first, and "…" stands where they were.
/// </summary>
public sealed class FittedLines
{
    private const string Ellipsis = "…";

    private readonly List<(string Text, int Spare)> _lines = [];

    /// <summary>Adds a line; nothing for null. <paramref name="spare"/> says how soon it goes: 0 never, larger earlier, and of equals the last first.</summary>
    public FittedLines Add(string? line, int spare = 0)
    {
        if (line is not null)
        {
            _lines.Add((line, spare));
        }

        return this;
    }

    /// <summary>The lines in at most <paramref name="max"/> UTF-16 units; what may never go is left to be shortened by the message.</summary>
    public string Within(int max)
    {
        var kept = Enumerable.Repeat(true, _lines.Count).ToArray();
        var order = Enumerable.Range(0, _lines.Count).Where(i => _lines[i].Spare > 0).OrderByDescending(i => _lines[i].Spare).ThenByDescending(i => i);
        var text = Joined(kept);
        foreach (var i in order)
        {
            if (text.Length <= max)
            {
                break;
            }

            kept[i] = false;
            text = Joined(kept);
        }

        return text;
    }

    private string Joined(bool[] kept)
    {
        var lines = new List<string>();
        for (var i = 0; i < kept.Length; i++)
        {
            var line = kept[i] ? _lines[i].Text : Ellipsis;
            var repeats = lines.Count > 0 && line == lines[^1] && line is "" or Ellipsis;
            if (!repeats && !(line.Length == 0 && lines.Count == 0))
            {
                lines.Add(line);
            }
        }

        return string.Join('\n', lines).TrimEnd('\n');
    }
}
