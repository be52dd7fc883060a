using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions.Ages;

/// <summary>How old those are whom a question is about: "a child of 6", "my sons are 6 and 9", "bé 6 tuổi", "18 months old". A bound ("under 6") is nobody's age.</summary>
public static partial class AskedAges
{
    private const int MonthsOfYear = 12;

    /// <summary>Whole years, each once; none where the question names no age.</summary>
    public static IReadOnlyList<int> Of(string text)
    {
        var folded = InFigures(Tokenizer.Folded(NoAges().Replace(text.Normalize(), " ")));
        var months = Months().Matches(folded).Select(match => Number(match.Groups["months"]) / MonthsOfYear);
        var years = new[] { Years(), Persons() }.SelectMany(rule => rule.Matches(folded)).SelectMany(match => match.Groups["years"].Captures).Select(Number);
        return [.. months.Concat(years).Distinct()];
    }

    /// <summary>Whether money, meals or things are asked for with the age, and not whether somebody of that age may come.</summary>
    public static bool AsksOfElse(string text) => Else().IsMatch(Tokenizer.Folded(text));

    /// <summary>Whether danger or hardness is asked about, and not whether somebody may come.</summary>
    public static bool AsksHowHard(string text) => Hard().IsMatch(Tokenizer.Folded(text));

    private static string InFigures(string folded) =>
        Words().Replace(folded, word => (Array.IndexOf(English, word.Value) is >= 0 and var index ? index + 1 : Array.IndexOf(Vietnamese, word.Value) + 1).ToString(CultureInfo.InvariantCulture));

    private static readonly string[] English = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Vietnamese = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"];

    private static int Number(Capture digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string NoBound = @"(?<!\b(?:under|below|over|above|from|than|until|to|tour|number|option|duoi|tren|tu|den|hon|so) )";

    [GeneratedRegex(NoBound + @"\b(?<months>[0-9]{1,2}) (?:months? olds?|thang tuoi)\b|\b(?:be|con|chau) (?<months>[0-9]{1,2}) thang\b(?! (?:nua|la|toi|moi|sau))")]
    private static partial Regex Months();

    [GeneratedRegex(NoBound + @"\b(?<years>[0-9]{1,2})(?:(?: and| or| va)? (?<years>[0-9]{1,2})){0,5} ?(?:(?:years?|yrs?) ?(?:olds?|of age)|yo\b|y o\b|tuoi\b)|\b(?:be|con|chau|nhoc) (?<years>[0-9]{1,2}) ?t\b")]
    private static partial Regex Years();

    [GeneratedRegex(@"\b(?:child(?:ren)?|kids?|sons?|daughters?|girls?|boys?|bab(?:y|ies)|toddlers?|grand(?:sons?|daughters?|child(?:ren)?|kids?|mother|father|ma|pa)|mother|father|mum|mom|dad|he|she|someone|somebody|anyone)(?: who)?(?: (?:is|are|s|am|of|aged|ages|age|at|just|only))* (?<years>[0-9]{1,2})(?:(?: and| or)? (?<years>[0-9]{1,2})){0,5}\b(?! (?:days?|nights?|people|persons?|adults?|seniors?|grown ups?|friends?|couples?|rooms?|teens?|teenagers?|guests?|of us|times|hours?|minutes|percent|km|kg|kids?|children|pm|am|o clock|months?|d|n)\b)")]
    private static partial Regex Persons();

    /// <summary>Heights and weights, and "còn 2 tháng", which is "con" without its accent.</summary>
    [GeneratedRegex(@"\b[0-9]+(?:[.,][0-9]+)? ?(?:m|cm|kg|met(?:er|re)s?)\b|\b[0-9]m[0-9]{1,2}\b|\bcòn\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoAges();

    [GeneratedRegex(@"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= years? olds?\b)|(?<!\b(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) )\b(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?= tuoi\b)")]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(?:includ\w+|pays?|price|costs?|how much|free|discount\w*|half|breakfast|lunch|dinner|meals?|vegetarian|car ?seats?|life ?(?:jackets?|vests?)|tickets?|giam (?:gia|tien)|duoc giam|mien phi|gia ve|bao nhieu tien|(?:tinh|tra|dong) (?:tien|phi|gia)|bao gom|an (?:trua|sang|toi|chay)|phu thu|ao phao|mua ve|ghe (?:tre em|ngoi))\b")]
    private static partial Regex Else();

    [GeneratedRegex(@"\b(?:danger\w*|risk\w*|safe\w*|unsafe|hard|harder|difficult\w*|tough|strenuous|exhausting|tiring|scary|frightening|steep|demanding|much for|far for|long for|nguy hiem|an toan|kho|met|vat va|nang|cuc|so|dang so|qua suc|mao hiem)\b")]
    private static partial Regex Hard();
}
