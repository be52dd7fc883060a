using System.Text;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions.Verdicts;

/// <summary>A sentence in small letters with "@" for the words that name what is asked for, and "|" for commas, colons and brackets, so that patterns see what stands right beside them.</summary>
/// <param name="Text">The whole sentence.</param>
/// <param name="Clause">What stands between commas around the words.</param>
/// <param name="Named">The words themselves, folded.</param>
internal sealed record MaskedSentence(SpeltWords Text, SpeltWords Clause, string Named)
{
    public static MaskedSentence Of(string sentence, string language, int start, int end)
    {
        var text = new StringBuilder();
        var named = new List<string>();
        var last = 0;
        foreach (var token in Tokenizer.Tokens(sentence))
        {
            var isNamed = token.End > start && token.Start < end;
            if (!(isNamed && named.Count > 0))
            {
                text.Append(sentence.AsSpan(last, token.Start - last).ContainsAny(",;:()–+") ? " | " : " ").Append(isNamed ? "@" : token.Normalized);
            }

            if (isNamed)
            {
                named.Add(token.Folded);
            }

            last = token.End;
        }

        var masked = text.ToString().Trim();
        var at = Math.Max(0, masked.IndexOf('@', StringComparison.Ordinal));
        var from = masked.LastIndexOf('|', at) + 1;
        var to = masked.IndexOf('|', at) is >= 0 and var behind ? behind : masked.Length;
        var isPlain = language == "vi" && !TextFolding.HasDiacritics(sentence);
        return new MaskedSentence(new SpeltWords(masked, isPlain), new SpeltWords(masked[from..to].Trim(), isPlain), string.Join(' ', named));
    }
}
