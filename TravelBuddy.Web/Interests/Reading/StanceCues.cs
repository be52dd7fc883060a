using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Words for, against and indifferent to what stands beside them.</summary>
internal static partial class StanceCues
{
    /// <summary>Vietnamese spellings of folded words against something; other words fold to the same letters (đúng, tranh, trú).</summary>
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["dung"] = "đừng",
        ["chang"] = "chẳng",
        ["cha"] = "chả",
        ["tranh"] = "tránh",
        ["tru"] = "trừ",
        ["ghet"] = "ghét",
        ["khoi"] = "khỏi",
        ["ky"] = "kỵ",
        ["ngan"] = "ngán",
        ["kieng"] = "kiêng",
        ["phai"] = "phải",
        ["chi"] = "chỉ",
        ["khong"] = "không",
        ["chan"] = "chán",
        ["can"] = "cần",
        ["bo"] = "bỏ",
    };

    /// <summary>Folded words that are too common without their accents to be believed then (nè, miền, số).</summary>
    private static readonly Dictionary<string, string> OnlyAccented = new(StringComparer.Ordinal) { ["ne"] = "né", ["mien"] = "miễn", ["so"] = "sợ", ["ngai"] = "ngại", ["cam"] = "cấm", ["luoi"] = "lười", ["can"] = "cần", ["it"] = "ít" };

    /// <summary>The cues of a text in the order in which they win: what need not be, what must not, what must.</summary>
    public static IEnumerable<(Match Cue, Stance Stance)> In(FoldedText text)
    {
        var needless = NotNeeded().Matches(text.Folded).Where(cue => Meant(text, cue)).ToList();
        var essential = Essential().Matches(text.Folded).Where(cue => Meant(text, cue) && !Inside(needless, cue)).ToList();
        var against = Against().Matches(text.Folded).Where(cue => Meant(text, cue) && !Inside(needless, cue) && !Inside(essential, cue));
        return [.. needless.Select(cue => (cue, Stance.Indifferent)), .. against.Select(cue => (cue, Stance.Unwanted)), .. essential.Select(cue => (cue, Stance.Essential))];
    }

    /// <summary>What the words after a thing make of it: "museums are not our thing", "ko ăn được", "a must", "no lunch needed".</summary>
    public static Stance After(Stance stance, string rest) => stance switch
    {
        Stance.Unwanted => DealBreaker().IsMatch(rest) ? Stance.Essential : NeedlessAfter().IsMatch(rest) ? Stance.Indifferent : stance,
        Stance.Wanted => DealBreaker().IsMatch(rest) || AgainstAfter().IsMatch(rest) || No().IsMatch(rest) ? Stance.Unwanted : NotNeededAfter().IsMatch(rest) ? Stance.Indifferent : EssentialAfter().IsMatch(rest) ? Stance.Essential : stance,
        _ => stance,
    };

    /// <summary>Whether it stands over a list ("what we don't want: …", "phải có: …").</summary>
    public static bool IsHead(Match cue) => cue.Groups["head"].Success;

    /// <summary>Whether a word that insists does so for this kind of thing: a facility that is needed must be there, a beach that is needed is wished for; "only nature" is no condition.</summary>
    public static bool Insists(Match cue, ConceptKind kind) =>
        !(cue.Groups["need"].Success && kind is not (ConceptKind.Amenity or ConceptKind.Diet))
        && !(cue.Groups["only"].Success && kind is not (ConceptKind.Amenity or ConceptKind.Diet or ConceptKind.Food or ConceptKind.Lodging or ConceptKind.Transport));

    private static bool Inside(List<Match> cues, Match cue) => cues.Any(other => other.Index <= cue.Index && cue.Index < other.Index + other.Length);

    private static bool Meant(FoldedText text, Match cue)
    {
        if (cue.Groups["besides"].Success)
        {
            return Exceptions.LeaveOut(cue, text.Folded[(cue.Index + cue.Length)..]);
        }

        if (cue.Groups["accented"] is { Success: true } accented)
        {
            return text.Written(accented) == OnlyAccented[accented.Value];
        }

        var word = cue.Groups["vi"];
        return !word.Success || !Spellings.TryGetValue(word.Value, out var spelling) || text.MayBe(word, spelling) || word.Value == text.Written(word) && word.Value == "khong";
    }

    [GeneratedRegex(@"\b(?:(?:don'?t|do not|doesn'?t|does not|didn'?t|needn'?t|not) (?:really )?(?:need(?: to have| to be| any)?|require|have to (?:have|be)|mind|care (?:about|much about))|not (?:too |that |so )?(?:fussed|bothered|picky) (?:about|with)|(?:bored|tired) (?:of|with|by|from)|instead of|no need (?:for|of|to have)|(?:khong|ko|k|hok|khoi|chang|dau) can(?: thiet| phai| den| toi)*(?: co)?|(?<vi>chan)(?= (?:bien|nui|dao|thanh pho|canh|pho)\b))\b")]
    private static partial Regex NotNeeded();

    [GeneratedRegex(@"\b(?:(?<head>(?:what (?:we|i)(?:'re| are|'m| am)? (?:really |definitely )?(?:(?:do not|don'?t) (?:want|like|need|fancy)|not (?:want|looking for|into|after)|hate|can'?t stand)(?: is)?|(?:not (?:interested in|looking for|keen on|into)|don'?ts|no go'?s|please (?:avoid|skip)|dislikes?|exclud(?:e|ing))|(?:dieu |cai |nhung gi )?(?:khong|ko|k) (?:thich|muon|can|choi|nhan|dua vao)|tranh(?: giup)?|loai tru)\s*:)|(?:must )?(?:not|no|avoid|skip|without):|under no circumstances|(?:had|have had) (?:our|my) fill of|cannae|dun(?= (?:want|like|need))|zero(?= [a-z])|(?:nobody|no one|none of us) (?:wants?|likes?|enjoys?)(?: to [a-z]+(?: for)?)?|deal[ -]?breakers?(?: is| are|:)|no way(?: (?:am i|are we|will (?:i|we|she|he)|would (?:i|we)))?|nothing (?:where|that|which)(?: (?!ha(?:ve|s)\b|needs?\b)[a-z']+){0,3} (?:have|has|need|needs) to(?: (?:sit|be|go|get|ride|take|climb)(?: (?:on|by|up|in))?(?= ))?|(?:no|not) (?:the |a |one of (?:the |those )?|those )?(?:kind|sort|type)s? of [a-z]+(?: [a-z]+)? (?:with|where|(?:that|which|who)(?: [a-z]+s(?: loud| up| on| out)?)?)|no(?! (?:me|thich|muon|ngu|choi|bi|hay|cung|dang|moi|rat)\b)|not(?! as [a-z]+ as\b)|(?<!\bdo(?:ing)? (?:absolutely )?)nothing|without|never|avoid(?:s|ing)?|except(?:ing)?|exclud(?:e|es|ing)|anything but|other than|(?<besides>besides|apart from|aside from)|skip(?:ping)?|leave out|(?:stay|keep|steer) (?:away from|clear of)|refuses?|veto(?:es|ed)?|hates?|hating|dislikes?|loathes?|detests?|(?<!not |never )(?:terrified|scared|afraid|frightened|phobia|sick|fed up) (?:of|with)|(?:had|have had) enough (?:of )?|couldn'?t care less about|don'?t|do not|doesn'?t|can'?t|cannot|won'?t|xin mien|loai (?:tru|bo)|(?<vi>khong(?! con (?:tre|khoe)\b)|hok|dung(?! (?:dip|luc|mua (?:lua|hoa|nuoc|gat|may|sen|thu|xuan|dong|he|le|tam|cam|nho|dau|man|mua|kho)|ngay|chuan|kieu|vi)\b)|chang|cha|tranh|tru|ghet|khoi|bo(?= qua )|ky(?= (?:nhat |la )*(?:do |mon |an |leo |di |choi ))|(?<!\d ?)ngan(?= (?:nhat |di |leo |choi |an |cai ))|kieng)|(?<!khong |ko |dung |chang |not |isn't |how |too |qua |di |bao )(?:far (?:away )?from|xa (?:khu|cac|cho|noi|quan|nhung)|xa(?= (?:duong|pho|bar|karaoke|vu truong)\b))|tranh xa|han che|(?:dung|khong|ko|k) (?:co )?ai(?= )|(?:less|fewer|minimal)(?! than\b)|(?:as|very) little|(?<!khong |ko |dung |chang )(?<accented>it(?! nhat| nhieu| ra| hon| khi)|ne|mien(?! (?:co|la|sao|phi|phai|duoc|an)\b)|so|ngai|cam|luoi)|ko|(?<!\d ?)k(?= [a-z]))(?:(?<=:)|\b)(?! (?:chi\b|sao|van de|problem|only))")]
    private static partial Regex Against();

    [GeneratedRegex(@"\b(?:(?<head>(?:bat buoc(?: phai)?(?: co)?|(?:nhat dinh |dieu )?phai co|nhat dinh co|must[ -]haves?|essentials?|non[- ]?negotiables?)\s*:)|must(?:[ -]haves?| be| include)?:?|(?<need>need(?:s|ed)?(?: to be| to have)?)|essential|requires?|required:|ha(?:ve|s) to(?: have| be)?|got to have|gotta have|insists? on|compulsory:?|mandatory:?|non[- ]?negotiable:?|wajib|as long as (?:there(?:'s| is| are) |it has |we have |they have )|only if (?:there(?:'s| is| are) |it has |they have |we have )|strict(?:ly)?|absolutely|(?<only>only)|can'?t (?:do|live) without|(?:can'?t|don'?t(?: want to)?|must not|not to) miss|(?:nhat dinh|nhat thiet)(?: phai)?(?: co)?|bat buoc(?: phai)?(?: co)?|mien (?:la |sao )?(?:phai )?co|cung (?:duoc|dc|ok|ung|xong)(?: het)?,? mien(?: la| sao)?|(?<vi>phai)(?: co)?|(?<vi>chi)(?= an\b)|khong (?:the thieu|bo qua|bo lo)|(?<need>(?<vi>can)) co|(?<![a-z] )(?<need>(?<vi>can))(?!['’])(?! (?:we|you|u|i|it|be|do|they|the|this|that|your|my|someone|anyone)\b)|(?<=\b(?:em|minh|toi|tui|e|anh|nha|nhom|doan) )(?<need>(?<vi>can))(?!['’])|(?<need>(?<accented>can))|(?<need>tuyet doi)(?! tin)|can nhat(?: la)?|quan trong nhat(?: la)?)(?:(?<=:)|\b)")]
    private static partial Regex Essential();

    // "Kayak yes, karaoke no".
    [GeneratedRegex(@"^\s*(?:[=:→]\s*|->\s*)?(?:no+|never|nope)(?=\s*(?:$|[,.;!)]|pls\b|please\b))|^\s*thi no+(?: no+)*(?=\s*(?:$|[,.;!?)]))")]
    private static partial Regex No();

    [GeneratedRegex(@"^\s*(?:food |meals? |options? )?(?:only\b|(?:(?:on|at|for|in) [^,.;!?]{1,16} )?(?:(?:is|are|it's) )?(?:(?:an?|absolutely|really|totally|very|so) )*(?:must(?:[- ]haves?)?(?=\s*(?:$|[,.;!?):]|(?:for|too|every|each|at|on|all|daily|always|throughout|ya|lah|pls|please|nha|nhe|as|because|since|so)\b))|must be (?:there|included|available)\b|or (?:it'?s off|(?:he|she|we|they|i)(?:'s|'re|'m| is| are| am) not (?:coming|going))\b|or we don'?t (?:leave|go|come)\b|without fail\b|is the condition\b|essential\b|required\b|necessary\b|compulsory\b|mandatory\b|obligatory\b|indispensable\b|vital\b|crucial\b|non[- ]?negotiable\b|wajib\b)|,? (?:this|that)(?: one)? (?:we |i )?(?:can'?t|cannot|is not to be|no) (?:be )?compromised?\b|(?:, )?(?:cai|dieu) nay (?:la )?bat buoc\b|(?:la )?(?:dieu )?bat buoc\b|la (?:must|so mot|so 1|quan trong nhat|dieu kien)\b|la nhat dinh\b|(?:nhat dinh |nhat thiet )phai co\b)")]
    private static partial Regex EssentialAfter();

    [GeneratedRegex(@"^\s*(?:is |are )?(?:needed|necessary|required)\b|^\s*cung duoc\b")]
    private static partial Regex NeedlessAfter();

    [GeneratedRegex(@"^\s*(?:(?:is|are) )?(?:not (?:needed|necessary|required|essential|important|a must)|optional)\b|^\s*(?:thi |la )?(?:khong|ko|k|hok) can(?: thiet)?\b(?! [a-z])|^\s*no need\b|^(?: [a-z]+){1,2} thi (?:xin kieu|thoi(?! roi)|khoi|mien|bo qua|pass|chiu thua)\b|^\s*(?:thi |la )?(?:khong|ko) (?:quan trong|bat buoc)\b")]
    private static partial Regex NotNeededAfter();

    /// <summary>What nobody would go with: "no invoice is a dealbreaker", "stairs are a deal breaker".</summary>
    [GeneratedRegex(@"^\s*(?:(?:is|are|would be|=) )?(?:an? )?(?:deal[- ]?breakers?|no[- ]gos?)\b")]
    private static partial Regex DealBreaker();

    [GeneratedRegex(@"^(?: [a-z]+){0,2},? (?:thoi bo|nen bo|thoi khoi)(?: qua)?(?=\s*(?:$|[.,;!?]|nha\b|nhe\b))|^ we have (?:already|enough)\b|^\s*(?:(?:is|are|really|definitely) )*(?:not (?:really )?(?:my|our|his|her|their) thing|not for (?:us|me)|not (?:preferred|welcome|wanted|our cup of tea|my cup of tea)|out of the question|off the table)\b|^[\s,]*no,? thank(?:s| you)\b|^-free\b|^(?: [a-z0-9]+){0,6} not so much(?=\s*(?:$|[.,;!?]))|^\s*(?:is|are) (?:too |so )?(?:scary|dangerous|tiring|boring) (?:for|to) (?:me|us)\b|^ (?:we|i) (?:really )?(?:dislike|hate|don'?t (?:like|want|need))(?: (?:at all|in fact|much))?(?=\s*(?:$|[.,;!?]))|^\s*(?:scares?|terrif(?:y|ies)|bores?) (?:me|us|her|him|them)\b|^\s*makes? (?:me|us|her|him|my \w+) (?:sea)?(?:sick|ill|dizzy)\b|^\s*(?:thi |la )*(?:xin kieu|thoi khoi|(?<=thi )(?:thoi|khoi|mien|bo qua|(?:khong|ko|k|hok|bo|ne)(?=\s*(?:$|[.,;!?]|nha\b|nhe\b|nua\b)))|dung (?:cho|bat|xep|dua|ep) (?:[a-z]+ ){1,4}nua\b|khoi (?:di|can|nha|nhe))\b|^ (?:gi |nao |j )?(?:la |thi )(?:(?:co|chi|em|anh|minh|toi|tui|tui em|tui minh|bon em|me|ba|ong|nha minh|nha em) )?(?:chiu(?: thua)?|bye|pass|xin (?:kieu|thua))\b(?! duoc)|^ la thoi(?=\s*(?:$|[.,;!?]|nha\b|nhe\b))|^ (?:[a-z]+ )?gi (?:thi )?(?:thoi|mien|khoi|bo qua)(?=\s*(?:$|[.,;!?]|nha\b|nhe\b|ha\b))|^ (?:thi )?(?:xin |nho )?bo (?:het|qua|luon)(?=\s*(?:$|[.,;!?]|nha\b|nhe\b|a\b|giup))|^ (?:really )?(?:doesn'?t|does not|don'?t|do not) (?:interest|appeal to) (?:me|us)\b|^ (?:xin (?:phep )?)?mien(?=\s*(?:$|[.,;!?]|nha\b|nhe\b))|^ bo qua(?=\s*(?:$|[.,;!?]|nha\b|nhe\b|a\b|giup))|^\s*(?:(?:minh|em|e|toi|tui|nha minh|me|ba|tui em) )*(?:chay|an|di|leo|ngoi|chiu|uong) (?:khong|ko|k) (?:noi|duoc|dc|quen)\b|^\s*(?:thi |la |minh |em |e |toi |tui |chi |co |anh |nha minh )*(?:khong|ko|k|hok|chang) (?:he |co )?(?:thich|chiu|khoai|ham|me|hung thu|an duoc|choi duoc|di duoc|(?<=la (?:khong|ko|k|hok|chang) )(?:duoc|noi|kham)|muon|quan tam)(?! hop)(?: lam| may| di| an)*(?=\s*(?:$|[,.;!?]|dau\b|nha\b|nhe\b|nua\b))")]
    private static partial Regex AgainstAfter();
}
