using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Phrases of a text that no rule understood and that still say something; they are kept as notes in the traveller's words.</summary>
internal static partial class Leftovers
{
    private const int MostPhrases = 4;
    private const int LongestRun = 8;

    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal) { "no", "not", "without", "never", "avoid", "khong", "ko" };

    /// <summary>At most four phrases outside the given half-open spans. One Vietnamese syllable says too little alone, one English word may say enough.</summary>
    public static IReadOnlyList<string> Find(string text, string language, IReadOnlyList<(int Start, int End)> understood)
    {
        var phrases = new List<string>();
        var run = new List<Token>();
        var stops = 0;
        foreach (var token in Tokenizer.Tokens(text))
        {
            var covered = understood.Any(span => token.Start < span.End && span.Start < token.End);
            var apart = run.Count > 0 && text.AsSpan(run[^1].End, token.Start - run[^1].End).IndexOfAnyExcept(" -'’") >= 0;
            if (covered || apart || stops > 1 || run.Count == LongestRun)
            {
                Close();
            }

            if (covered || token.Folded.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
            {
                Close();
                continue;
            }

            if (Says(token))
            {
                stops = 0;
                run.Add(token);
            }
            else if (run.Count > 0 || Denials.Contains(token.Folded))
            {
                stops++;
                run.Add(token);
            }
        }

        Close();
        return [.. phrases.Distinct().Take(MostPhrases)];

        void Close()
        {
            while (run.Count > 0 && !Says(run[^1]))
            {
                run.RemoveAt(run.Count - 1);
            }

            if (run.Count(Says) >= (language == "vi" ? 2 : 1))
            {
                // "Allergic to shrimp" without its first words would be a wish for shrimp.
                var allergy = Allergy().Match(text[..run[0].Start]);
                phrases.Add(text[(allergy.Success ? allergy.Index : run[0].Start)..run[^1].End]);
            }

            run.Clear();
            stops = 0;
        }

        static bool Says(Token token) => token.Folded.Length > 2 && !StopWords.Contains(token.Folded) && !Denials.Contains(token.Folded);
    }

    [GeneratedRegex(@"(?i:allerg\p{L}+|dị ứng|di ung)(?i: to| với| voi)?\s*$")]
    private static partial Regex Allergy();
}
