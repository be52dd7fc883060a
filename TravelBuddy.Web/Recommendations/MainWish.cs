using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Web.Recommendations;

/// <summary>What somebody wishes to do, else to eat, else to ride, as far as tours that were shown have it: whoever asks for a cheaper food tour asks for no pottery class. <paramref name="Wish"/> is its code among <see cref="Relaxing"/>.</summary>
public sealed record MainWish(string Wish, IReadOnlyList<string> Concepts)
{
    /// <summary>Nothing of the kind was wished, or nothing that was shown has it.</summary>
    public static readonly MainWish None = new("", []);

    /// <summary>That of wishes, by what the recorded reasons say of some tours of their list.</summary>
    public static MainWish Of(Wishes wishes, IReadOnlyCollection<RankedPackage> tours)
    {
        var (wish, wished) = new[] { (Relaxing.Activities, wishes.Activities), (Relaxing.Food, wishes.Food), (Relaxing.Transportation, wishes.Transportation) }.FirstOrDefault(some => some.Item2.Concepts.Count > 0);
        var had = (wished?.Concepts ?? []).Where(concept => tours.Any(tour => Has(tour, concept))).ToList();
        return had.Count == 0 ? None : new MainWish(wish, had);
    }

    /// <summary>Whether a tour of the same list is of that kind: of several things one is enough.</summary>
    public bool IsOf(RankedPackage tour) => Concepts.Count == 0 || Concepts.Any(concept => Has(tour, concept));

    /// <summary>The same of a tour that is judged for wishes like these.</summary>
    public bool IsOf(JudgedPackage judged) => Concepts.Count == 0 || Concepts.Any(judged.Facts.Concepts.ContainsKey);

    // Of what it has only the first few things are recorded; what it lacks is recorded whole.
    private static bool Has(RankedPackage tour, string concept) =>
        !tour.Reasons.Any(reason => reason.Code is ReasonCodes.DoesNotSay or ReasonCodes.DietUnsaid or ReasonCodes.DietContradicted && reason.Arguments.Contains(concept));
}
