namespace TravelBuddy.Web.Encoding;

/// <summary>Settings <c>Encoding__…</c>.</summary>
public sealed class EncodingOptions
{
    /// <summary>For each criterion in order, the similarity a package gets that does not say (0 to 1).</summary>
    public double[] Unknown { get; init; } = [.3, .3, .3, .3, .3, .3, .3];
}
