using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Where travellers live, or will be when the trip begins: "mình ở Hải Phòng", "trường bên mình ở TP.HCM", "we'll be in Hue and would like to see Phong Nha".</summary>
internal static partial class WhereTheyAre
{
    /// <summary>Whether somebody is said to live or to be at a place: not where a length or a further place belongs to it, for then it is one to visit.</summary>
    public static bool Is(FoldedText text, PhraseMatch<Place> place, PhraseMatch<Place>? next, IReadOnlyList<(int Start, int End)> lengths)
    {
        var lead = text.Before(GoesStraightOn().IsMatch(text.After(place.End)) ? Anybody() : Somebody(), text.FoldedIndex(place.Start));
        if (!lead.Success || lead.Groups["o"] is { Success: true } at && text.Written(at) is not ("ở" or "o" or "tại") || lead.Groups["who"] is { Success: true, Value: "toi" } who && !text.MayBe(who, "tôi"))
        {
            return false;
        }

        return !IsStay(text, place, next, lengths) && !OutAgain().IsMatch(text.After(place.End));
    }

    /// <summary>Whether a length or a further place of the way belongs to a place, so that it is one of the trip's.</summary>
    public static bool IsStay(FoldedText text, PhraseMatch<Place> place, PhraseMatch<Place>? next, IReadOnlyList<(int Start, int End)> lengths)
    {
        return lengths.Any(length => length.Start >= place.End && Only(For(), place.End, length.Start))
            || next is { } other && other.Start >= place.End && Only(Joiner(), place.End, other.Start);

        bool Only(Regex rule, int start, int end) => rule.IsMatch(text.Folded[text.FoldedIndex(start)..text.FoldedIndex(end)]);
    }

    /// <summary>Whether they are there only for the trip, so that it is to be seen where nothing else is named.</summary>
    public static bool Visit(FoldedText text, PhraseMatch<Place> place) => text.Before(Somebody(), text.FoldedIndex(place.Start)).Groups["visit"].Success;

    /// <summary>Whether the words after a place say what they want from there.</summary>
    public static bool GoesOn(FoldedText text, PhraseMatch<Place> place) => Wanting().IsMatch(text.After(place.End));

    /// <summary>Whether somebody is said to live or to be where a name begins.</summary>
    public static bool SaidBefore(FoldedText text, int start) =>
        text.Before(Somebody(), text.FoldedIndex(start)) is { Success: true } lead && (lead.Groups["o"] is not { Success: true } at || text.Written(at) is "ở" or "o" or "tại");

    private const string Us = @"(?<!\b(?:mot|1|chi|tre|be|cac|cho|giup|buoi) )(?<who>minh|em|e|toi|tui|tao|chung (?:minh|em|toi|tui)|(?<![a-z] )(?:anh|chi|con|chau|co|chu|bac)|(?:vs|va|voi|cung) (?:ny|ck|vk|chong|vo|ban trai|ban gai|nguoi yeu)|(?:hai|ba|bon|[2-5]) (?:(?:bo|me|ba|cha|ong|anh|chi|co|di) (?:con|chau|em)|vo chong|anh chi em|dua)|(?:bon|tui|tui|nha|truong|cty|cong ty|co quan|ben|lop|nhom|doan|gia dinh|ca nha|truong ben|cty ben|cong ty ben) (?:minh|em|e|toi|tui|tao|chung toi|anh)|(?:truong|cong ty|cty|co quan)(?: (?!to|chuc|hop|di|muon|lam|nghi|choi|can|dinh|tinh|du)[a-z]+)?)";

    [GeneratedRegex(@"\b(?:" + Us + @")\s+(?:hien tai |hien |dang |song |(?<visit>se) |deu )*(?<o>o|tai)(?: lai)?\s+(?:tp\.?\s?|thanh pho )?$|\b(?:cong tac|cong chuyen|di dien|hoi thao|hop|lam viec)(?: (?:vo|vao|ra|o|tai|kcn|ngoai|trong))+\s+$|\b(?:toi|tui|minh|em|con|anh|chi)(?: la)? (?:nguoi|dan|goc|que)(?: o)?\s+$|\b(?<visit>(?:we|i)(?:'ll| will) (?:be|stay|arrive|land)(?: staying| arriving| based)?|(?:we'?re|i'?m|we are|i am|we r)(?: currently| now| already| both| all)*(?: staying| arriving| landing| based)?|(?:we|i)(?:'d|'ll| would| will| can)? (?:land|fly in|touch down)|(?:we|i)(?:'d|'ll| would| will| can) fly(?= into)|arriving|arrive|landing|staying|currently|coming|fly(?:ing)?|flights?(?: are)?(?: already)?(?: booked)?|booked flights)\s+(?:in|at|into|in and out of)\s+$|\b(?<visit>via)\s+$|\b(?<visit>arriv(?:ing|es?)|landing)(?: to)?\s+$")]
    private static partial Regex Somebody();

    // "Ở Bình Dương muốn đi Đà Lạt": whoever it is.
    [GeneratedRegex(@"\b(?<o>o|tai)\s+(?:tp\.?\s?|thanh pho )?$")]
    private static partial Regex Anybody();

    [GeneratedRegex(@"^\s*(?:muon|dinh|tinh|can) (?:di|ra|len|xuong|tim)\b")]
    private static partial Regex GoesStraightOn();

    // "Into Saigon and out of Hanoi" names both ends of a journey.
    [GeneratedRegex(@"^\s*(?:,|and)\s*(?:fly |flying )?out of\b")]
    private static partial Regex OutAgain();

    [GeneratedRegex(@"^\s*(?:for |trong |khoang |tam )*$")]
    private static partial Regex For();

    [GeneratedRegex(@"^\s*(?:,|-|/|&|\+|and|then|va|voi|roi)\s*(?:then |roi |to |o )?$")]
    private static partial Regex Joiner();

    [GeneratedRegex(@"^\s*[,.;]?\s*(?:nen |thi |va |and )?(?:muon|can|dinh|tinh|di|dang tim|tim|co tour|cho hoi|want|would like|looking|need|wanna)\b")]
    private static partial Regex Wanting();
}
