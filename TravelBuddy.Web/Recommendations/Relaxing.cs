using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Recommendations;

/// <summary>The wishes that can be given up one at a time when nothing fits, by the code that <see cref="Relaxation"/> carries.</summary>
public static class Relaxing
{
    public const string Places = "places";
    public const string Durations = "durations";
    public const string Budget = "budget";
    public const string Dates = "dates";
    public const string Exclusions = "exclusions";
    public const string Essentials = "essentials";

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

    /// <summary>The wishes without the one a relaxation names; unchanged for an unknown code.</summary>
    public static Wishes Without(Wishes wishes, string wish) => Each(wishes).FirstOrDefault(entry => entry.Wish == wish).Without ?? wishes;
}
