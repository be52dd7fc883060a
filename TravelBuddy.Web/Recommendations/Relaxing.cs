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
    private static readonly string[] Order = [Places, Durations, Budget, Dates, Exclusions, Essentials];

    /// <summary>The wishes without one of them, for each that was given.</summary>
    public static IEnumerable<(string Wish, Wishes Without)> Each(Wishes wishes)
    {
        if (wishes.Places.Count > 0)
        {
            yield return (Places, wishes with { Places = [] });
        }

        if (wishes.Durations.Count > 0)
        {
            yield return (Durations, wishes with { Durations = [] });
        }

        if (wishes.Budget is not null)
        {
            yield return (Budget, wishes with { Budget = null });
        }

        if (wishes.Dates is not null)
        {
            yield return (Dates, wishes with { Dates = null });
        }

        if (!wishes.Exclusions.IsEmpty)
        {
            yield return (Exclusions, wishes with { Exclusions = ConceptWishes.None });
        }

        if (!wishes.Essentials.IsEmpty)
        {
            yield return (Essentials, wishes with { Essentials = ConceptWishes.None });
        }
    }

    /// <summary>The wishes without two of them, for each pair that was given; named by both codes.</summary>
    public static IEnumerable<(string Wish, Wishes Without)> Pairs(Wishes wishes) =>
        from first in Each(wishes)
        from second in Each(first.Without)
        where Array.IndexOf(Order, first.Wish) < Array.IndexOf(Order, second.Wish)
        select (first.Wish + And + second.Wish, second.Without);

    /// <summary>The places alone, without any of what else was given; nothing where fewer than three others were.</summary>
    public static IEnumerable<(string Wish, Wishes Without)> AllButPlaces(Wishes wishes)
    {
        string[] others = [.. Each(wishes).Select(entry => entry.Wish).Where(wish => wish != Places)];
        var all = string.Join(And, others);
        return others.Length < 3 ? [] : [(all, Without(wishes, all))];
    }

    /// <summary>The codes in a relaxation: one or several.</summary>
    public static IReadOnlyList<string> Parts(string wish) => wish.Split(And);

    /// <summary>The wishes without what a relaxation names; unchanged for an unknown code.</summary>
    public static Wishes Without(Wishes wishes, string wish) =>
        Parts(wish).Aggregate(wishes, (left, part) => Each(left).FirstOrDefault(entry => entry.Wish == part).Without ?? left);
}
