using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>How a concept is meant where it stands.</summary>
internal enum Stance { Wanted, Indifferent, Unwanted, Essential }

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
        "di", "an", "co", "muon", "thich", "bang", "can", "phai", "cho", "o", "duoc", "qua", "bi", "choi", "tham", "gia", "len", "la", "ngu", "do", "mon", "het", "nhieu", "chiu", "xep", "bat", "cai", "ghe", "them", "duy", "nhat", "hay", "thoi",
    };

    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal) { "or", "nor", "and", "hoac", "hay", "va", "voi", "lan" };

    /// <summary>Concepts nobody can leave aside once they are said.</summary>
    private static bool IsAlwaysEssential(Concept concept) =>
        concept.Id is "accessible" or "disabled" || concept.Broader.Contains("accessible") || concept.Id.EndsWith("-allergy", StringComparison.Ordinal);

    /// <summary>The concepts and how each is meant.</summary>
    public static List<(Found<Concept> Concept, Stance Stance)> Read(FoldedText text, IReadOnlyList<PhraseMatch<Concept>> matches)
    {
        var spans = matches.Select(match => (match.Start, match.End)).Distinct().OrderBy(span => span.Start).ToList();
        var stances = spans.ToDictionary(span => span, _ => Stance.Wanted);
        var tokens = Tokenizer.Tokens(text.Original);
        foreach (var (cue, stance) in StanceCues.In(text).Where(entry => !InConcept(entry.Cue)))
        {
            Reach(cue, stance);
        }

        foreach (var span in spans)
        {
            stances[span] = StanceCues.After(stances[span], text.After(span.End));
        }

        return
        [
            .. from match in matches
               let stance = stances[(match.Start, match.End)]
               select (new Found<Concept>(match.Value, match.Start, match.End), IsAlwaysEssential(match.Value) && stance == Stance.Wanted ? Stance.Essential : stance),
        ];

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
                    stances[here] = stances[here] is Stance.Wanted ? stance : stances[here];
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

    [GeneratedRegex(@"\b(?i:local|host|native|hmong|dao|tay|thai|ethnic|village|vietnamese)\s+$")]
    private static partial Regex Hosts();

    [GeneratedRegex(@"^(?i:no|not|without|không|khong|ko|đừng)\s+")]
    private static partial Regex Denial();
}
