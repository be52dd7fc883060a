using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>What somebody does on a day without us, told beside a wish: "half a day is enough, tomorrow we're at the beach", "mai tụi mình ra biển rồi". Neither that day nor that thing is wished for.</summary>
internal static partial class OwnPlans
{
    /// <summary>The half-open spans that tell so. Where somebody will be is a place's matter (<see cref="WhereTheyAre"/>), and a plan that is all that is said, or that a wish goes on from, is the wish.</summary>
    public static IReadOnlyList<(int Start, int End)> Find(FoldedText text, IReadOnlyList<PhraseMatch<Place>> named, Lexicon lexicon)
    {
        var plans = new[] { DayFirst(), DayLast(), Vietnamese() }
            .SelectMany(rule => rule.Matches(text.Folded))
            .Where(match => !match.Groups["o"].Success || text.Written(match.Groups["o"]) is "ở" or "o")
            .Where(match => !GoesOn().IsMatch(text.Folded[(match.Index + match.Length)..]))
            .Select(match => text.Span(match.Index, match.Length))
            .Where(plan => !named.Any(place => place.Start < plan.End && plan.Start < place.End) && lexicon.FindIn(text.Original[plan.Start..plan.End]).Any(thing => thing.Value.Kind is ConceptKind.Nature or ConceptKind.Activity or ConceptKind.Amenity or ConceptKind.Lodging))
            .ToList();
        return plans.Count > 0 && text.Original.Where((c, i) => char.IsLetterOrDigit(c) && !plans.Any(plan => plan.Start <= i && i < plan.End)).Any() ? plans : [];
    }

    private const string Begins = @"(?<=^|[.,;:!?(\n-]\s*|\b(?:and|but|as|because|cause|since|vi|do|tai|ma|va|con|nhung|boi)\s+)";
    private const string Ends = @"(?=\s*(?:$|[.,;!?)\n]|(?:so|anyway|nen)\b))";
    private const string EnglishDay = @"(?:(?:the )?day after tomorrow|tom+or+ow|tmrw?|today|tonight|(?:(?:this|tom+or+ow) )?(?:morning|afternoon|evening)|(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening))?|(?:on |for )?the (?:first|second|next|other|last|remaining) days?|the rest of the (?:day|time|week)|the day (?:before|after)|after ?wards|after that|later)";
    private const string Are = @"(?:we|i)(?:'re| are| r|'m| am|'ll be| will be)(?: (?:already|all|both|just|only|going to be))* (?:at|on|by|in) (?:the |a |an |our )?(?!mood\b|need\b|search\b|hurry\b|budget\b)[a-z]+(?: (?!for\b|and\b|to\b|or\b)[a-z]+)?(?: (?:all day|already|anyway|with (?:friends|family|the kids)))?";
    private const string VietnameseDay = @"(?:(?:ngay|sang|trua|chieu|toi) mai|mai|(?:hom|sang|trua|chieu|toi) nay|ngay (?:kia|mot|hom sau|dau|cuoi|thu (?:hai|ba))|hom (?:sau|kia)|(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)(?: nay)?|(?:may )?(?:ngay|bua|hom) (?:con lai|khac))";
    private const string Us = @"(?:(?:bon|tui|nhom|doan|nha|gia dinh|ca nha|ca nhom)(?: (?:minh|em|toi|tui|con|chung toi))?|(?:chung )?(?:minh|em|toi|tui|ta))";

    [GeneratedRegex(Begins + EnglishDay + ",? " + Are + Ends)]
    private static partial Regex DayFirst();

    [GeneratedRegex(Begins + Are + " (?:for )?" + EnglishDay + "(?: already| anyway)?" + Ends)]
    private static partial Regex DayLast();

    // "Mai em ở biển", "mai ra biển chơi rồi": whoever only says that they go there asks for it.
    [GeneratedRegex(Begins + VietnameseDay + ",?(?: thi| la)? (?:" + Us + @" (?:(?:deu|cung|da|se|dang) )*(?:(?<o>o)|nam) (?:ngoai |tren |duoi )?[a-z]+(?: [a-z]+)?(?: (?:ca ngay|suot|roi))*|(?:" + Us + @" )?(?:(?:deu|cung|da|se) )*(?:(?<o>o)|nam|ra|di|tam|len|xuong|lan) (?:[a-z]+ ){1,3}roi)" + Ends)]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"^\s*[,.;]?\s*(?:thi |va |and )?(?:we |i |minh |em )?(?:(?:would |'d )?like to|muon|can|dinh|tinh|dang tim|tim|co tour|want|looking|need|wanna|any)\b|^[^\n]{0,60}?\b(?:there|near ?by|o do|gan do|tu do)\b")]
    private static partial Regex GoesOn();
}
