using TravelBuddy.Web.Interests;

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

    private const char And = '+';

    private static readonly (string Wish, Func<Wishes, bool> Given, Func<Wishes, Wishes> Drop)[] Kinds =
    [
        (Places, wishes => wishes.Places.Count > 0, wishes => wishes with { Places = [] }),
        (Durations, wishes => wishes.Durations.Count > 0, wishes => wishes with { Durations = [] }),
        (Budget, wishes => wishes.Budget is not null, wishes => wishes with { Budget = null }),
        (Dates, wishes => wishes.Dates is not null, wishes => wishes with { Dates = null }),
        (Exclusions, wishes => !wishes.Exclusions.IsEmpty, wishes => wishes with { Exclusions = ConceptWishes.None }),
        (Essentials, wishes => !wishes.Essentials.IsEmpty, wishes => wishes with { Essentials = ConceptWishes.None }),
    ];

    /// <summary>The wishes without one of them, for each that was given.</summary>
    public static IEnumerable<(string Wish, Wishes Without)> Each(Wishes wishes) => Given(wishes).Select(wish => (wish, Without(wishes, wish)));

    /// <summary>The wishes without two of them, for each pair that was given; named by both codes.</summary>
    public static IEnumerable<(string Wish, Wishes Without)> Pairs(Wishes wishes)
    {
        var given = Given(wishes);
        return given.SelectMany((first, i) => given.Skip(i + 1).Select(second => first + And + second)).Select(pair => (pair, Without(wishes, pair)));
    }

    /// <summary>The places alone, without any of what else was given; nothing where fewer than three others were.</summary>
    public static IEnumerable<(string Wish, Wishes Without)> AllButPlaces(Wishes wishes)
    {
        string[] others = [.. Given(wishes).Where(wish => wish != Places)];
        var all = string.Join(And, others);
        return others.Length < 3 ? [] : [(all, Without(wishes, all))];
    }

    /// <summary>The codes in a relaxation: one or several.</summary>
    public static IReadOnlyList<string> Parts(string wish) => wish.Split(And);

    /// <summary>The wishes without what a relaxation names; unchanged for an unknown code.</summary>
    public static Wishes Without(Wishes wishes, string wish) =>
        Parts(wish).Aggregate(wishes, (left, part) => Kinds.FirstOrDefault(kind => kind.Wish == part).Drop?.Invoke(left) ?? left);

    private static IReadOnlyList<string> Given(Wishes wishes) => [.. Kinds.Where(kind => kind.Given(wishes)).Select(kind => kind.Wish)];
}
