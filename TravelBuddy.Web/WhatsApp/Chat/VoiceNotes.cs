using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Language.Speech;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Voice messages as words, where a server that writes them down is configured. The recording is kept nowhere.</summary>
public sealed class VoiceNotes(ITranscriber transcriber, GraphMedia graph, Allowances allowances)
{
    /// <summary>Some minutes of speech as phones record it.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <summary>Whatever the sender writes next is answered behind it.</summary>
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(12);

    private static readonly Allowance PerPerson = new("voice", 30, TimeSpan.FromHours(1));
    private static readonly Allowance ForAll = new("voice-all", 3000, TimeSpan.FromDays(1));

    /// <summary>Whether a message is spoken, and its words are not known yet.</summary>
    public bool CanHear(InboundMessage message) => transcriber.IsConfigured && message is { Type: "audio", IsVoice: true, MediaId: not null, Text: null };

    /// <summary>The message with what was spoken as its text; as it was where it cannot be written down, in time or at all.</summary>
    /// <param name="message">One that <see cref="CanHear"/> says yes to.</param>
    /// <param name="whoHash">Keyed hash of the sender.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<InboundMessage> HearAsync(InboundMessage message, string whoHash, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Whole);
        try
        {
            return await allowances.TakeAsync(PerPerson, whoHash, limit.Token) && await allowances.TakeAsync(ForAll, "all", limit.Token)
                && await graph.DownloadAsync(message.MediaId!, MostBytes, limit.Token) is { } recording
                && await transcriber.WriteDownAsync(recording.Bytes, recording.MimeType, limit.Token) is { } words
                    ? message with { Text = words }
                    : message;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return message;
        }
    }
}
