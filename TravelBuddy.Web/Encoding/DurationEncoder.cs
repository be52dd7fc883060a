using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// Lengths in days. Suitability falls with the distance to the nearest wished length as a Gaussian whose width grows with the wish (a day more matters
/// for two days, hardly for fourteen); several wished lengths keep their maximum, never a mean.
/// </summary>
public sealed class DurationEncoder(double unknown)
{
    private static readonly GridCode Grid = new(
        .25, .5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 25, 30, 45);

    public void Encode(double? days, Span<float> block) => Grid.Encode(days, block);

    /// <summary>One vector for all wished lengths; null if none was given.</summary>
    public float[]? Encode(IReadOnlyList<DurationWish> wishes, int dimensions) => wishes.Count == 0
        ? null
        : Grid.Wish(i => wishes.Max(wish => Suits(wish, Grid.Nodes[i])), unknown, dimensions);

    /// <summary>How well a length suits a wish: 1 within it, then falling, about .5 for four days where three were wished.</summary>
    public static double Suits(DurationWish wish, double days)
    {
        var off = Math.Max(0, Math.Max(wish.MinDays - days, days - wish.MaxDays));
        var width = Math.Max(.35, .3 * (days < wish.MinDays ? wish.MinDays : wish.MaxDays));
        return Math.Exp(-off * off / (2 * width * width));
    }
}
