using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations;

/// <summary>The wishes that can be given up, one or several at a time, when nothing fits, by the code that <see cref="Relaxation"/> carries.</summary>
public static class Relaxing
{
    public const string Places = "places";
    public const string Durations = "durations";
    public const string Budget = "budget";
    public const string Dates = "dates";
    public const string Exclusions = "exclusions";
    public const string Essentials = "essentials";
    public const string Transportation = "transportation";
    public const string Food = "food";
    public const string Activities = "activities";

    private const char And = '+';
    private const string DietMark = "diet:";

    private static readonly (string Wish, Func<Wishes, bool> Given, Func<Wishes, Wishes> Drop)[] Kinds =
    [
        (Places, wishes => wishes.Places.Count > 0, wishes => wishes with { Places = [] }),
        (Durations, wishes => wishes.Durations.Count > 0, wishes => wishes with { Durations = [] }),
        (Budget, wishes => wishes.Budget is not null, wishes => wishes with { Budget = null }),
        (Dates, wishes => wishes.Dates is not null, wishes => wishes with { Dates = null }),
        (Exclusions, wishes => !wishes.Exclusions.IsEmpty, wishes => wishes with { Exclusions = ConceptWishes.None }),
        (Essentials, wishes => !ReferenceEquals(wishes.Essentials, Allergies(wishes.Essentials)), wishes => wishes with { Essentials = Allergies(wishes.Essentials) }),
    ];

    private static readonly (string Wish, Func<Wishes, bool> Given, Func<Wishes, Wishes> Drop)[] ThingKinds =
    [
        (Transportation, wishes => !wishes.Transportation.IsEmpty, wishes => wishes with { Transportation = ConceptWishes.None }),
        (Food, wishes => !ReferenceEquals(wishes.Food, Allergies(wishes.Food)), wishes => wishes with { Food = Allergies(wishes.Food) }),
        (Activities, wishes => !wishes.Activities.IsEmpty, wishes => wishes with { Activities = ConceptWishes.None }),
    ];

    /// <summary>Whether a concept is an allergy, which nobody can let go of.</summary>
    public static bool IsAllergy(string concept) => concept.EndsWith("-allergy", StringComparison.Ordinal);

    /// <summary>Whether an allergy is among the wishes.</summary>
    public static bool NamesAllergy(Wishes wishes) => !Allergies(wishes.Essentials).IsEmpty || wishes.Food.Concepts.Any(IsAllergy);

    /// <summary>How many of the wishes given can be given up.</summary>
    public static int Count(Wishes wishes, bool mayBringWhatIsRefused = true) => Given(wishes, mayBringWhatIsRefused).Count;

    /// <summary>The wishes without some of them, for every choice of that many that were given; named by their codes together.</summary>
    /// <param name="wishes">The wishes.</param>
    /// <param name="many">How many of them at a time.</param>
    /// <param name="mayBringWhatIsRefused">Whether what is to be avoided can be given up.</param>
    public static IEnumerable<(string Wish, Wishes Without)> Some(Wishes wishes, int many, bool mayBringWhatIsRefused = true) =>
        Choices(Given(wishes, mayBringWhatIsRefused), many).Select(chosen => string.Join(And, chosen)).Select(wish => (wish, Without(wishes, wish)));

    /// <summary>The wishes without what was wished to ride, to eat or to do, for each of these that was; allergies stay.</summary>
    public static IEnumerable<(string Wish, Wishes Without)> Things(Wishes wishes) =>
        ThingKinds.Where(kind => kind.Given(wishes)).Select(kind => (kind.Wish, kind.Drop(wishes)));

    /// <summary>The code for giving up diets, which go together: each alone would seldom bring anything.</summary>
    public static string Diets(IEnumerable<string> concepts) => string.Join(And, concepts.Select(concept => DietMark + concept));

    /// <summary>The concept of the diet that a code stands for; null for any other.</summary>
    public static string? Diet(string part) => part.StartsWith(DietMark, StringComparison.Ordinal) ? part[DietMark.Length..] : null;

    /// <summary>Whether a relaxation gives up diets and nothing else.</summary>
    public static bool IsOfDiets(string wish) => Parts(wish).All(part => Diet(part) is not null);

    /// <summary>The codes in a relaxation: one or several.</summary>
    public static IReadOnlyList<string> Parts(string wish) => wish.Split(And);

    /// <summary>The wishes without what a relaxation names; unchanged for an unknown code.</summary>
    public static Wishes Without(Wishes wishes, string wish) =>
        Parts(wish).Aggregate(wishes, (left, part) => Diet(part) is { } diet ? WithoutConcept(left, diet) : Kinds.Concat(ThingKinds).FirstOrDefault(kind => kind.Wish == part).Drop?.Invoke(left) ?? left);

    private static ConceptWishes Allergies(ConceptWishes some)
    {
        var (concepts, phrases) = (some.Concepts.Where(IsAllergy).ToList(), some.Phrases.Where(phrase => Tokenizer.Folded(phrase) is var said && (said.Contains("allerg", StringComparison.Ordinal) || said.Contains("di ung", StringComparison.Ordinal))).ToList());
        return concepts.Count == some.Concepts.Count && phrases.Count == some.Phrases.Count ? some : new ConceptWishes(concepts, phrases);
    }

    private static Wishes WithoutConcept(Wishes wishes, string concept)
    {
        return wishes with
        {
            Transportation = Left(wishes.Transportation),
            Food = Left(wishes.Food),
            Activities = Left(wishes.Activities),
            Accommodation = Left(wishes.Accommodation),
            Essentials = Left(wishes.Essentials),
        };

        ConceptWishes Left(ConceptWishes some) => some.Concepts.Contains(concept) ? some with { Concepts = [.. some.Concepts.Where(id => id != concept)] } : some;
    }

    private static IEnumerable<IEnumerable<string>> Choices(IReadOnlyList<string> of, int many) =>
        many == 0 ? [[]] : of.SelectMany((first, i) => Choices([.. of.Skip(i + 1)], many - 1).Select(rest => rest.Prepend(first)));

    private static IReadOnlyList<string> Given(Wishes wishes, bool mayBringWhatIsRefused) => [.. Kinds.Where(kind => kind.Given(wishes) && (mayBringWhatIsRefused || kind.Wish != Exclusions)).Select(kind => kind.Wish)];
}
