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
        return [.. found.Where(match => Has(text, match) || !OldAges.IsAge(text, match) && told.Any(clause => text.FoldedIndex(match.Start) is var at && clause.Index <= at && at < clause.Index + clause.Length))];
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
            "sea" => Weather().IsMatch(rest) || (word == "coast" && text.Before(Along(), start).Success) || (word == "bien" && !text.Accented && NoSea().IsMatch(rest)),
            // Without diacritics "of" and "door" are written as the crab is.
            "seafood" => word == "cua" && !text.Accented && !text.Before(Eaten(), start).Success && !AsDish().IsMatch(rest),
            "flight" when word is "fly" or "flying" or "flown" && Abroad().IsMatch(rest) => true,
            "flight" or "direct-flight" or "domestic-flight" => OwnFlights.Is(text, match),
            "walking" => OnLegs().IsMatch(rest) || text.Before(word.EndsWith("foot", StringComparison.Ordinal) ? UpHill() : Convenient(), start).Success,
            "border" => text.Before(Crossing(), start).Success,
            "island" => IsNamed(text, match),
            "bus" => LoadOf().IsMatch(rest),
            "coach" => text.Before(Trainer(), start).Success,
            "helicopter" => Pilot().IsMatch(rest),
            "village-visit" => word == "tham lang" && Tomb().IsMatch(rest),
            "pagoda" => word == "chua" && !text.Accented && NotYet().IsMatch(rest) || text.Before(Congregation(), start).Success,
            "pagoda-visit" => Graves().IsMatch(rest) || word.StartsWith("pray", StringComparison.Ordinal) && (ForUs().IsMatch(rest) || OtherFaith().IsMatch(text.Folded)),
            "medical-support" => word is "doctor" or "doctors" or "nurse" or "nurses" or "bac si" && !text.Before(Provided(), start).Success && !OnCall().IsMatch(rest),
            "autumn-trip" when Harvest().IsMatch(rest) => true,
            "old-town" => text.Before(PickedUp(), start).Success,
            // Who "sleeps in a dorm" need not sleep late.
            "late-start" when word == "sleep in" => InBed().IsMatch(rest),
            "company" => text.Before(Addressed(), start).Success || text.Before(Former(), start).Success || FormerAfter().IsMatch(rest),
            "tv" => text.Before(Watched(), start).Success,
            "photography" => word is "photo" or "photos" or "pics" or "pictures" or "snaps" or "instagram" or "anh dep" && text.Before(LookedAt(), start).Success,
            "family-with-kids" => Grown().IsMatch(rest) || text.Before(GrownUp(), start).Success,
            "whole-family" => text.Before(Greeting(), start).Success || Called().IsMatch(rest),
            "summer-holiday" when word == "he nay" => true,
            "tet-theme" when text.Before(DayOfTet(), start).Success => true,
            _ when Feasts.Contains(match.Value.Id) => text.Before(When(), start).Success || OnDay().IsMatch(rest),
            _ => false,
        };
    }

    // "Chào cả nhà", "cả nhà ơi": those who read.
    [GeneratedRegex(@"\b(?:chao|cam on|hello|helo|he ?lo|hey|hi|alo|thua|kinh chao|loi)\s+$")]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^\s*(?:oi|a|cho (?:minh|em|toi) hoi)\b")]
    private static partial Regex Called();

    /// <summary>"Vancouver Island": the word is part of a name, unless a text begins with it.</summary>
    private static bool IsNamed(FoldedText text, PhraseMatch<Concept> match) =>
        match.Start > 0 && char.IsUpper(text.Original[match.Start]) && char.IsLower(text.Original[match.End - 1]) && NameBefore().IsMatch(text.Original[..match.Start]);

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

    // "Đi bộ khỏe" is about legs, "bác đi bộ đội" about an army.
    [GeneratedRegex(@"^ (?:khoe|gioi|duoc xa|doi\b)")]
    private static partial Regex OnLegs();

    // "Khách sạn gần hồ cho dễ đi bộ" is about the hotel.
    [GeneratedRegex(@"\b(?:tien|de|cho tien|cho de)\s+$")]
    private static partial Regex Convenient();

    // Feet add nothing to hiking, least of all where it is refused.
    [GeneratedRegex(@"\b(?:hik\w+|climb\w*|trek\w*|up|mountains?)\s+$")]
    private static partial Regex UpHill();

    [GeneratedRegex(@"\b(?:cross\w*|over|across|through|enter\w*|via|at|qua|vuot|sang|toi|buon ban o)(?: (?!see\b|visit\b)[a-z]+){0,3}\s+$")]
    private static partial Regex Crossing();

    [GeneratedRegex(@"\p{Lu}\p{L}+ $")]
    private static partial Regex NameBefore();

    [GeneratedRegex(@"^(?: ?loads?\b| full of\b)")]
    private static partial Regex LoadOf();

    [GeneratedRegex(@"\b(?:i|we are|head|assistant)\s+$")]
    private static partial Regex Trainer();

    [GeneratedRegex(@"^ (?:pilots?|crew|unit)\b")]
    private static partial Regex Pilot();

    // "Tham lang Bac" without its accents is the mausoleum.
    [GeneratedRegex(@"^ bac\b")]
    private static partial Regex Tomb();

    // Without its accents a pagoda is written as "not yet".
    [GeneratedRegex(@"^ (?:thay|biet|di|co|tung|bao gio|den|duoc|an|quen|dam|ai|gi|xong|chot|book|dat|tinh|ke|gom|bao gom|ra|qua)\b")]
    private static partial Regex NotYet();

    // "Hội chị em chùa Long Khánh" tells who they are.
    [GeneratedRegex(@"\b(?:hoi|doan|nhom|ban)(?: (?:chi em|phat tu|cac ba|cac co))+\s+$|\b(?:phat tu|(?:co|bac|thay|su) [a-z]+ o)\s+$|\bfrom (?:her|our|my|their) $")]
    private static partial Regex Congregation();

    // Incense for the dead is brought to their graves.
    [GeneratedRegex(@"^[^.;!?]{0,12}\b(?:mo\b|nghia trang|liet si|co sau|vo thi sau|for miss|to miss|at the (?:grave|cemetery)|at [^.;!?]{0,20}grave)")]
    private static partial Regex Graves();

    [GeneratedRegex(@"^ (?:for (?:us|me|him|her)|it|that)\b")]
    private static partial Regex ForUs();

    [GeneratedRegex(@"\b(?:catholics?|church|christians?|our lady|cong giao|duc me|muslims?|halal|mosque)\b")]
    private static partial Regex OtherFaith();

    [GeneratedRegex(@"\b(?:down|along|up) (?:the |your )?$")]
    private static partial Regex Along();

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

    [GeneratedRegex(@"^ (?!(?:on|late|until|till|every|and|or|but|please|a (?:bit|little)|the mornings?|mornings?|if|when)\b)[a-z]")]
    private static partial Regex InBed();

    // "Quý công ty" is us.
    [GeneratedRegex(@"\bquy\s+$")]
    private static partial Regex Addressed();

    // Former colleagues are friends by now.
    [GeneratedRegex(@"\b(?:former|ex|old|retired)[ -]+$")]
    private static partial Regex Former();

    [GeneratedRegex(@"^ (?:cu\b|ngay xua|hoi xua|ve huu|da (?:nghi|ve) huu|nghi huu)")]
    private static partial Regex FormerAfter();

    // "Ngắm hoa như trên ti vi": seen there, not wanted in the room.
    [GeneratedRegex(@"\b(?:tren|qua|o tren|seen on|saw (?:it|this|that|them|you) on|like on|(?:show|film|programme|program|series|documentary|report) on)(?: the| kenh| dai)*\s+$")]
    private static partial Regex Watched();

    // "Carol showed me the pictures", "thấy ảnh đẹp trên mạng": taken by others.
    [GeneratedRegex(@"\b(?:show(?:s|ed|n|ing)?|sen[dt]|sends|saw|seen|see|look(?:s|ed|ing)? at|like (?:in|on)|from|in|on|thay|xem|coi|gui|khoe|trong|tren)(?: (?:me|us|him|her|them|you|the|some|these|those|your|their|his|my|our|all|many|lovely|beautiful|a few|may tam|nhieu))* $")]
    private static partial Regex LookedAt();

    // Children who have grown up travel as adults, if at all.
    [GeneratedRegex(@"^ (?:(?:toi|minh|chung toi|nha toi|nha minh|nay|gio|bay gio|cung|thi|deu|da) )*(?:(?<=da )lon(?: het| ca| khon| roi)*|(?:lon|truong thanh|ra truong|di lam|lap gia dinh|co gia dinh|o rieng|di lay chong|lay vo)(?: het| ca)? (?:roi|ca roi|het roi)|(?<=da )(?:truong thanh|ra truong|di lam|lap gia dinh|co gia dinh|yen be gia that|o rieng))\b|^ (?:are|have|'ve|'re)(?: all| now| both)* (?:grown|flown|left (?:home|the)|moved out|adults)\b|^ (?:all |both )?grown(?: up)?\b")]
    private static partial Regex Grown();

    [GeneratedRegex(@"\b(?:grown(?:[ -]up)?|adult)\s+$")]
    private static partial Regex GrownUp();

    [GeneratedRegex(@"\b(?:mung|mong|ngay|\d{1,2})\s+(?:\d{1,2}\s+)?(?:an )?$")]
    private static partial Regex DayOfTet();

    [GeneratedRegex(@"^ (?:nam |sang |toi |nay |xong)|^ (?:holidays? |day |eve )?(?:is |la |on |ngay |tu )?\(?\d")]
    private static partial Regex OnDay();

    /// <summary>What was done before and what one does for a living, up to where the sentence turns to the wish.</summary>
    [GeneratedRegex(@"\b(?:last (?:year|time|summer|winter|month|trip)(?:'s)?|years ago|we(?: just)? did|i(?: just)? did|(?:ha(?:ve|s)|'ve) (?:already )?(?:been (?:on|to)|stood|done|seen|visited)|used to|nam (?:ngoai|truoc)(?= (?:em|minh|toi|tui|bon|nha|chi|anh|co|da|di))|lan truoc|hoi do|ngay xua|i work (?:as|in|for|at)|we work|(?:i|we) (?:run|own|teach)|(?:^|[.,;!?]\s*)(?:tui|toi|em|anh|chi|minh) (?:lam (?:vuon|nghe|nong|chu|viec|ben|o|cho|nhan vien|giam doc)|trong|ban|co (?:xuong|tiem|quan|shop|cua hang)))\b(?:(?!\b(?:so|now|this time|but|nen|gio|nay|want|would like|muon|thich)\b)[^,.;!?\n])*")]
    private static partial Regex Earlier();
}
