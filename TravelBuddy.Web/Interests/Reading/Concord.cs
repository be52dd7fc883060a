using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>What the concepts of a whole text say of each other.</summary>
internal static partial class Concord
{
    private static readonly string[] MoreThanCouple = ["honeymoon", "two-couples", "older-couple"];

    /// <summary>Kinds of people that travellers say they are or are not.</summary>
    private static readonly HashSet<string> Selves = new(["backpackers", "couple", "solo", "solo-woman", "elderly", "students", "beginners", "fit-travellers", "parents", "older-couple", "teachers", "young-people", "women"], StringComparer.Ordinal);

    /// <summary>
    /// What is refused somewhere is not also wished for, unless only a part of it is ("seafood but no crab"), which is given back by its words; what the
    /// travellers say they are not is no wish at all; and two who take others along, or who are on their honeymoon, are no couple as well.
    /// </summary>
    public static IReadOnlyList<Found<string>> Settle(FoldedText text, List<(Found<Concept> Concept, Stance Stance)> stances, PartyWish? party)
    {
        stances.RemoveAll(entry => entry.Stance == Stance.Unwanted && Selves.Contains(entry.Concept.Value.Id));
        var wanted = stances.Where(entry => entry.Stance != Stance.Unwanted).Select(entry => entry.Concept).ToList();
        var parts = stances.Where(entry => entry.Stance == Stance.Unwanted && wanted.Any(found => found.Value == entry.Concept.Value && found.End <= entry.Concept.Start
            && (IsFood(found) && Words(found) != Words(entry.Concept) || PartOfIt().IsMatch(text.Folded[text.FoldedIndex(found.End)..text.FoldedIndex(entry.Concept.Start)])))).ToList();
        stances.RemoveAll(parts.Contains);
        // Climbers who want "no guided climbing" refuse the guide.
        var qualified = stances.Where(entry => entry.Stance == Stance.Unwanted && wanted.Any(found => found.Value == entry.Concept.Value)
            && stances.Any(before => before.Stance == Stance.Unwanted && before.Concept.Value != entry.Concept.Value && before.Concept.End == entry.Concept.Start - 1)).ToList();
        stances.RemoveAll(qualified.Contains);
        var refused = stances.Where(entry => entry.Stance == Stance.Unwanted).Select(entry => entry.Concept.Value.Id).ToHashSet();
        stances.RemoveAll(entry => entry.Stance == Stance.Wanted && refused.Contains(entry.Concept.Value.Id));
        if (party is { } given && given.Adults + given.Children != 2 || stances.Any(entry => entry.Stance != Stance.Unwanted && MoreThanCouple.Contains(entry.Concept.Value.Id)))
        {
            stances.RemoveAll(entry => entry.Stance == Stance.Wanted && entry.Concept.Value.Id == "couple");
        }

        return [.. parts.Where(part => IsFood(part.Concept)).Select(part => new Found<string>(text.Original[part.Concept.Start..part.Concept.End], part.Concept.Start, part.Concept.End))];

        static bool IsFood(Found<Concept> found) => found.Value.Kind == ConceptKind.Food;

        string Words(Found<Concept> found) => text.Folded[text.FoldedIndex(found.Start)..text.FoldedIndex(found.End)];
    }

    [GeneratedRegex(@"^[^.;!?]*\b(?:tru|except(?:ing|ed)?|but not|just not|other than|apart from)\b[^.;!?]*$")]
    private static partial Regex PartOfIt();
}
