using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Language.Speech;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Voice messages as words, where a server that writes them down is configured. The recording and its words are kept nowhere.</summary>
public sealed class VoiceNotes(ITranscriber transcriber, GraphMedia graph, VisitorLimits limits)
{
    /// <summary>A voice message of a few minutes; Meta takes sounds of 16 MB.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    private static readonly VisitorLimit PerPerson = new("voice", 30, 30, TimeSpan.FromHours(1));

    /// <summary>The message with what was spoken as its text; as it was where it is no voice message, or cannot be written down.</summary>
    public async Task<InboundMessage> WithWordsAsync(InboundMessage message, Guid travellerId, CancellationToken ct) =>
        transcriber.IsConfigured && message is { Type: "audio", IsVoice: true, MediaId: { } mediaId }
        && await limits.TakeAsync(PerPerson, travellerId, null, ct)
        && await graph.DownloadAsync(mediaId, MostBytes, ct) is { } recording
        && await transcriber.WriteDownAsync(recording.Bytes, recording.MimeType, ct) is { } words
            ? message with { Text = words }
            : message;
}
