using System.Text.RegularExpressions;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>A sentence that only leads to the next one: "sorry, long day. Show me number 2", "hihi đùa thôi. Lý Sơn 3 ngày". What it names is no wish.</summary>
public static partial class Asides
{
    private const int MostWords = 9;

    /// <summary>The text without such sentences at its beginning, as long as something follows them.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="read">Reads a sentence: one that names a place, a length, a price or who comes along is no aside.</param>
    public static string Without(string text, Func<string, WishReading> read)
    {
        while (Sentence().Match(text) is { Success: true } match && text[..match.Length] is var sentence && Lead().IsMatch(Tokenizer.Folded(sentence))
            && Tokenizer.Tokens(sentence).Count <= MostWords && !sentence.Any(char.IsAsciiDigit) && read(sentence).Wishes is { Places.Count: 0, Durations.Count: 0, Budget: null, Party: null })
        {
            text = text[match.Length..];
        }

        return text;
    }

    [GeneratedRegex(@"^\s*[^.!?;…\n]+[.!;…\n]+\s*(?=\p{L}|\d)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(?:(?:oh|ok|okay|ah|a|u|ui|haha\w*|hihi|hehe|lol|well|da|uh|um|no) )*(?:(?:i m |so |im )?sorry|my bad|apologies|(?:i )?apologi[sz]e|excuse me|pardon|(?:i m |i was |im )?(?:just|only) (?:kidding|joking)|jk|(?:cho )?(?:minh |em |toi |anh |chi |con )?xin loi|(?:minh |em |toi )?(?:noi )?dua (?:thoi|ti|chut|ma|xiu|ty))\b")]
    private static partial Regex Lead();
}
