using System.ClientModel;
using OpenAI.Audio;

namespace TravelBuddy.Web.Language.Speech;

/// <summary>Asks an OpenAI-compatible <c>audio/transcriptions</c>. Time limit and circuit breaker live in the HTTP client (<see cref="TranscriptionRegistration"/>).</summary>
public sealed partial class Transcriber(AudioClient client, ILogger<Transcriber> log) : ITranscriber
{
    /// <summary>What a message of WhatsApp may have.</summary>
    private const int LongestText = 4096;

    public bool IsConfigured => true;

    public async Task<string?> WriteDownAsync(byte[] recording, string mimeType, CancellationToken ct)
    {
        try
        {
            using var stream = new MemoryStream(recording);
            var written = await client.TranscribeAudioAsync(stream, $"voice.{Extension(mimeType)}", new AudioTranscriptionOptions(), ct);
            var words = string.Concat((written.Value.Text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
            return words.Length is > 0 and <= LongestText ? words : null;
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            // Connections, broken bodies, open circuits: the library has as many exceptions for them as there are ways to fail.
            // The kind alone: what a server answers may hold what was spoken.
            NotWritten(error.GetType().Name, (error as ClientResultException)?.Status);
            return null;
        }
    }

    /// <summary>Servers tell by it what they are given.</summary>
    private static string Extension(string mimeType) => mimeType.Split(';')[0].Trim() switch
    {
        "audio/mpeg" => "mp3",
        "audio/mp4" => "m4a",
        "audio/aac" => "aac",
        "audio/amr" => "amr",
        _ => "ogg",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A voice message could not be written down: {Kind} {Status}.")]
    private partial void NotWritten(string kind, int? status);
}
