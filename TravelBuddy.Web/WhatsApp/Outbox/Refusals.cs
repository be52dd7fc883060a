using Marten;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>
/// What follows a refusal: after how long the message is tried again (null: not at all), and what goes instead. <paramref name="IsStubborn"/>: it has been
/// refused for so long, and it alone, that it makes way for those behind it.
/// </summary>
public sealed record Refusal(TimeSpan? Again, IReadOnlyList<SendMessage> Instead, bool IsStubborn = false)
{
    public static readonly Refusal Final = new(null, []);
    public static readonly Refusal Stubborn = new(null, [], IsStubborn: true);
}

/// <summary>Meta refused one message again and again, for a reason that should have passed. An admin sees it among the dead letters, and can play it again.</summary>
public sealed class MetaRefusesException(int code) : Exception($"Meta refused the message again and again: error {code}.")
{
    public int Code { get; } = code;
}

/// <summary>
/// Does what an error of Meta's asks for, the same whether it answers a send or comes by webhook after the message was taken: the message waits,
/// goes without its picture or has failed; the number pauses; the person's opt-in is withdrawn; the admin is told. Safe to repeat.
/// </summary>
public sealed class Refusals(
    OutboxStore outbox, DeliveryNotices notices, TemplateStates templates, IAccounts accounts, KnownNumbers numbers, BusinessAccount account, IDocumentStore store, IOptions<WhatsAppOptions> options, TimeProvider time, ILogger<Refusals> logger)
{
    /// <summary>How long Meta may refuse an answer, and it alone: who wrote waits for what comes after it. An outage of Meta's does not count.</summary>
    public static readonly TimeSpan AnswerPatience = TimeSpan.FromMinutes(10);

    /// <summary>The longest that is waited because Meta asked for it: one wrong header must not silence the number for days.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <param name="message">The message as it is stored.</param>
    /// <param name="error">What Meta said.</param>
    /// <param name="retryAfter">When Meta wants to be asked again, if it said so.</param>
    /// <param name="failedIdHash">Keyed hash of Meta's id of the attempt that failed after it was taken; null for one that was never taken.</param>
    /// <param name="at">When Meta said it.</param>
    /// <param name="ct">Cancels the wait for the database.</param>
    public async Task<Refusal> SettleAsync(OutboundMessage message, GraphError error, TimeSpan? retryAfter, string? failedIdHash, DateTimeOffset at, CancellationToken ct)
    {
        if (failedIdHash is not null && message.IsReplaced(failedIdHash))
        {
            // Handled before, up to a crash: what waits is sent.
            return message.State == DeliveryState.Pending ? new Refusal(TimeSpan.Zero, []) : Refusal.Final;
        }

        if (message.State == DeliveryState.Failed || failedIdHash is not null && message.IsSuperseded(failedIdHash))
        {
            return Refusal.Final;
        }

        var (now, code) = (time.GetUtcNow(), error.Code);
        retryAfter = retryAfter is { } asked ? Shorter(asked, LongestAsked) : null;
        switch (error.Remedy)
        {
            case Remedy.Retry when failedIdHash is null && message.Content.IsAnswer && !error.IsOutage:
                var since = message.RefusedSince ?? now;
                var left = since + AnswerPatience - now;
                return left > TimeSpan.Zero ? await AgainAsync(Shorter(retryAfter ?? BackOff.After(message.Attempts), left), since: since)
                    : await outbox.IsNothingTakenAsync(message, since, ct) ? await AgainAsync(retryAfter ?? BackOff.After(message.Attempts), since: now)
                    : Refusal.Stubborn;
            case Remedy.Retry:
                return await AgainAsync(retryAfter ?? BackOff.After(message.Attempts));
            case Remedy.PausePerson:
                return await AgainAsync(retryAfter ?? BackOff.OfPair(message.Attempts));
            case Remedy.PauseNumber:
                var pause = retryAfter ?? BackOff.After(message.Attempts);
                await ChangeNumberAsync(state => state.Pause(now + pause));
                return await AgainAsync(pause);
            case Remedy.Alarm:
                logger.LogCritical("WhatsApp takes no messages: error {Code}, HTTP {Status}. Nothing is lost; sending resumes by itself once it is mended (see /admin/messages).", code, error.HttpStatus);
                await ChangeNumberAsync(state => state.Alarm(code, now, afterTaking: failedIdHash is not null, error.Detail));
                return await AgainAsync(NumberState.FirstAlarmPause, counts: false, besides: m => m with { Attempts = 0, FirstAttemptAt = null });
            case Remedy.Hold:
                logger.LogCritical("Meta restricts the account: error {Code}. Messages wait until an admin lets them go on (see /admin/messages).", code);
                await ChangeNumberAsync(state => state.Hold(code, now, error.Detail));
                return await AgainAsync(SendMessageHandler.HoldLook, counts: false, besides: m => m with { Attempts = 0, FirstAttemptAt = null });
            case Remedy.HoldMarketing:
                logger.LogCritical("Too many people blocked or reported the number: error {Code}. Offers and invitations stop until an admin lets them go on (see /admin/messages).", code);
                await ChangeNumberAsync(state => state.HoldMarketing(code, now, error.Detail));
                return message.Content.IsMarketing ? await FailAsync(FailureReason.Held) : await AgainAsync(SendMessageHandler.HoldLook);
            case Remedy.DropPicture when !message.WithoutPicture:
                return await AgainAsync(TimeSpan.Zero, m => m.IsWaiting ? m with { WithoutPicture = true } : m);
            case Remedy.GiveUpAndTell when error.IsAboutTheRequest && message is { WithoutPicture: false, Content.Kind: MessageKind.Tour or MessageKind.TourPicture }:
                // A picture that Meta forgot before its time is refused as a wrong parameter.
                return await AgainAsync(TimeSpan.Zero, m => m.IsWaiting ? m with { WithoutPicture = true } : m);
            case Remedy.GiveUpAndTell when message is { WithoutPicture: false, Content.Kind: MessageKind.RecommendationsTemplate } && options.Value.Templates is { RecommendationsPicture: { } pictured } names
                && TemplateOf(message) == TemplateState.IdOf(names, pictured, message.Content.Language):
                // The template without a picture is another one, and may be in order.
                await TellAsync();
                return await AgainAsync(TimeSpan.Zero, m => m.IsWaiting ? m with { WithoutPicture = true } : m);
            case Remedy.OptedOut:
                await numbers.StopOffersAsync(message.PersonId, ct);
                return await FailAsync(FailureReason.Refused);
            case Remedy.CloseWindow:
                var instead = await ClosedWindow.SettleAsync(store, accounts, message, now, ct);
                await FailAsync(FailureReason.WindowClosed);
                return new Refusal(null, instead);
            case Remedy.GiveUp:
                if (code == GraphError.Undeliverable)
                {
                    await notices.NoteAsync(code, null, at, ct, error.Detail);
                }

                return await FailAsync(FailureReason.Refused);
            default:
                logger.LogError("WhatsApp refused message {MessageId} for good: error {Code}, HTTP {Status}.", message.Id, code, error.HttpStatus);
                await TellAsync();
                return await FailAsync(FailureReason.Refused);
        }

        async Task TellAsync()
        {
            var template = TemplateOf(message);
            await notices.NoteAsync(code, template, at, ct, error.Detail);
            if (template is not null)
            {
                await templates.RefuseAsync(template, code, at, ct);
            }
        }

        async Task<Refusal> AgainAsync(TimeSpan delay, Func<OutboundMessage, OutboundMessage>? besides = null, DateTimeOffset? since = null, bool counts = true)
        {
            var until = now + delay;
            if (message.FirstAttemptAt is { } first && now - first > SendMessageHandler.Patience)
            {
                return await FailAsync(FailureReason.TooManyAttempts);
            }

            var waits = await outbox.ChangeAsync(message.Id, m =>
            {
                var changed = failedIdHash is null ? m.Postpone(until, code, since) : m.Return(failedIdHash, code, until, counts);
                return ReferenceEquals(changed, m) ? m : besides?.Invoke(changed) ?? changed;
            }, ct);
            return waits is { State: DeliveryState.Pending } ? new Refusal(delay, []) : Refusal.Final;
        }

        async Task<Refusal> FailAsync(FailureReason reason)
        {
            await outbox.ChangeAsync(message.Id, m => failedIdHash is null ? m.Fail(reason, code, at)
                : m.IsReplaced(failedIdHash) || m.IsSuperseded(failedIdHash) ? m
                : (m with { MessageIdHash = m.MessageIdHash ?? failedIdHash, AcceptedAt = m.AcceptedAt ?? at }).Fail(reason, code, at), ct);
            return Refusal.Final;
        }

        async Task ChangeNumberAsync(Func<NumberState, NumberState> change) => await outbox.ChangeNumberAsync((await account.GetAsync(ct)).PhoneNumberId, change, ct);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>Name and language of the template a message is; null for any other.</summary>
    private string? TemplateOf(OutboundMessage message)
    {
        if (message.Template is { } sent)
        {
            return sent;
        }

        var names = options.Value.Templates;
        var name = message.Content.Kind switch
        {
            MessageKind.RecommendationsTemplate when !message.WithoutPicture && names.RecommendationsPicture is { } pictured => pictured,
            MessageKind.RecommendationsTemplate => names.Recommendations,
            MessageKind.InvitationTemplate => names.Invitation,
            MessageKind.OneTimeCodeTemplate => names.OneTimeCode,
            _ => null,
        };
        return name is null ? null : TemplateState.IdOf(names, name, message.Content.Language);
    }
}
