namespace TravelBuddy.Web.Encoding;

/// <summary>Which encoder serves, which is to serve, and how far that one is.</summary>
/// <param name="Target">The encoder that this server is set to.</param>
/// <param name="IsChosen">No server that started later is set to another.</param>
/// <param name="Run">Of the target; null if it never ran.</param>
/// <param name="Texts">How many texts the target's model has embedded, while it gets ready for the packages; otherwise null.</param>
public sealed record EncodingStatus(ActiveEncoder? Active, string Target, bool IsChosen, EncoderRun? Run, long? Texts)
{
    public bool IsSwitching => Active?.Encoder != Target;

    /// <summary>Packages are being encoded, or will be without anybody's doing in a moment.</summary>
    public bool IsUnderWay => IsSwitching && IsChosen && Run is not { State: EncoderRunState.Failed };
}
