using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Foods named after a word for an allergy are nothing to eat: "allergic to shrimp or crab", "bị dị ứng với cua". Neither are those that make ill: "no shellfish, I swell up".</summary>
internal static partial class Allergies
{
    private const string General = "food-allergy";

    /// <summary>Turns the foods an allergy is to into things unwanted; where each is named, no allergy in general is left.</summary>
    public static void Name(FoldedText text, List<(Found<Concept> Concept, Stance Stance)> stances, Lexicon lexicon)
    {
        foreach (var allergy in stances.Select(entry => entry.Concept).Where(found => found.Value.Id == General || found.Value.Id.EndsWith("-allergy", StringComparison.Ordinal)).DistinctBy(found => found.Start).OrderBy(found => found.Start).ToList())
        {
            var at = allergy.End;
            while (stances.FindIndex(entry => entry.Concept.Start >= at && entry.Concept.Start - at < 40 && entry.Concept.Value.Kind is ConceptKind.Food or ConceptKind.Diet && entry.Concept.Value.Id != General
                && Between().IsMatch(text.Folded[text.FoldedIndex(at)..text.FoldedIndex(entry.Concept.Start)])) is >= 0 and var next)
            {
                var food = stances[next].Concept;
                at = food.End;
                if (food.Value.Kind == ConceptKind.Food)
                {
                    for (var i = 0; i < stances.Count; i++)
                    {
                        stances[i] = stances[i].Concept.Start != food.Start || stances[i].Concept.Value.Kind != ConceptKind.Food ? stances[i]
                            : To(stances[i].Concept.Value, lexicon) is { } named ? (stances[i].Concept with { Value = named }, Stance.Essential)
                            : (stances[i].Concept, Stance.Unwanted);
                    }
                }

                stances.RemoveAll(entry => entry.Concept.Start == allergy.Start && entry.Concept.Value.Id == General);
            }
        }

        for (var i = 0; i < stances.Count; i++)
        {
            if (stances[i] is { Concept.Value.Kind: ConceptKind.Food, Stance: Stance.Unwanted or Stance.Wanted } entry && MakesIll(text, entry.Concept) && To(entry.Concept.Value, lexicon) is { } allergy)
            {
                stances[i] = (entry.Concept with { Value = allergy }, Stance.Essential);
            }
        }

        // "A severe allergy, so meals must be nut-free."
        if (stances.Any(entry => entry.Stance == Stance.Essential && entry.Concept.Value.Broader.Contains(General)))
        {
            stances.RemoveAll(entry => entry.Concept.Value.Id == General);
        }
    }

    private static bool MakesIll(FoldedText text, Found<Concept> food) => Ill().IsMatch(text.After(food.End));

    /// <summary>The allergy to a food, where the lexicon has one: it asks the agency, where a wish against the food would turn down every tour with it.</summary>
    private static Concept? To(Concept food, Lexicon lexicon) =>
        lexicon.Concepts.FirstOrDefault(concept => concept.Id.EndsWith("-allergy", StringComparison.Ordinal) && concept.Opposite.Contains(food.Id));

    // What the food does, in the same sentence and before another is spoken of.
    [GeneratedRegex(@"^[^.!?;\n]{0,36}?\b(?:(?:i|he|she|we|they|will|ll|would|me|him|her|us|my (?:face|lips|throat|tongue)) (?:swells?|swelled) up|swells? (?:me|up my)|breaks? out in|(?:get|gets|in|have|has) (?:hives|a rash|rashes)|anaphyla\w+|epi-?pens?|makes? (?:me|him|her|us|them) (?:\w+ )?(?:ill|sick|swell|itch)|can(?:'?t|not) breathe|(?:in|to) (?:the )?hospital|(?:could|would|will|can) (?:die|kill (?:me|him|her|us))|(?:noi|bi) (?:man|me day)|ngua (?:khap|het|ca|khong)|sung (?:moi|mat|mieng|phu|het|vu)|kho tho|soc phan ve|phat ban|di cap cuu|nhap vien)\b")]
    private static partial Regex Ill();

    [GeneratedRegex(@"^\s*(?:to|with|from|voi|do|la|and|or|va|hoac|hay|[,/&+]|any|all|nang|thuc an|do an|mon|an|\w+(?=\s*(?:,|&|/|and |or |va |hoac |hay ))|\s)*$")]
    private static partial Regex Between();
}
