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
        var folded = Tokenizer.Folded(text);
        var months = Months().Matches(folded).Select(match => Number(match.Groups["months"]) / MonthsOfYear);
        var years = new[] { Years(), Persons() }.SelectMany(rule => rule.Matches(folded)).SelectMany(match => match.Groups["years"].Captures).Select(Number);
        return [.. months.Concat(years).Distinct()];
    }

    private static int Number(Capture digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string NoBound = @"(?<!\b(?:under|below|over|above|from|than|until|to|duoi|tren|tu|den|hon) )";

    [GeneratedRegex(NoBound + @"\b(?<months>[0-9]{1,2}) (?:months? olds?|thang tuoi)\b|\b(?:be|con|chau) (?<months>[0-9]{1,2}) thang\b")]
    private static partial Regex Months();

    [GeneratedRegex(NoBound + @"\b(?<years>[0-9]{1,2})(?:(?: and| or| va)? (?<years>[0-9]{1,2}))? ?(?:(?:years?|yrs?) ?(?:olds?|of age)|yo\b|y o\b|tuoi\b)|\b(?:be|con|chau|nhoc) (?<years>[0-9]{1,2}) ?t\b")]
    private static partial Regex Years();

    [GeneratedRegex(@"\b(?:child(?:ren)?|kids?|sons?|daughters?|girls?|boys?|bab(?:y|ies)|toddlers?|grand(?:sons?|daughters?|child(?:ren)?|kids?|mother|father|ma|pa)|mother|father|mum|mom|dad|he|she|someone|somebody|anyone)(?: who)?(?: (?:is|are|s|am|of|aged|ages|age|at|just|only))* (?<years>[0-9]{1,2})(?:(?: and| or)? (?<years>[0-9]{1,2}))?\b(?! (?:days?|nights?|people|persons?|guests?|of us|times|hours?|minutes|percent|km|kg|kids?|children|pm|am|o clock|months?|d|n)\b)")]
    private static partial Regex Persons();
}
