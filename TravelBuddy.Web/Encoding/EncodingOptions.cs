namespace TravelBuddy.Web.Encoding;

/// <summary>Settings <c>Encoding__…</c>.</summary>
public sealed class EncodingOptions
{
    private const double UsualUnknown = .3;

    /// <summary>For each criterion in order, the similarity a package gets that does not say (0 to 1); empty for the usual.</summary>
    public double[] Unknown { get; init; } = [];

    /// <summary>Catalogues up to this size are searched exactly in the process; above it the nearest-neighbour index is built.</summary>
    public int ExactUpTo { get; init; } = 20_000;

    /// <summary>Whether this process switches encoders in the background, as a server does; a command that ends does its work at once.</summary>
    public bool Background { get; init; } = true;

    /// <summary>Packages, of all over the catalogue, that an encoder with a model is calibrated on.</summary>
    public int CalibratedOver { get; init; } = 1_000;

    /// <summary>How often a server looks whether there is something to encode.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long vectors stay that were replaced, for searches that began before.</summary>
    public TimeSpan KeepReplaced { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The similarity a package gets that does not say.</summary>
    public double UnknownOf(Criterion criterion) => Unknown.Length == 0 ? UsualUnknown : Unknown[(int)criterion];
}
