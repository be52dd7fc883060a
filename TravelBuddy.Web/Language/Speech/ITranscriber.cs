namespace TravelBuddy.Web.Language.Speech;

/// <summary>Writes down what was spoken.</summary>
public interface ITranscriber
{
    /// <summary>Without a server nothing is written down.</summary>
    bool IsConfigured { get; }

    /// <summary>The words of a recording, in whatever language they were spoken; null where there are none, or no usable answer comes in time.</summary>
    /// <param name="recording">The file.</param>
    /// <param name="mimeType">What it is: "audio/ogg; codecs=opus".</param>
    /// <param name="ct">Ends the wait.</param>
    Task<string?> WriteDownAsync(byte[] recording, string mimeType, CancellationToken ct);
}

/// <summary>Where no server is configured.</summary>
public sealed class NoTranscriber : ITranscriber
{
    public bool IsConfigured => false;

    public Task<string?> WriteDownAsync(byte[] recording, string mimeType, CancellationToken ct) => Task.FromResult<string?>(null);
}
