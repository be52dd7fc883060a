using TravelBuddy.Web.Accommodation.Stays;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>How far what is to hold a whole party does so: a family room by how many the largest room takes, a house let as a whole by how many it takes.</summary>
internal static class RoomForAll
{
    public const string FamilyRoom = "family-room";

    private const double Holds = .9;

    /// <param name="wished">What is wished for.</param>
    /// <param name="answer">How far the house answers that for whoever comes.</param>
    /// <param name="stay">The house.</param>
    /// <param name="people">How many come; null where that is not known.</param>
    public static double Answer(string wished, double answer, Stay stay, int? people)
    {
        if (people is not > 2 || stay.Sleeps is not { } sleeps || stay.Per == PricePerNight.Bed)
        {
            return answer;
        }

        var holdsAll = people <= sleeps;
        return wished switch
        {
            FamilyRoom => holdsAll ? Math.Max(answer, Holds) : Math.Min(answer, StayThings.Part),
            "villa" or "whole-house" when stay.Per == PricePerNight.Unit && !holdsAll => Math.Min(answer, 0),
            _ => answer,
        };
    }
}
