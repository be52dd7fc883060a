using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>How a concept is meant where it stands.</summary>
internal enum Stance { Wanted, Unwanted, Essential }

/// <summary>
/// The lexicon's concepts in a text, each wanted, unwanted or essential. A word against something reaches the concepts that follow it directly or
/// after small words, joined by "or" and "and", up to the next comma: "don't want any shopping or karaoke, Hanoi".
/// </summary>
internal static partial class ConceptGrammar
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "to", "any", "do", "doing", "go", "going", "the", "a", "an", "too", "much", "many", "want", "like", "eat", "by", "on", "with", "for", "in", "be", "at", "of", "have", "having", "really", "very", "t", "see", "take", "taking", "use", "using",
        "stay", "staying", "my", "our", "its", "more", "lots", "food", "option", "options", "please", "it", "us", "we", "i", "trip", "trips", "tour", "interested", "keen", "into", "fan", "fans", "big", "long",
        "di", "an", "co", "muon", "thich", "bang", "can", "phai", "cho", "o", "duoc", "qua", "bi", "choi", "tham", "gia", "len", "la", "ngu", "do", "mon", "het", "nhieu", "them", "duy", "nhat", "hay", "thoi",
    };

    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal) { "or", "nor", "and", "hoac", "hay", "va", "voi", "lan" };

    /// <summary>Concepts nobody can leave aside once they are said.</summary>
    private static readonly HashSet<string> AlwaysEssential = new(StringComparer.Ordinal) { "accessible", "disabled", "food-allergy", "nut-allergy", "seafood-allergy", "soy-allergy" };

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
        ["phai"] = "phải",
        ["chi"] = "chỉ",
        ["khong"] = "không",
    };

    public static List<(Found<Concept> Concept, Stance Stance)> Read(FoldedText text, IReadOnlyList<PhraseMatch<Concept>> matches)
    {
        var spans = matches.Select(match => (match.Start, match.End)).Distinct().OrderBy(span => span.Start).ToList();
        var stances = spans.ToDictionary(span => span, _ => Stance.Wanted);
        var tokens = Tokenizer.Tokens(text.Original);
        var essentialCues = Essential().Matches(text.Folded).Where(cue => Meant(text, cue)).ToList();
        foreach (Match cue in Against().Matches(text.Folded))
        {
            var inside = essentialCues.Any(essential => essential.Index <= cue.Index && cue.Index < essential.Index + essential.Length);
            if (!inside && Meant(text, cue) && !InConcept(cue))
            {
                Reach(cue, Stance.Unwanted);
            }
        }

        foreach (var cue in essentialCues.Where(cue => !InConcept(cue)))
        {
            Reach(cue, Stance.Essential);
        }

        foreach (var span in spans)
        {
            if (stances[span] == Stance.Wanted && EssentialAfter().IsMatch(text.Folded[text.FoldedIndex(span.End)..]))
            {
                stances[span] = Stance.Essential;
            }
        }

        return [.. matches.Select(match => (new Found<Concept>(match.Value, match.Start, match.End), AlwaysEssential.Contains(match.Value.Id) && stances[(match.Start, match.End)] == Stance.Wanted ? Stance.Essential : stances[(match.Start, match.End)]))];

        // A cue that is part of a concept ("no pork", "không cay") is already in its meaning.
        bool InConcept(Match cue)
        {
            var (start, end) = text.Span(cue.Index, cue.Length);
            return spans.Any(span => span.Start <= start && end <= span.End);
        }

        void Reach(Match cue, Stance stance)
        {
            var at = text.Span(cue.Index, cue.Length).End;
            for (var k = 0; k < tokens.Count;)
            {
                var token = tokens[k];
                if (token.Start < at)
                {
                    k++;
                    continue;
                }

                if (text.Original.AsSpan(at, token.Start - at).IndexOfAny(",.;!?\n:()") >= 0)
                {
                    return;
                }

                var here = spans.FirstOrDefault(span => span.Start <= token.Start && token.End <= span.End, (Start: -1, End: -1));
                if (here.Start >= 0)
                {
                    stances[here] = stances[here] == Stance.Unwanted ? Stance.Unwanted : stance;
                    at = here.End;
                }
                else if (Small.Contains(token.Folded) || Joining.Contains(token.Folded))
                {
                    at = token.End;
                }
                else
                {
                    return;
                }

                k++;
            }
        }
    }

    /// <summary>How many characters the word against something takes at the start of a phrase; 0 if there is none.</summary>
    public static int AfterDenial(string phrase) => Denial().Match(phrase) is { Success: true } denial ? denial.Length : 0;

    /// <summary>Whether the words before a family say that it is the one they stay with.</summary>
    public static bool OfHosts(string lead) => Hosts().IsMatch(lead);

    private static bool Meant(FoldedText text, Match cue)
    {
        var word = cue.Groups["vi"];
        if (!word.Success)
        {
            return true;
        }

        return Spellings.TryGetValue(word.Value, out var spelling) ? text.MayBe(word, spelling) || word.Value == text.Written(word) && word.Value == "khong" : true;
    }

    [GeneratedRegex(@"\b(?i:local|host|native|hmong|dao|tay|thai|ethnic|village|vietnamese)\s+$")]
    private static partial Regex Hosts();

    [GeneratedRegex(@"^(?i:no|not|without|không|khong|ko|đừng)\s+")]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(?:no|not|nothing|without|never|avoid|except|anything but|skip|hate|dislike|don'?t|do not|doesn'?t|can'?t|cannot|won'?t|(?<vi>khong|hok|dung|chang|cha|tranh|tru|ghet|khoi)|ko|(?<![\d.,] ?)k(?= [a-z]))\b(?! (?:chi|sao|van de|problem|only))")]
    private static partial Regex Against();

    [GeneratedRegex(@"\b(?:must(?:[ -]haves?| be| include)?:?|need(?:s|ed)?(?: to be| to have)?|essential|requires?|have to(?: have)?|strict(?:ly)?|absolutely|only|can'?t (?:do|live) without|(?:can'?t|don'?t(?: want to)?|must not|not to) miss|nhat dinh(?: phai)?(?: co)?|bat buoc(?: phai)?(?: co)?|(?<vi>phai)(?: co)?|(?<vi>chi)(?= an\b)|khong (?:the thieu|bo qua|bo lo)|can co|quan trong nhat(?: la)?)(?:(?<=:)|\b)")]
    private static partial Regex Essential();

    [GeneratedRegex(@"^\s*(?:food |meals? |options? )?(?:only\b|(?:is |are )?(?:a must\b|essential\b|required\b|necessary\b)|(?:la )?bat buoc\b|la nhat dinh\b|nhat dinh phai co\b)")]
    private static partial Regex EssentialAfter();
}
