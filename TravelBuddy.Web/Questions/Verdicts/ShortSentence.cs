namespace TravelBuddy.Web.Questions.Verdicts;

/// <summary>Keeps of a long sentence what stands around the words that answer.</summary>
public static class ShortSentence
{
    private const int Longest = 180;
    private const int Least = 60;
    private const int Window = 70;
    private static readonly char[] Ends = [',', ';', ':'];

    /// <summary>The sentence, or of a long one the parts between commas around two places in it, or where these are too long or too short the words around.</summary>
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

        if (to - from < Least)
        {
            (from, to) = (Words(sentence, from, -1), Words(sentence, to, 1));
        }

        return (from > 0 ? "… " : "") + sentence[from..to].Trim() + (to < sentence.Length ? " …" : "");
    }

    /// <summary>Some words further on, to the end of a word: what denies or limits stands among them.</summary>
    private static int Words(string sentence, int at, int step)
    {
        var far = Math.Clamp(at + step * Window, 0, sentence.Length);
        return far == 0 || far == sentence.Length ? far
            : step < 0 ? sentence.IndexOf(' ', far) is >= 0 and var begin && begin < at ? begin + 1 : at
            : sentence.LastIndexOf(' ', far) is var end && end > at ? end : at;
    }
}
