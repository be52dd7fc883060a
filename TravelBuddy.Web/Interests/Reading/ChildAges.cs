using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>How old children are who are told of: "a girl of 6", "kids (4 and 9)", "2 bé 4t và 9t", "18 tháng". A bound ("under 6") is nobody's age, and who is grown is no child.</summary>
internal static partial class ChildAges
{
    private const int MonthsOfYear = 12;

    /// <summary>Words for children that are other words with other accents ("còn 2 tháng").</summary>
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal) { ["be"] = "bé", ["chau"] = "cháu", ["nhoc"] = "nhóc", ["dua"] = "đứa", ["ut"] = "út" };

    /// <summary>The ages in the order of the text, each with the words that say it.</summary>
    public static IReadOnlyList<Found<IReadOnlyList<int>>> Find(FoldedText text)
    {
        var found = new List<Found<IReadOnlyList<int>>>();
        foreach (var match in new[] { Months(), Years(), Short(), OfChild(), OfThem() }.SelectMany(rule => rule.Matches(text.Folded)).Where(match => IsOfChild(text, match) && !text.Before(Bound(), match.Index).Success))
        {
            var (start, end) = text.Span(match.Index, match.Length);
            var ages = match.Groups["months"].Captures.Select(age => Number(text, age) / MonthsOfYear).Concat(match.Groups["age"].Captures.Select(age => Number(text, age))).OfType<int>().Where(age => age < PartyWish.Grown).ToList();
            if (ages.Count > 0 && !found.Any(other => other.Overlaps(start, end)))
            {
                found.Add(new Found<IReadOnlyList<int>>(ages, start, end));
            }
        }

        return [.. found.OrderBy(ages => ages.Start)];
    }

    private static int? Number(FoldedText text, Capture number) =>
        Numbers.Value(text, Whole().Match(text.Folded, number.Index, number.Length).Groups["n"]) is { } value && value == Math.Floor(value) ? (int)value : null;

    private static bool IsOfChild(FoldedText text, Match match) =>
        match.Groups["child"] is not { Success: true } child || text.MayBe(child, Spellings.GetValueOrDefault(child.Value, child.Value));

    private const string Age = @"(?<age>\d{1,2})(?!\d|[.,]\d)";
    private const string And = @"(?: ?[,&/+-] ?(?:(?:and|va|voi) )?| (?:and|or|va|voi) )";
    private const string Child = "(?:kids?|child(?:ren)?|sons?|daughters?|girls?|boys?|bab(?:y|ies)|toddlers?|infants?|twins|teens?|teenagers?|little ones?|grand(?:sons?|daughters?|child(?:ren)?|kids?)|nieces?|nephews?)";
    private const string Cue = "(?:who|is|are|'s|aged?|ages|of|just|only|both|now|turning|almost|about)";

    // A number behind "kids" that counts something, or is a day or a price.
    private const string NoCount = @"(?!(?: ?(?:-|to|or|den) ?\d{1,2})? ?(?:(?:days?|nights?|people|persons?|adults?|seniors?|grown|friends?|couples?|rooms?|guests?|of us|times|hours?|hrs?|minutes|min|percent|km|kg|cm|kids?|children|pm|am|o'clock|months?|weeks?|stars?|usd|eur|gbp|aud|dollars|euros?|million|tr|trieu|k|ngay|dem|nguoi|lon|n|d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|st|nd|rd|th)\b|[%$€£]|n\d))";
    private const string List = "(?>" + Age + NoCount + "(?:" + And + Age + NoCount + ")*)";

    [GeneratedRegex(@"(?<![\d.,/])(?<months>\d{1,2})[ -]?(?:months?|mths?|mos?)[ -]?olds?\b|\b(?:baby|infant|toddler|boy|girl|son|daughter)(?: (?:girl|boy))?(?:'s)?(?: " + Cue + @")*,? ?\(?(?<months>\d{1,2})[ -]?(?:months?|mths?)\b(?! (?:from|later|ago|away|in)\b)|\b(?<child>be|con|chau|nhoc)(?: (?:trai|gai|lon|nho|ut|dau|moi|chi|duoc|khoang|gan|hon|nay|nha (?:minh|em))){0,4},? ?\(?(?<months>\d{1,2}) ?thang\b(?! (?:nua|la|toi|sau|truoc|nay)\b| ?\d)|(?<![\d.,/])(?<months>\d{1,2}) ?thang tuoi\b")]
    private static partial Regex Months();

    [GeneratedRegex(@"(?<![\d.,/])(?:" + Age + And + @"){0,5}(?<age>" + Numbers.Pattern + @")(?:(?:(?<=\d) ?| )tuoi\b(?! (?:tro|do)\b)|(?:(?<=\d)[ -]?|[ -])(?:(?:years?|yrs?)[ -]?(?:olds?|of age)|y ?/ ?o|yo)\b)(?! (?:house|town|temple|church|tree|bridge|wine|building|car|bike|city|citadel|village|pagoda)\b)")]
    private static partial Regex Years();

    [GeneratedRegex(@"\b(?<child>be|con|chau|nhoc|dua|ut)\b[^.;!?\d]{0,16}?(?:" + Age + " ?t?" + And + @"){0,5}" + Age + @" ?t\b")]
    private static partial Regex Short();

    [GeneratedRegex(@"(?:\b" + Child + @"\b(?:(?:'s|,? ?\(?(?<=[ ,(])" + Cue + @")(?: " + Cue + @")*:? |,? ?\(| )|\b(?:aged|ages):? |\b(?:he|she|(?:younger|older|other|little|small|big|elder|eldest|oldest|youngest)(?: one)?)(?:'s| is)(?: (?:just|only|now|about|almost|turning))* )" + List)]
    private static partial Regex OfChild();

    [GeneratedRegex(@"\bthey(?:'re| are)(?: (?:just|only|now))* " + Age + NoCount + "(?:" + And + Age + NoCount + ")+")]
    private static partial Regex OfThem();

    [GeneratedRegex("^(?<n>" + Numbers.Pattern + ")$")]
    private static partial Regex Whole();

    // "Children under 6", "when I was 10 years old", "từ 5 đến 10 tuổi", "a town 10 years old".
    [GeneratedRegex(@"(?:\b(?:house|building|tree|temple|pagoda|church|bridge|town|city|village)(?: is| that is|,)? |\b(?:under|below|over|above|than|until|till|to|was|were|duoi|tren|tu|den|hon|toi da|toi thieu) |[<>] ?)$")]
    private static partial Regex Bound();
}
