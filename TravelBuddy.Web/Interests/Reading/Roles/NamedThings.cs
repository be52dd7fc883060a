using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>Words that name one thing or several ("resort with a pool"), and how the rules take them.</summary>
internal sealed record NamedThing(int Start, int End, IReadOnlyList<Concept> Concepts, Stance Told);

/// <summary>The things of a text in their order, and where it names places.</summary>
internal sealed record NamedThings(FoldedText Text, IReadOnlyList<NamedThing> Named, IReadOnlyList<(int Start, int End)> Places)
{
    /// <summary>Those of the concepts that may be meant otherwise than the rules say; who travels and what for, diets and words that refuse by themselves ("no pork") are what they are, and what need not be is not named by the way.</summary>
    public static NamedThings Of(FoldedText text, IEnumerable<(Found<Concept> Concept, Stance Stance)> stances, IReadOnlyList<(int Start, int End)> places) =>
        new(text,
        [
            .. from entry in stances
               where entry.Stance != Stance.Indifferent && entry.Concept.Value.Kind is not (ConceptKind.Traveller or ConceptKind.Diet or ConceptKind.Theme) && !ConceptGrammar.IsAlwaysEssential(entry.Concept.Value)
                   && ConceptGrammar.AfterDenial(text.Original[entry.Concept.Start..entry.Concept.End]) == 0
               group entry by (entry.Concept.Start, entry.Concept.End) into same
               orderby same.Key.Start, same.Key.End descending
               select new NamedThing(same.Key.Start, same.Key.End, [.. same.Select(entry => entry.Concept.Value)], same.Max(entry => entry.Stance)),
        ], places);
}
