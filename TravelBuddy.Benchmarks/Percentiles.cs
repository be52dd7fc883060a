namespace TravelBuddy.Benchmarks;

/// <summary>Percentiles by nearest rank.</summary>
internal static class Percentiles
{
    /// <summary>The smallest value that at least this share of all values does not exceed; NaN if there are none.</summary>
    public static double Percentile(this double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
