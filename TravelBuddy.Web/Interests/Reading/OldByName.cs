using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Old people by how they speak of themselves or are called, where nobody says "elderly": "bà muốn đi Huế", "ông với bà đi hai người", "cháu ơi cho ông hỏi", "we are in our seventies".</summary>
internal static partial class OldByName
{
    public static IEnumerable<PhraseMatch<Concept>> Find(FoldedText text, Lexicon lexicon) =>
        from words in Called(text).Concat(Decades().Matches(text.Folded))
        let concept = lexicon.Find(Eighties().IsMatch(words.Value) ? "over-eighty" : "elderly")
        where concept is not null
        let span = text.Span(words.Index, words.Length)
        select new PhraseMatch<Concept>(concept, span.Start, span.End);

    /// <summary>Between friends "ông" and "bà" are said to one's like, who is then asked along with "tui".</summary>
    private static IEnumerable<Capture> Called(FoldedText text) => Peers().IsMatch(text.Folded) ? []
        : Wanting().Matches(text.Folded).Concat(Couple().Matches(text.Folded)).Concat(Asking().Matches(text.Folded)).Select(match => match.Groups["who"]).Where(who => IsMeant(text, who));

    /// <summary>"Ba" without its accent is a father or three.</summary>
    private static bool IsMeant(FoldedText text, Capture who) =>
        who.Value.StartsWith("ba", StringComparison.Ordinal) ? text.Written(who).StartsWith("bà", StringComparison.Ordinal)
        : text.Written(who) is var written && (written.StartsWith("ông", StringComparison.Ordinal) || !text.Accented && written == who.Value);

    private const string Old = @"(?<who>\b(?:ong|ba)(?: (?:noi|ngoai|gia))?)";

    /// <summary>Not several of them, who are said so by younger people ("mấy ông", "hai bà"), nor the old one of somebody or of a place.</summary>
    private const string Alone = @"(?<!\b(?:may|cac|hoi|nhom|hai|nhung|bon|tui|canh|quy|nui|chua|den|mieu|cua|nha hang|quan) )";

    [GeneratedRegex(Alone + Old + @" (?:(?:thi|cung|chi|moi|vua|da|se|con|hoi|rat|chua|dang|nay|nam nay) )*(?:muon|dinh|tinh di|thich|di(?= (?:mot minh|choi|du lich|hai|2|bo|lai|cham|khong|duoc|nhe|voi (?:chau|con)|,))|so|yeu|gia|dau (?:chan|goi|lung|khop)|khong (?:leo|di bo|di xa|di nhanh|ngoi lau|trekking|chiu)|ngai|can (?:tim|tour|di))\b"
        + @"|" + Alone + @"(?<who>\bba (?:noi|ngoai)|\bong (?:noi|ngoai)) cung di\b")]
    private static partial Regex Wanting();

    [GeneratedRegex(Alone + @"(?<who>\bong (?:voi|va|cung) ba)(?! (?:xa|nha|chi|ban|bau|con|chu|nguoi|me)\b)\b")]
    private static partial Regex Couple();

    [GeneratedRegex(@"\b(?:chau|con) oi[,.!… ]*(?:(?:lam on|xin) )?(?:cho|giup|gium) " + Old + @" (?:hoi|xem|biet|tim)\b")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(?:tui|tao|may tao|to)\b")]
    private static partial Regex Peers();

    [GeneratedRegex(@"\bin (?:my|our|his|her|their) (?:(?:early|mid|late)[ -]?)?(?:seventies|eighties|nineties|[789]0'?s)\b|\bin (?:my|our|his|her|their) late[ -]?(?:sixties|60'?s)\b|\bngoai (?:[789]0|bay muoi|tam muoi|chin muoi)\b(?! ?(?:m|m2|met|km|k|kg|usd|do|d|nghin|ngan|trieu|tr|cay|so|nguoi|khach|phan|%|phong|mon|tour|nam(?! tuoi))\b|[.,]?\d|%)")]
    private static partial Regex Decades();

    [GeneratedRegex("eighties|nineties|[89]0|tam muoi|chin muoi")]
    private static partial Regex Eighties();
}
