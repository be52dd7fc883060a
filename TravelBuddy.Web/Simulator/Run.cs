using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Simulator;

/// <summary>A stretch of text with one look.</summary>
public sealed partial record Run(string Text, bool Bold = false, bool Italic = false, bool Struck = false, string? Href = null)
{
    /// <summary>WhatsApp's formatting: *bold*, _italic_, ~struck~, and addresses as links.</summary>
    public static IReadOnlyList<Run> Of(string text)
    {
        var runs = new List<Run>();
        var at = 0;
        foreach (Match match in Marks().Matches(text))
        {
            if (match.Index > at)
            {
                runs.Add(new Run(text[at..match.Index]));
            }

            runs.Add(match.Value[0] switch
            {
                '*' => new Run(match.Value[1..^1], Bold: true),
                '_' => new Run(match.Value[1..^1], Italic: true),
                '~' => new Run(match.Value[1..^1], Struck: true),
                _ => new Run(match.Value, Href: match.Value),
            });
            at = match.Index + match.Length;
        }

        if (at < text.Length)
        {
            runs.Add(new Run(text[at..]));
        }

        return runs;
    }

    [GeneratedRegex(@"https?://[^\s<>""]+|(?<![\p{L}\p{N}*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_[^\s_](?:[^_\n]*[^\s_])?_(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}~])~[^\s~](?:[^~\n]*[^\s~])?~(?![\p{L}\p{N}~])")]
    private static partial Regex Marks();
}
