namespace TravelBuddy.Web.Encoding;

/// <summary>What an encoder with a model learnt from the catalogue it was first run over. Its vectors mean nothing without it, so it is kept as long as they are.</summary>
public sealed record EncoderCalibration
{
    /// <summary>The encoder's id.</summary>
    public required string Id { get; init; }

    /// <summary>Length of the model's vectors.</summary>
    public required int Width { get; init; }

    /// <summary>One for each language criterion, in order.</summary>
    public required IReadOnlyList<CriterionCalibration> Criteria { get; init; }
}

/// <summary>
/// One criterion: the means of what is wished and of what is offered, which are taken away because all of a model's vectors lean the same way (Mu and
/// Viswanath, "All-but-the-top", ICLR 2018), and the similarities that non-matches and matches then have.
/// </summary>
/// <param name="Typical">For words, and for concepts too rare to be measured.</param>
/// <param name="Concepts">For concepts that enough packages state.</param>
public sealed record CriterionCalibration(Criterion Criterion, float[] QueryCentre, float[] PassageCentre, Spread Typical, IReadOnlyDictionary<string, Spread> Concepts);

/// <summary>The similarity of a typical non-match and of a typical match, before they are brought to 0 and 1.</summary>
public sealed record Spread(double NonMatch, double Match);
