namespace TravelBuddy.Web.Questions.Verdicts;

/// <summary>Keeps of a long sentence what stands around the words that answer.</summary>
public static class ShortSentence
{
    private const int Longest = 180;
    private static readonly char[] Ends = [',', ';', ':'];

    /// <summary>The sentence, or of a long one the parts between commas around two places in it.</summary>
    public static string Around(string sentence, int start, int end)
    {
        if (sentence.Length <= Longest)
        {
            return sentence;
        }

        var (from, to) = (Math.Max(0, start), Math.Min(sentence.Length, end));
        while (true)
        {
            var before = from <= 1 ? 0 : sentence.LastIndexOfAny(Ends, from - 2) + 1;
            var behind = to + 1 >= sentence.Length ? sentence.Length : sentence.IndexOfAny(Ends, to + 1) is >= 0 and var at ? at : sentence.Length;
            if (behind - before > Longest || (before, behind) == (from, to))
            {
                break;
            }

            (from, to) = (before, behind);
        }

        return (from > 0 ? "… " : "") + sentence[from..to].Trim() + (to < sentence.Length ? " …" : "");
    }
}
