using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Language;

/// <summary>
/// Whether a sentence that a model wrote states no more than the words it stands on, in either language. Every thing of the lexicon that it names is told there; so is every other word that carries anything: itself in some
/// ending, as a name with or without its marks, as a number of the same value, or as a meaning that both languages have a word for (<see cref="CommonWords"/>). It denies something where they do, and only there.
/// Words are held against words: who said what of what is not.
/// </summary>
public sealed partial class Grounding(Lexicon lexicon)
{
    private const int ShortestInflected = 4, ShortestStem = 3;

    /// <summary>Whether <paramref name="sentence"/> says something, and nothing that <paramref name="told"/> does not.</summary>
    public bool Holds(string sentence, IReadOnlyCollection<string> told)
    {
        var (said, source) = (Spelt(sentence), Spelt(string.Join('\n', told)));
        if (!Numbers(said).IsSubsetOf(Numbers(source)) || !Bounds(said).IsSubsetOf(Bounds(source)) || !Signs(said).IsSubsetOf(Signs(source)) || Denies(said) != told.Any(Denies))
        {
            return false;
        }

        var things = lexicon.FindIn(source).SelectMany(match => match.Value.Broader.Append(match.Value.Id)).ToHashSet(StringComparer.Ordinal);
        var named = lexicon.FindIn(said);
        if (!named.All(match => things.Contains(match.Value.Id)))
        {
            return false;
        }

        var meanings = CommonWords.FindIn(source).Select(match => match.Value).ToHashSet();
        var spans = named.Select(match => (match.Start, match.End)).Concat(CommonWords.FindIn(said).Where(match => meanings.Contains(match.Value)).Select(match => (match.Start, match.End))).ToList();
        var known = Tokenizer.Tokens(source);
        var words = known.Select(token => StemOf(token.Normalized)).ToHashSet(StringComparer.Ordinal);
        var names = known.Select(token => token.Folded).ToHashSet(StringComparer.Ordinal);
        var tokens = Tokenizer.Tokens(said);
        var states = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var isCarrier = CommonWords.IsCarrier(token.Normalized);
            if (!isCarrier && !IsNumber(token) && !words.Contains(StemOf(token.Normalized)) && !(IsName(said, tokens, i) && names.Contains(token.Folded)) && !spans.Any(span => span.Start <= token.Start && token.End <= span.End))
            {
                return false;
            }

            states |= !isCarrier;
        }

        return states;
    }

    /// <summary>Whether a text denies or restricts something.</summary>
    public static bool Denies(string text) => Denial().IsMatch(string.Join(' ', Tokenizer.Tokens(text).Select(token => token.Normalized)));

    /// <summary>The numbers of a text by their value: "1,500,000" and "1.500.000" are one number, and 500,000 is none of its parts.</summary>
    public static HashSet<string> Numbers(string text) => [.. Number().Matches(text).Select(match => ValueOf(match.Value))];

    /// <summary>How a text bounds its numbers ("under 6", "từ 6 tuổi", "3 hours before"): whoever is free under six is not over six. A number without a bound has an empty one.</summary>
    private static HashSet<(string Bound, string Value)> Bounds(string text) => [.. Bounded().Matches(text.ToLowerInvariant()).Select(match => (BoundOf(match.Groups["bound"].Value), ValueOf(match.Groups["number"].Value)))];

    private static string BoundOf(string word) => word switch
    {
        "under" or "below" or "dưới" or "less than" or "fewer than" or "ít hơn" => "<",
        "over" or "above" or "trên" or "more than" or "hơn" => ">",
        "from" or "since" or "at least" or "minimum" or "từ" or "tối thiểu" or "ít nhất" => "from",
        "to" or "until" or "till" or "up to" or "at most" or "no more than" or "maximum" or "đến" or "tới" or "tối đa" or "nhiều nhất" => "to",
        "before" or "trước" => "before",
        "after" or "sau" => "after",
        _ => "",
    };

    private static string ValueOf(string number)
    {
        var value = Grouped().IsMatch(number) ? string.Concat(number.Where(char.IsAsciiDigit)) : number.Replace(',', '.');
        value = value.TrimStart('0');
        value = value.EndsWith(".0", StringComparison.Ordinal) ? value[..^2] : value;
        return value.Length == 0 || value[0] == '.' ? "0" + value : value;
    }

    /// <summary>Signs that state something and are no words.</summary>
    private static HashSet<Rune> Signs(string text) => [.. text.EnumerateRunes().Where(rune => rune.Value == '%' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol)];

    /// <summary>The signs of the usual currencies as words.</summary>
    private static string Spelt(string text) => text.Normalize().Replace("₫", " vnd ", StringComparison.Ordinal).Replace("US$", " usd ", StringComparison.Ordinal).Replace("$", " usd ", StringComparison.Ordinal);

    private static bool IsNumber(Token token) => token.Normalized.All(c => char.IsAsciiDigit(c) || c == '*');

    /// <summary>Written large where that is not only because a sentence begins: it stands inside of one, or is the first of several such words.</summary>
    private static bool IsName(string text, IReadOnlyList<Token> tokens, int at)
    {
        return IsLarge(at) && (at > 0 && text.AsSpan(tokens[at - 1].End, tokens[at].Start - tokens[at - 1].End).IndexOfAny(".!?:") < 0 || at + 1 < tokens.Count && IsLarge(at + 1));

        bool IsLarge(int i) => char.IsUpper(text[tokens[i].Start]);
    }

    /// <summary>An English word without its regular ending; any other word as it is.</summary>
    private static string StemOf(string word)
    {
        if (word.Length < ShortestInflected || !word.All(char.IsAsciiLetterLower))
        {
            return word;
        }

        var stem = Ending().Replace(word, "");
        stem = stem.Length >= ShortestStem ? stem : word;
        stem = stem[^1] == stem[^2] ? stem[..^1] : stem;
        return stem.Length <= ShortestStem ? stem : stem[^1] == 'e' ? stem[..^1] : stem[^1] is 'y' or 'i' ? stem[..^1] + 'i' : stem;
    }

    [GeneratedRegex(@"[0-9]+(?:[.,][0-9]+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:\b(?<bound>no more than|less than|fewer than|more than|at least|at most|up to|minimum|maximum|under|below|over|above|from|since|to|until|till|before|after|tối đa|tối thiểu|ít nhất|nhiều nhất|ít hơn|dưới|trên|hơn|từ|đến|tới|trước|sau) (?:(?:of|is|the|age|aged|about|là|khoảng|usd|vnd) ){0,3}|(?<![0-9.,]))(?<number>[0-9]+(?:[.,][0-9]+)*)")]
    private static partial Regex Bounded();

    [GeneratedRegex(@"^[0-9]{1,3}(?:[.,][0-9]{3})+$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(?:ing|ed)?s?$|es$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"\b(?:no|not|nor|none|never|nothing|nobody|without|cannot|can t|don t|doesn t|isn t|aren t|won t|except|excluded|excluding|extra|optional|unless|(?<!hàng )không(?! gian| khí| quân)|khong|chưa|chẳng|ngoại trừ|tính riêng|tùy chọn)\b")]
    private static partial Regex Denial();
}
