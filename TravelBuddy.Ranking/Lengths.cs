namespace TravelBuddy.Ranking;

/// <summary>Euclidean lengths, in double: no float32 vector is too long for one.</summary>
internal static class Lengths
{
    public static double Of(ReadOnlySpan<float> vector)
    {
        var sum = 0.0;
        foreach (var value in vector)
        {
            sum += (double)value * value;
        }

        return Math.Sqrt(sum);
    }
}
