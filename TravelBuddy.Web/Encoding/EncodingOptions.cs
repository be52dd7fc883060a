namespace TravelBuddy.Web.Encoding;

/// <summary>Settings <c>Encoding__…</c>.</summary>
public sealed class EncodingOptions
{
    private const double UsualUnknown = .3;

    /// <summary>For each criterion in order, the similarity a package gets that does not say (0 to 1); empty for the usual.</summary>
    public double[] Unknown { get; init; } = [];

    /// <summary>Catalogues up to this size are searched exactly in the process; above it the nearest-neighbour index is built.</summary>
    public int ExactUpTo { get; init; } = 20_000;

    /// <summary>The similarity a package gets that does not say.</summary>
    public double UnknownOf(Criterion criterion) => Unknown.Length == 0 ? UsualUnknown : Unknown[(int)criterion];
}
