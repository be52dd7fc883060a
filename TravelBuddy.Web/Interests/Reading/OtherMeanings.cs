using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Words of the lexicon that mean something else where they stand: a feast that only dates, a doctor who forbade it, last year's trip.</summary>
internal static partial class OtherMeanings
{
    /// <summary>Feasts and seasons; after a word of time they say when, not what.</summary>
    private static readonly HashSet<string> Feasts = new(["christmas-new-year", "tet-theme", "festive-season", "summer-holiday", "valentine", "autumn-trip", "spring-trip", "traditional-festival"], StringComparer.Ordinal);

    /// <summary>Those of the concepts found in a text that are not meant.</summary>
    public static List<PhraseMatch<Concept>> Among(FoldedText text, IEnumerable<PhraseMatch<Concept>> found)
    {
        var told = Earlier().Matches(text.Folded);
        return [.. found.Where(match => Has(text, match) || told.Any(clause => text.FoldedIndex(match.Start) is var at && clause.Index <= at && at < clause.Index + clause.Length))];
    }

    private static bool Has(FoldedText text, PhraseMatch<Concept> match)
    {
        var start = text.FoldedIndex(match.Start);
        var word = text.Folded[start..text.FoldedIndex(match.End)];
        var rest = text.After(match.End);
        return match.Value.Id switch
        {
            "couple" => word is "couple" or "couples" && (OfSome().IsMatch(rest) || text.Before(Counted(), start).Success),
            "mice" => word is "meeting" or "meetings" && OfPeople().IsMatch(rest),
            "sea" => Weather().IsMatch(rest) || (word == "bien" && !text.Accented && NoSea().IsMatch(rest)),
            // Without diacritics "of" and "door" are written as the crab is.
            "seafood" => word == "cua" && !text.Accented && !text.Before(Eaten(), start).Success && !AsDish().IsMatch(rest),
            "flight" => word is "fly" or "flying" or "flown" && Abroad().IsMatch(rest),
            "medical-support" => word is "doctor" or "doctors" or "nurse" or "nurses" or "bac si" && !text.Before(Provided(), start).Success && !OnCall().IsMatch(rest),
            "autumn-trip" when Harvest().IsMatch(rest) => true,
            "market-visit" => word == "marketing",
            "train" => word == "training",
            "stream" => word == "streaming",
            "old-town" => text.Before(PickedUp(), start).Success,
            _ when Feasts.Contains(match.Value.Id) => text.Before(When(), start).Success || OnDay().IsMatch(rest),
            _ => false,
        };
    }

    // "A couple of teachers", "a couple of nights"; but "a couple of us".
    [GeneratedRegex(@"^ of\b(?! us\b)")]
    private static partial Regex OfSome();

    [GeneratedRegex(@"\b(?:\d+|two|three|four|five|six|hai|ba|bon)\s+$")]
    private static partial Regex Counted();

    [GeneratedRegex(@"^ (?:my|our|his|her|their|up|friends|family|people)\b")]
    private static partial Regex OfPeople();

    [GeneratedRegex(@"^ (?:em(?! (?:be|trai|gai))|dong\b(?! (?:nguoi|khach|duc))|lang\b)")]
    private static partial Regex Weather();

    [GeneratedRegex(@"^ (?:gioi|so|tap|ban|phong|chung|the)\b")]
    private static partial Regex NoSea();

    [GeneratedRegex(@"\b(?:an|voi|tom|ghe|muc|mon|lau|sup|bun|banh da|cau|bat|thich|dac san)\s+$")]
    private static partial Regex Eaten();

    [GeneratedRegex(@"^ (?:ghe|hap|rang|luoc|nuong|gach|bien|hoang de|sot|xao|dong)\b")]
    private static partial Regex AsDish();

    [GeneratedRegex(@"^ (?:out|home|back|in)\b(?! a )|^ (?:on )?(?:the )?\d")]
    private static partial Regex Abroad();

    [GeneratedRegex(@"\b(?:with|have|having|need|needs|by|the tour has|co|can|kem|bang) (?:an? |them |mot )?$")]
    private static partial Regex Provided();

    [GeneratedRegex(@"^ (?:on (?:call|board|site)|available|accompan\w+|with us|along|nearby|di cung|theo (?:doan|cung)|tuc truc)")]
    private static partial Regex OnCall();

    [GeneratedRegex(@"^ hoach\b")]
    private static partial Regex Harvest();

    [GeneratedRegex(@"\b(?:pick(?:ed)?[ -]?up|don|don tai|don o)(?: (?:from|at|in|tai|o|khach|the|hanoi|hn|ha noi))*\s+$")]
    private static partial Regex PickedUp();

    [GeneratedRegex(@"\b(?:before|after|until|till?|to|by|around|over|since|at|for|in|during|this|next|from|between|dip|sau|truoc|qua|het|toi|den|ngay|dung|tu|vao|ra|dau|giua|cuoi|mua|he|nghi|di)(?: (?:the|dip|ngay|le|nghi|ky|nam|next|this|sang|ky nghi|vao))*\s+$")]
    private static partial Regex When();

    [GeneratedRegex(@"^ (?:nam |sang |toi |nay |xong)|^ (?:holidays? |day |eve )?(?:is |la |on |ngay |tu )?\(?\d")]
    private static partial Regex OnDay();

    /// <summary>What was done before and what one does for a living, up to where the sentence turns to the wish.</summary>
    [GeneratedRegex(@"\b(?:last (?:year|time|summer|winter|month|trip)(?:'s)?|years ago|we(?: just)? did|i(?: just)? did|(?:have|'ve) (?:already )?(?:been (?:on|to)|done|seen|visited)|used to|nam (?:ngoai|truoc)(?= (?:em|minh|toi|tui|bon|nha|chi|anh|co|da|di))|lan truoc|hoi do|ngay xua|i work (?:as|in|for|at)|we work|(?:i|we) (?:run|own|teach)|(?:^|[.,;!?]\s*)(?:tui|toi|em|anh|chi|minh) (?:lam (?:vuon|nghe|nong|chu|viec|ben|o|cho|nhan vien|giam doc)|trong|ban|co (?:xuong|tiem|quan|shop|cua hang)))\b(?:(?!\b(?:so|now|this time|but|nen|gio|nay|want|would like|muon|thich)\b)[^,.;!?\n])*")]
    private static partial Regex Earlier();
}
