using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>"I can't ride a motorbike" wishes for no motorbike of one's own; being driven remains possible.</summary>
internal static partial class RidingGrammar
{
    private const string Oneself = "self-drive";

    /// <summary>Turns the wish for what the traveller cannot ride or drive into one against driving oneself.</summary>
    public static void TakeBack(FoldedText text, List<(Found<Concept> Concept, Stance Stance)> stances, Lexicon lexicon)
    {
        foreach (var found in stances.Select(entry => entry.Concept).Where(found => found.Value.Kind == ConceptKind.Transport || found.Value.Id == "motorbike-loop").ToList())
        {
            var at = text.FoldedIndex(found.Start);
            var words = text.Folded[Math.Max(0, at - 40)..text.FoldedIndex(found.End)];
            if (Cannot().IsMatch(words) && lexicon.Find(Oneself) is { } oneself)
            {
                stances.RemoveAll(entry => entry.Concept.Start == found.Start && entry.Concept.End == found.End);
                stances.Add((new Found<Concept>(oneself, found.Start, found.End), Stance.Unwanted));
            }
        }
    }

    [GeneratedRegex(@"\b(?:(?:khong|ko|k|chua|hok) (?:biet|the|dam|tu) (?:tu )?(?:lai|chay|di|cam lai)|(?:can'?t|cannot|don'?t|do not|never|unable to|not able to|afraid to)(?: know how to| learned to)? (?:ride|drive|driving|riding))(?: (?:a|an|the|on|any|duoc))* (?:xe )?(?:motorbikes?|motorcycles?|scooters?|xe may|xe mo to|may|mo to|xe tay ga|tay ga|xe so|car|o to|oto)\s*$")]
    private static partial Regex Cannot();
}
