namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>
/// Which of many are more alike to something than chance makes some. Encoders differ in what they call alike, so nothing but the others of the same comparison says what is much: the median, and the median
/// distance from it (Hampel, "The influence curve and its role in robust estimation", 1974).
/// </summary>
public static class Outliers
{
    /// <summary>Standard deviations above the median up to which nothing is said, and from which all is.</summary>
    private const double Least = 3;

    private const double Full = 5;

    /// <summary>Of a normal distribution, in median distances.</summary>
    private const double Deviation = 1.4826;

    /// <summary>Among fewer nothing tells what is usual.</summary>
    private const int Fewest = 8;

    /// <summary>How far each stands out, 0 to 1.</summary>
    public static IReadOnlyList<double> Among(IReadOnlyList<float> likeness)
    {
        if (likeness.Count < Fewest)
        {
            return new double[likeness.Count];
        }

        var usual = Median(likeness);
        var spread = Deviation * Median([.. likeness.Select(each => Math.Abs(each - usual))]);
        return [.. likeness.Select(each => spread > 0 ? Math.Clamp(((each - usual) / spread - Least) / (Full - Least), 0, 1) : 0)];
    }

    private static float Median(IReadOnlyList<float> values) => values.Order().ElementAt(values.Count / 2);
}
