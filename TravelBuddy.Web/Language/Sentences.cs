using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Language;

/// <summary>Cuts prose into its sentences.</summary>
public static partial class Sentences
{
    private const int Short = 30;

    /// <summary>A text by its sentences; one too short to stand alone goes with the one before.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        var sentences = new List<string>();
        foreach (var sentence in Ends().Split(text ?? "").Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            if (sentence.Length < Short && sentences.Count > 0)
            {
                sentences[^1] += " " + sentence;
            }
            else
            {
                sentences.Add(sentence);
            }
        }

        return sentences;
    }

    [GeneratedRegex(@"(?<=[.!?…][""”’)]?)\s+(?=[\p{Lu}\d""“‘(])|\n+")]
    private static partial Regex Ends();
}
