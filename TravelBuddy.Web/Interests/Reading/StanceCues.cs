using System.Text.RegularExpressions;

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
    };

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
        Stance.Unwanted => NeedlessAfter().IsMatch(rest) ? Stance.Indifferent : stance,
        Stance.Wanted => AgainstAfter().IsMatch(rest) || No().IsMatch(rest) ? Stance.Unwanted : NotNeededAfter().IsMatch(rest) ? Stance.Indifferent : EssentialAfter().IsMatch(rest) ? Stance.Essential : stance,
        _ => stance,
    };

    private static bool Inside(List<Match> cues, Match cue) => cues.Any(other => other.Index <= cue.Index && cue.Index < other.Index + other.Length);

    private static bool Meant(FoldedText text, Match cue)
    {
        if (cue.Groups["besides"].Success)
        {
            return Exceptions.LeaveOut(cue, text.Folded[(cue.Index + cue.Length)..]);
        }

        var word = cue.Groups["vi"];
        return !word.Success || !Spellings.TryGetValue(word.Value, out var spelling) || text.MayBe(word, spelling) || word.Value == text.Written(word) && word.Value == "khong";
    }

    [GeneratedRegex(@"\b(?:(?:don'?t|do not|doesn'?t|does not|didn'?t|needn'?t|not) (?:really )?(?:need(?: to have| to be| any)?|require|have to (?:have|be))|no need (?:for|of|to have)|(?:khong|ko|k|hok|khoi|chang|dau) can(?: thiet| phai| den| toi)*(?: co)?)\b")]
    private static partial Regex NotNeeded();

    [GeneratedRegex(@"\b(?:no|not|nothing|without|never|avoid|except(?:ing)?|excluding|anything but|other than|(?<besides>besides|apart from|aside from)|skip|hates?|dislikes?|don'?t|do not|doesn'?t|can'?t|cannot|won'?t|(?<vi>khong|hok|dung|chang|cha|tranh|tru|ghet|khoi|ky(?= (?:nhat |la )*(?:do |mon |an |leo |di |choi ))|(?<!\d ?)ngan(?= (?:nhat |di |leo |choi |an |cai ))|kieng)|ko|(?<!\d\s?)k(?= [a-z]))\b(?! (?:chi\b|sao|van de|problem|only))")]
    private static partial Regex Against();

    [GeneratedRegex(@"\b(?:must(?:[ -]haves?| be| include)?:?|need(?:s|ed)?(?: to be| to have)?|essential|requires?|have to(?: have)?|strict(?:ly)?|absolutely|only|can'?t (?:do|live) without|(?:can'?t|don'?t(?: want to)?|must not|not to) miss|nhat dinh(?: phai)?(?: co)?|bat buoc(?: phai)?(?: co)?|(?<vi>phai)(?: co)?|(?<vi>chi)(?= an\b)|khong (?:the thieu|bo qua|bo lo)|can co|quan trong nhat(?: la)?)(?:(?<=:)|\b)")]
    private static partial Regex Essential();

    // "Kayak yes, karaoke no".
    [GeneratedRegex(@"^\s*no+(?=\s*(?:$|[,.;!)]|pls\b|please\b))")]
    private static partial Regex No();

    [GeneratedRegex(@"^\s*(?:food |meals? |options? )?(?:only\b|(?:is |are )?(?:a must\b|essential\b|required\b|necessary\b)|(?:la )?bat buoc\b|la nhat dinh\b|nhat dinh phai co\b)")]
    private static partial Regex EssentialAfter();

    [GeneratedRegex(@"^\s*(?:is |are )?(?:needed|necessary|required)\b|^\s*cung duoc\b")]
    private static partial Regex NeedlessAfter();

    [GeneratedRegex(@"^\s*(?:(?:is|are) )?(?:not (?:needed|necessary|required)|optional)\b|^\s*(?:thi |la )?(?:khong|ko|k|hok) can(?: thiet)?\b(?! [a-z])")]
    private static partial Regex NotNeededAfter();

    [GeneratedRegex(@"^\s*(?:(?:is|are|really|definitely) )*(?:not (?:really )?(?:my|our|his|her|their) thing|not for (?:us|me)|no thanks?)\b|^\s*(?:thi |la |minh |em |e |toi |tui |nha minh )*(?:khong|ko|k|hok|chang) (?:he |co )?(?:thich|khoai|ham|me|hung thu|an duoc|choi duoc|di duoc|muon|quan tam)(?! hop)(?: lam| may| di| an)*(?=\s*(?:$|[,.;!?]|dau\b|nha\b|nhe\b|nua\b))")]
    private static partial Regex AgainstAfter();
}
