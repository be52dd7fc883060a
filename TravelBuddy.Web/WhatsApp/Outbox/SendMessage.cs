using JasperFx;
using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Send one message of the outbox.</summary>
public sealed record SendMessage(Guid PersonId, Guid MessageId) : IByPerson;

/// <summary>
/// Sends one message: never before an earlier one of the same person, never while the number is paused, never free-form outside the window. Each
/// attempt is committed before its request leaves; one without an answer (the process died, the connection broke) waits a while for a status that
/// carries the message's id before it is repeated.
/// </summary>
public sealed class SendMessageHandler(
    OutboxStore outbox, GraphClient graph, BusinessAccount account, KeyedHash hash, IAccounts accounts, TypedNumbers numbers, ChatStates chats, MessageComposer composer, IDocumentStore store, TimeProvider time,
    ILogger<SendMessageHandler> logger)
{
    /// <summary>How long a status is waited for after an attempt without an answer.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan AlarmPause = TimeSpan.FromMinutes(2);
    private const int MaxAttempts = 40;

    public static void Configure(HandlerChain chain) =>
        chain.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)).Then
            .MoveToErrorQueue().And(FailAsync, "fails the message, so that later ones of the person go on");

    /// <summary>A message that cannot be sent by any number of tries must not hold back those behind it; an admin sees it and can send it again.</summary>
    private static async ValueTask FailAsync(IWolverineRuntime runtime, IEnvelopeLifecycle lifecycle, Exception error)
    {
        if (lifecycle.Envelope?.Message is SendMessage command)
        {
            var now = runtime.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            await runtime.Services.GetRequiredService<OutboxStore>().ChangeAsync(command.MessageId, m => m.Break(now), CancellationToken.None);
        }
    }

    public async Task<OutgoingMessages> HandleAsync(SendMessage command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await outbox.FindAsync(command.MessageId, ct) is not { IsWaiting: true } message)
        {
            return [];
        }

        var number = await account.GetAsync(ct);
        if (await WaitAsync(message, number, now, ct) is { } wait)
        {
            return Later(command, wait);
        }

        var (failure, to, chatMessage) = await PrepareAsync(message, ct);
        if (failure != FailureReason.None)
        {
            await outbox.ChangeAsync(message.Id, m => m.IsWaiting ? m.Fail(failure, null, now) : m, ct);
            return [];
        }

        // An attempt that another node recorded meanwhile is that node's, as is what comes of it.
        var isOurs = false;
        var attempted = await outbox.ChangeAsync(message.Id, m => (isOurs = m.IsWaiting && m.Attempts == message.Attempts) ? m.Attempt(now) : m, ct);
        if (attempted is null || !isOurs)
        {
            return [];
        }

        var result = await graph.SendAsync(to!, chatMessage!, message.Id.ToString("N"), ct);
        return await SettleAsync(command, attempted, result, number, ct);
    }

    /// <summary>How long this message has to wait before an attempt; null: not at all.</summary>
    private async Task<TimeSpan?> WaitAsync(OutboundMessage message, BusinessNumber number, DateTimeOffset now, CancellationToken ct)
    {
        if (message.NotBefore > now)
        {
            return message.NotBefore - now;
        }

        if (message.State == DeliveryState.Attempted && message.AttemptedAt + Grace > now)
        {
            return message.AttemptedAt + Grace - now;
        }

        if (await outbox.NumberAsync(number.PhoneNumberId, ct) is { PausedUntil: { } until } && until > now)
        {
            return until - now;
        }

        if (await outbox.EarlierAsync(message, ct) is { } earlier)
        {
            // An unanswered attempt may be settled by a status at any moment, so it is looked at again soon; a postponed one is waited for.
            var due = earlier.State == DeliveryState.Pending && earlier.NotBefore is { } later && later > now ? later - now : TimeSpan.Zero;
            return due + TimeSpan.FromMilliseconds(500);
        }

        return null;
    }

    private async Task<(FailureReason Failure, WhatsAppIdentity? To, ChatMessage? Message)> PrepareAsync(OutboundMessage message, CancellationToken ct)
    {
        var person = await accounts.FindPersonAsync(message.PersonId, ct);
        if (person is { Stopped: true } && !IsAskedFor(message.Content))
        {
            return (FailureReason.Stopped, null, null);
        }

        if (await accounts.AddressAsync(message.PersonId, ct) is not { } to)
        {
            return (person is null ? FailureReason.Gone : FailureReason.NoAddress, null, null);
        }

        if (await composer.ComposeAsync(message, ct) is not { } chatMessage)
        {
            return (FailureReason.Gone, null, null);
        }

        return chatMessage.IsTemplate || await chats.IsWindowOpenAsync(message.PersonId, ct)
            ? (FailureReason.None, to, chatMessage)
            : (FailureReason.WindowClosed, null, null);
    }

    /// <summary>What a stopped person still gets: the confirmation of their own STOP, a code they asked for to sign in, and being asked and told when they want to be forgotten.</summary>
    private static bool IsAskedFor(OutboundContent content) =>
        content.Kind == MessageKind.OneTimeCodeTemplate || content.Phrase is nameof(Phrases.Stopped) or nameof(Phrases.DeleteData) or nameof(Phrases.NotDeletedYet) or nameof(Phrases.Erased);

    private async Task<OutgoingMessages> SettleAsync(SendMessage command, OutboundMessage message, SendResult result, BusinessNumber number, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        switch (result)
        {
            case SendResult.Accepted accepted:
                var messageHash = await hash.OfAsync("message", accepted.MessageId, ct);
                await outbox.ChangeAsync(message.Id, m => m.Accept(messageHash, now), ct);
                if (message.Content.Kind == MessageKind.InvitationTemplate)
                {
                    await numbers.ForgetAsync(message.PersonId, ct);
                }

                if (await outbox.NumberAsync(number.PhoneNumberId, ct) is { AlarmCode: not null })
                {
                    await outbox.ChangeNumberAsync(number.PhoneNumberId, state => state with { AlarmCode = null, AlarmSince = null, PausedUntil = null }, ct);
                }

                return [];
            case SendResult.Unanswered when message.Attempts >= MaxAttempts:
                await outbox.ChangeAsync(message.Id, m => m.IsWaiting ? m.Fail(FailureReason.TooManyAttempts, null, now) : m, ct);
                return [];
            case SendResult.Unanswered:
                return Later(command, Grace);
            case SendResult.NotSent:
                return await PostponeAsync(command, message, BackOff(message.Attempts), null, ct);
            case SendResult.Refused refused:
                return await RefusedAsync(command, message, refused, number, ct);
            default:
                throw new InvalidOperationException("A send has four outcomes.");
        }
    }

    private async Task<OutgoingMessages> RefusedAsync(SendMessage command, OutboundMessage message, SendResult.Refused refused, BusinessNumber number, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var code = refused.Error.Code;
        switch (refused.Error.Remedy)
        {
            case Remedy.Retry:
                return await PostponeAsync(command, message, refused.RetryAfter ?? BackOff(message.Attempts), code, ct);
            case Remedy.PausePerson:
                return await PostponeAsync(command, message, refused.RetryAfter ?? TimeSpan.FromSeconds(Math.Pow(4, Math.Min(message.Attempts, 5))), code, ct);
            case Remedy.PauseNumber:
                var pause = refused.RetryAfter ?? BackOff(message.Attempts);
                await outbox.ChangeNumberAsync(number.PhoneNumberId, state => state.Pause(now + pause), ct);
                return await PostponeAsync(command, message, pause, code, ct);
            case Remedy.Alarm:
                logger.LogCritical("WhatsApp takes no messages: error {Code}. Nothing is lost; sending resumes by itself once it is mended (see /admin/messages).", code);
                await outbox.ChangeNumberAsync(number.PhoneNumberId, state => state.Alarm(code, now, AlarmPause), ct);
                await outbox.ChangeAsync(message.Id, m => m.Postpone(now + AlarmPause, code) with { Attempts = 0 }, ct);
                return Later(command, AlarmPause);
            case Remedy.DropPicture when !message.WithoutPicture:
                await outbox.ChangeAsync(message.Id, m => m.Postpone(now, code) with { WithoutPicture = true }, ct);
                return Later(command, TimeSpan.FromSeconds(1));
            case Remedy.OptedOut:
                await accounts.StopAsync(message.PersonId, true, ct);
                await outbox.ChangeAsync(message.Id, m => m.Fail(FailureReason.Stopped, code, now), ct);
                return [];
            case Remedy.CloseWindow:
                var instead = await ClosedWindow.SettleAsync(store, accounts, message, now, ct);
                await outbox.ChangeAsync(message.Id, m => m.Fail(FailureReason.WindowClosed, code, now), ct);
                return [.. instead];
            default:
                logger.LogWarning("WhatsApp refused message {MessageId} for good: error {Code}.", message.Id, code);
                await outbox.ChangeAsync(message.Id, m => m.Fail(FailureReason.Refused, code, now), ct);
                return [];
        }
    }

    private async Task<OutgoingMessages> PostponeAsync(SendMessage command, OutboundMessage message, TimeSpan delay, int? code, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (message.Attempts >= MaxAttempts)
        {
            await outbox.ChangeAsync(message.Id, m => m.Fail(FailureReason.TooManyAttempts, code, now), ct);
            return [];
        }

        await outbox.ChangeAsync(message.Id, m => m.Postpone(now + delay, code), ct);
        return Later(command, delay);
    }

    /// <summary>1, 2, 4 … seconds to at most 10 minutes, with jitter so that a crowd does not come back at once.</summary>
    private static TimeSpan BackOff(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(attempts, 10) - 1), 600) * (.75 + Random.Shared.NextDouble() / 2));

    private static OutgoingMessages Later(SendMessage command, TimeSpan delay)
    {
        var later = new OutgoingMessages();
        later.Delay(command, delay < TimeSpan.FromMilliseconds(100) ? TimeSpan.FromMilliseconds(100) : delay);
        return later;
    }
}
