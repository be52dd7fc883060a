namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>What limits ask of a row, in 16 bytes that lie one after the other for all rows: a search asks it of thousands. What is not said does not stand in the way.</summary>
public readonly struct RowLimits
{
    // Dong, to the 15 digits of a double: minus infinity where it is not said, and not a number, which no limit lets in, where the package cannot be booked.
    private readonly double _price;
    private readonly int _from;
    private readonly int _until;

    private RowLimits(double price, int from, int until) => (_price, _from, _until) = (price, from, until);

    /// <summary>Of what cannot be offered at all.</summary>
    public static readonly RowLimits None = new(double.NaN, int.MinValue, int.MaxValue);

    /// <summary>What a row says.</summary>
    public static RowLimits Of(RowFacts facts) => new(
        !facts.Bookable ? double.NaN : facts.PriceVnd is { } price ? (double)price : double.NegativeInfinity,
        facts.From?.DayNumber ?? int.MinValue,
        facts.Until?.DayNumber ?? int.MaxValue);

    /// <summary>What limits ask: the highest price, the last day on which it may begin, the first on which it may end.</summary>
    public static RowLimits Asked(HardLimits limits) => new(
        limits.MaxPriceVnd is { } most ? (double)most : double.PositiveInfinity,
        limits.Until?.DayNumber ?? int.MaxValue,
        limits.Earliest?.DayNumber ?? int.MinValue);

    /// <summary>Whether a row may be offered within what <see cref="Asked"/> gave.</summary>
    public bool IsWithin(in RowLimits asked) => _price <= asked._price && _from <= asked._from && _until >= asked._until;
}
