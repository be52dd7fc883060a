using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Stays;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>Which of a place's statements answers each wish that it answers, so that each can be shown with its source.</summary>
public static class WishSources
{
    /// <summary>The wishes answered, in the order of the ranking. What nothing says outright follows from how many it takes.</summary>
    public static IReadOnlyList<(string Wish, StayFact SaidBy)> Of(Stay stay, RankedStay ranked, StayReadings readings)
    {
        if (ranked.Answered.Count == 0)
        {
            return [];
        }

        var things = readings.Of(stay);
        return [.. ranked.Answered.Select(wish => (wish, things.SaidBy(wish) ?? (stay.Sleeps is null ? StayFact.Words : StayFact.Sleeps)))];
    }
}
