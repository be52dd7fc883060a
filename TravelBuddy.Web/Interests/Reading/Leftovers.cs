using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Phrases of a text that no rule understood and that still say something, in the traveller's words: notes, and what is refused.</summary>
internal static partial class Leftovers
{
    private const int MostPhrases = 4;
    private const int LongestRun = 8;

    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal) { "no", "not", "without", "never", "avoid", "skip", "hate", "dislike", "detest", "khong", "ko" };

    /// <summary>Nouns that say little alone and are what is refused with the word before them: "crowded places".</summary>
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal) { "place", "places", "spot", "spots", "area", "areas", "thing", "things", "stuff", "food", "people", "tour", "tours", "trip", "trips", "hotel", "hotels", "family", "guide" };

    /// <summary>Whether words begin with one for keeping away from what follows.</summary>
    public static bool Refuses(string words) => Refusing().IsMatch(words);

    /// <summary>
    /// At most four phrases of each sort outside the given half-open spans; what is refused stands without its denial. One Vietnamese syllable says too
    /// little alone, one English word may say enough.
    /// </summary>
    /// <param name="unwanted">Those of the spans that hold what is refused: what is joined with them is refused too.</param>
    public static (IReadOnlyList<string> Said, IReadOnlyList<string> Refused) Find(string text, string language, IReadOnlyList<(int Start, int End)> understood, IReadOnlyList<(int Start, int End)> unwanted)
    {
        var said = new List<string>();
        var refused = new List<string>();
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
            else if (run.Count > 0 || IsDenial(token))
            {
                stops++;
                run.Add(token);
            }
        }

        Close();
        return ([.. said.Distinct().Take(MostPhrases)], [.. refused.Distinct().Take(MostPhrases)]);

        void Close()
        {
            var last = run.FindLastIndex(Says);
            var ends = last >= 0 && last + 1 < run.Count && Nouns.Contains(run[last + 1].Folded) ? run[last + 1].End : 0;
            run.RemoveRange(last + 1, run.Count - last - 1);

            if (run.Count(Says) >= (language == "vi" ? 2 : 1))
            {
                // "Allergic to almonds" and "can't eat almonds" without their first words would be a wish for almonds.
                var first = run.First(Says);
                var denied = Refusal().IsMatch(text[..first.Start]) || unwanted.Any(span => span.End <= first.Start && Joined().IsMatch(text[span.End..first.Start]));
                (denied ? refused : said).Add(text[(denied ? first : run[0]).Start..(denied ? Math.Max(ends, run[^1].End) : run[^1].End)]);
            }

            run.Clear();
            stops = 0;
        }

        static bool Says(Token token) => token.Folded.Length > 2 && !StopWords.Contains(token.Folded) && !IsDenial(token);

        // Without its accents "tranh" is a painting as well.
        static bool IsDenial(Token token) => Denials.Contains(token.Folded) || token.Normalized is "tránh" or "ghét";
    }

    [GeneratedRegex(@"^(?i:no|not|without|avoid|away|far|không|khong|tránh|tranh|xa)\b")]
    private static partial Regex Refusing();

    // "Avoid museums and loud music".
    [GeneratedRegex(@"^\s*(?i:and|or|nor|và|va|hoặc|hoac|hay|lẫn|lan)\s+(?i:any |the |an? |các |cac |những |nhung )?$")]
    private static partial Regex Joined();

    [GeneratedRegex(@"(?i)\b(?:(?:allerg\p{L}+|intolerant|dị ứng|di ung)(?: (?:to|với|voi))?|(?:no|without|avoid|hate|dislike|detest|can['’]?t stand|không|khong|ko|đừng|ghét|tránh(?: xa)?)(?: any| the| a| những| các| chỗ| nơi)?|(?:not|never|cannot|can not|(?:can|don|doesn|won)['’]?t|không|khong|ko|đừng)(?: (?:eat|have|drink|want|like|any|ăn|uống|uong|được|duoc|thích|thich|muốn|muon))+)\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex Refusal();
}
