using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Places somebody has been to or only speaks of: "last year we did Bali", "Đà Lạt thì đi rồi", "my sister went to Phu Quoc". They are no wishes.</summary>
internal static partial class Earlier
{
    /// <param name="start">Where the name begins in the text.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="abroad">Whether the place is outside Viet Nam, where a comparison ("after Thailand", "like in Bali") is enough.</param>
    public static bool Is(FoldedText text, int start, int end, bool abroad)
    {
        var clause = Clause(text.Folded, text.FoldedIndex(start));
        var rest = text.After(end);
        return NeverLeft().IsMatch(clause) || Told(clause, Been()) || Told(clause, OfOthers()) || Beaten().IsMatch(clause) || abroad && Told(clause, Compared())
            || WhenBack().IsMatch(rest) && !NotYet().IsMatch(clause) || RoiBack().Match(rest) is { Success: true } && !NotYet().IsMatch(clause) && Went().IsMatch(clause);
    }

    /// <summary>What is said before a place in its sentence.</summary>
    private static string Clause(string folded, int at)
    {
        var from = folded.LastIndexOfAny(['.', '!', '?', ';', '\n', '('], Math.Max(0, at - 1));
        return folded[(from + 1)..at];
    }

    /// <summary>Whether a cue stands in the clause, not denied, and nothing after it turns to what is wanted now.</summary>
    private static bool Told(string clause, Regex cue) =>
        cue.Matches(clause).LastOrDefault() is { } match && !Turn().IsMatch(clause[(match.Index + match.Length)..]) && !NotYet().IsMatch(clause[..(match.Index + match.Length)]);

    [GeneratedRegex(@"\b(?:last (?:year|time|month|week|summer|winter|spring|autumn|fall|christmas|tet|trip|holiday)\b(?! of)|already (?:been|seen|done|visited|did|went)|(?:have|'ve|had|has|ve) (?:both |all )?(?:been|seen|done|visited)|been (?:to|in)|(?:we|i|they|she|he|us|group) (?:went|did|saw|visited)|(?:was|were) in|came (?:back )?from|moved (?:here |over )?from|(?:just )?back from|years? ago|used to (?:live|go|be)|when (?:we|i) (?:were|was|lived|went)|(?:nam|he|tet|hoi|lan|dot|thang|tuan|mua) (?:nam )?(?:ngoai|truoc|kia|vua roi)|hoi nho|ngay xua|(?:da|tung) (?:di|toi|den|ghe|choi|o|song)|moi (?:di|ve|ghe))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Been();

    [GeneratedRegex(@"\b(?:everyone(?:'s)?|everybody|people|my (?:sister|brother|friends?|colleagues?|boss|parents|mum|mom|mother|father|dad|cousin|neighbou?rs?)) (?:[a-z]+ )?(?:went|did|said|says?|told me|keeps? saying|loved|liked|hated|was|were)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"\b(?:better|nicer|quieter|calmer|cheaper|(?:more|less) [a-z]+) than\s+$|\bprefer\b.{0,50}\bover (?:the )?(?:[a-z]+ of )?$", RegexOptions.CultureInvariant)]
    private static partial Regex Beaten();

    [GeneratedRegex(@"\b(?:after|unlike|like|as in|than|not as in|reminds? (?:me|us) of|business in|thing in|(?:wedding|conference|meeting|funeral) in|(?:weeks|months|years) (?:of [a-z]+ [a-z]+ )?in|the same as|sau|nhu|giong|hon)(?: (?:the|our|in|o|ben|chuyen|di))*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    [GeneratedRegex(@"^[^.!?;,(]{0,25}?\b(?:in 20[012]\d|last (?:year|time|month|summer|winter|spring|autumn)|twice already|(?:two|three|\d+|several|many) times)\b|^\s*(?:was|were) (?:pathetic|awful|lovely|nice|great|too|very)\b|^[^.!?;,(]{0,12}\bdi (?:mon dep|hoai|nhieu lan|may lan)\b|^\s*(?:hoi|lan|nam|dot|he|tet) (?:truoc|ngoai|kia)\b(?! (?:tet|le|noel|khi))|^\s*(?:thi )?(?:da )?di (?:(?:may|hai|ba|nhieu|\d+) lan )?roi\b", RegexOptions.CultureInvariant)]
    private static partial Regex WhenBack();

    [GeneratedRegex(@"^\s*(?:(?:may|hai|ba|nhieu|\d+) lan )?roi\s*(?:a\b|nha\b|nen\b|[,.;!)]|$|gio\b|bay gio\b|ma\b)", RegexOptions.CultureInvariant)]
    private static partial Regex RoiBack();

    [GeneratedRegex(@"\b(?:di|ghe|tham|toi|den|choi|coi|xem)\s+(?:[a-z]+ ){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Went();

    [GeneratedRegex(@"\b(?:never (?:left|been out of)|chua (?:bao gio |he |tung )?(?:ra khoi|roi))\s+(?:the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex NeverLeft();

    [GeneratedRegex(@"\b(?:never|haven't|havent|hasn't|hadn't|have not|not yet|chua(?: bao gio| tung)?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NotYet();

    [GeneratedRegex(@"\b(?:so|but|now|this time|this year|want|would|like to|looking|nen|nhung|gio|lan nay|nam nay|muon|dinh|tinh|can|cho hoi|then)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Turn();
}
