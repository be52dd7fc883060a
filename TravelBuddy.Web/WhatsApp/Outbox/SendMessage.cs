using JasperFx;
using Marten;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Templates;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.ErrorHandling;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Send one message of the outbox. <paramref name="Waited"/>: it had to wait, and so had those behind it, which it brings along.</summary>
public sealed record SendMessage(Guid PersonId, Guid MessageId, bool Waited = false) : IByPerson;

/// <summary>
/// Sends one message: never before an earlier one of the same person, never while the number is paused, never free-form outside the window. Each
/// attempt is committed before its request leaves; one without an answer (the process died, the connection broke) waits a while for a status that
/// carries the message's id before it is repeated.
/// </summary>
public sealed class SendMessageHandler(
    OutboxStore outbox, GraphClient graph, BusinessAccount account, KeyedHash hash, IAccounts accounts, KnownNumbers numbers, ChatStates chats, MessageComposer composer, StayMessages stays, Refusals refusals,
    TemplateStates templates, DeliveryNotices notices,
    Allowances allowances, IOptions<WhatsAppOptions> options, WhatsAppMetrics metrics, IDocumentStore store, TimeProvider time)
{
    /// <summary>How long a status is waited for after the first attempt without an answer; doubled by each that follows, to ten minutes.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>How long a message is tried while Meta does not take it. Answers end sooner, with the customer service window.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>How often a message that an admin has to let go is looked at.</summary>
    public static readonly TimeSpan HoldLook = TimeSpan.FromMinutes(5);

    /// <summary>How long a picture is waited for, so that what speaks of it does not arrive before it.</summary>
    public static readonly TimeSpan PictureGrace = TimeSpan.FromSeconds(5);

    /// <summary>How often tours look whether what their person wrote since is read.</summary>
    private static readonly TimeSpan HearingLook = TimeSpan.FromSeconds(.2);

    /// <summary>How often a message waits for places to stay that are still coming in.</summary>
    private static readonly TimeSpan StaysLook = TimeSpan.FromSeconds(.5);

    /// <summary>How long a message waits, once, for Meta to take its picture.</summary>
    public static readonly TimeSpan UploadPause = TimeSpan.FromSeconds(10);

    /// <summary>A request is answered, or given up, within this time.</summary>
    private static readonly TimeSpan RequestTime = TimeSpan.FromSeconds(16);

    private static readonly TimeSpan LongestGrace = TimeSpan.FromMinutes(10);

    /// <summary>What an admin is told where a message needs a template that Meta has stopped, in the place of a webhook's field.</summary>
    public const string StoppedTemplate = "stopped_template";

    private const string Failing = "fails the message, and sends the next of the person";

    public static void Configure(HandlerChain chain)
    {
        chain.OnException<MetaRefusesException>().DeadLetterAfter<SendMessage>(FailAsync, Failing);
        chain.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)).Then.DeadLetterAfter<SendMessage>(FailAsync, Failing);
    }

    /// <summary>A message that cannot be sent by any number of tries must not hold back those behind it; an admin sees it and can send it again.</summary>
    private static async Task FailAsync(SendMessage command, Exception error, IServiceProvider services, IDocumentSession session, IMartenOutbox outbox)
    {
        // The command comes back with the database, and finds its message waiting.
        if (StrandedMessages.IsOfLostDatabase(error) || await session.LoadAsync<OutboundMessage>(command.MessageId) is not { } message)
        {
            return;
        }

        if (message.IsWaiting)
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var failed = error is MetaRefusesException { Code: var code } ? message.Fail(FailureReason.Refused, code, now) : message.Break(now);
            await OutboxStore.UpdateAsync(session, [failed], CancellationToken.None);
            services.GetRequiredService<WhatsAppMetrics>().Failed(message.Content.Kind, failed.Reason, failed.ErrorCode);
        }

        if (await OutboxStore.NextAsync(session, message.PersonId, message.Sequence, CancellationToken.None) is { } next)
        {
            await outbox.PublishAsync(new SendMessage(next.PersonId, next.Id, Waited: true));
        }

        await session.SaveChangesAsync();
    }

    [Transactional]
    public async Task<OutgoingMessages> HandleAsync(SendMessage command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var found = await outbox.FindAsync(command.MessageId, ct);
        if (found is not { IsWaiting: true } message)
        {
            return found is { State: DeliveryState.Superseded } ? await SupersededAsync(command, found, ct) : [];
        }

        var number = await account.GetAsync(ct);
        var state = await outbox.NumberAsync(number.PhoneNumberId, ct);
        if (await WaitAsync(message, state, now, ct) is { } wait)
        {
            var later = Later(command, wait.For);
            if (wait.Behind is { } earlier && IsLeftBehind(earlier, now))
            {
                later.Add(new SendMessage(earlier.PersonId, earlier.Id, Waited: true));
            }

            return later;
        }

        (FailureReason, WhatsAppIdentity?, ChatMessage?) prepared;
        try
        {
            prepared = await PrepareAsync(message, state, now, ct);
        }
        catch (UploadFailedException)
        {
            await outbox.ChangeAsync(message.Id, m => m.IsWaiting ? m with { PictureAwaited = true, NotBefore = now + UploadPause } : m, ct);
            return Later(command, UploadPause);
        }

        var (failure, to, chatMessage) = prepared;
        if (failure != FailureReason.None)
        {
            var instead = failure == FailureReason.WindowClosed ? await ClosedWindow.SettleAsync(store, accounts, message, now, ct) : [];
            if (await outbox.ChangeAsync(message.Id, m => m.IsWaiting ? m.Fail(failure, null, now) : m, ct) is { State: DeliveryState.Superseded })
            {
                metrics.Superseded(message.Content.Kind);
            }
            else
            {
                metrics.Failed(message.Content.Kind, failure, null);
            }

            return await WithNextAsync(command, [.. instead], ct);
        }

        var allowance = NumberPace.Of(options.Value.MessagesPerSecond);
        if (!await allowances.TakeAsync(allowance, number.PhoneNumberId, ct))
        {
            return Later(command, allowance.Window);
        }

        // An attempt that another node recorded meanwhile is that node's, as is what comes of it.
        var isOurs = false;
        var (country, proves) = (to!.Country, state is { AlarmCode: not null, AlarmAfterTaking: true });
        var attempted = await outbox.ChangeAsync(message.Id, m => (isOurs = m.IsWaiting && m.Attempts == message.Attempts && m.Sequence == message.Sequence) ? m.Attempt(now) with { Country = country, ProvesMended = proves, Template = TemplateOf(chatMessage!) } : m, ct);
        if (attempted is null || !isOurs)
        {
            return attempted switch
            {
                { State: DeliveryState.Superseded } => await SupersededAsync(command, attempted, ct),
                // Moved behind newer tours since it was read, it waits for those.
                { IsWaiting: true } when attempted.Sequence != message.Sequence => Later(command, TimeSpan.Zero),
                _ => [],
            };
        }

        var result = await metrics.TimedAsync(() => graph.SendAsync(to, chatMessage!, message.Id.ToString("N"), ct));
        return await SettleAsync(command, attempted, result, number, state, ct);
    }

    /// <summary>How long this message has to wait before an attempt; null: not at all.</summary>
    private async Task<(TimeSpan For, OutboundMessage? Behind)?> WaitAsync(OutboundMessage message, NumberState? number, DateTimeOffset now, CancellationToken ct)
    {
        if (message.NotBefore is { } due && due > now)
        {
            return (due - now, null);
        }

        if (message.State == DeliveryState.Attempted && message.AttemptedAt is { } tried && tried + GraceOf(message) > now)
        {
            return (tried + GraceOf(message) - now, null);
        }

        if (number is { HoldCode: not null })
        {
            return (BackOff.Past(HoldLook), null);
        }

        if (number is { PausedUntil: { } until } && until > now)
        {
            return (BackOff.Past(until - now), null);
        }

        if (await outbox.EarlierAsync(message, now - PictureGrace, ct) is { } earlier)
        {
            return (WaitFor(earlier, now - message.CreatedAt, now), earlier);
        }

        if (Superseding.IsOfWishes(message.Content) && message.CreatedAt + Superseding.Hearing > now && await outbox.IsUnreadAsync(message.PersonId, now, ct))
        {
            return (HearingLook, null);
        }

        if (message.Content is { Kind: MessageKind.Stays, StaySearchId: { } search } && await stays.IsComingAsync(search, message.CreatedAt, ct))
        {
            return (StaysLook, null);
        }

        var pace = PairPace.Wait(await outbox.AttemptsSinceAsync(message.PersonId, now - PairPace.Memory, ct), now);
        return pace > TimeSpan.Zero ? (pace, null) : null;
    }

    /// <summary>Whether a message has been due for so long that the command to send it may have died with a process; one more does no harm.</summary>
    private static bool IsLeftBehind(OutboundMessage message, DateTimeOffset now) =>
        message.State == DeliveryState.Pending && (message.NotBefore ?? message.CreatedAt) + Grace < now;

    /// <summary>How long after an earlier message of the person this one is looked at again, should nothing bring it along before.</summary>
    private static TimeSpan WaitFor(OutboundMessage earlier, TimeSpan age, DateTimeOffset now) => earlier switch
    {
        { State: DeliveryState.Attempted, AttemptedAt: { } tried } when now - tried < RequestTime => TimeSpan.FromSeconds(1),
        { State: DeliveryState.Attempted, AttemptedAt: { } tried } => Positive(tried + GraceOf(earlier) - now) + TimeSpan.FromSeconds(1),
        { State: DeliveryState.Pending, NotBefore: { } later } when later > now => later - now + TimeSpan.FromSeconds(1),
        // The longer, the longer it has waited: it is brought along, and a thousand that look every second hold up what they wait for.
        { State: DeliveryState.Pending } => TimeSpan.FromSeconds(Math.Clamp(age.TotalSeconds, 1, 30)),
        { AcceptedAt: { } accepted } => Positive(accepted + PictureGrace - now),
        _ => TimeSpan.FromSeconds(1),
    };

    private static TimeSpan Positive(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    private static TimeSpan GraceOf(OutboundMessage message) => Grace * Math.Pow(2, Math.Min(message.Repeats, 10)) is var grace && grace < LongestGrace ? grace : LongestGrace;

    private async Task<(FailureReason Failure, WhatsAppIdentity? To, ChatMessage? Message)> PrepareAsync(OutboundMessage message, NumberState? number, DateTimeOffset now, CancellationToken ct)
    {
        var person = await accounts.FindPersonAsync(message.PersonId, ct);
        if (person is { Stopped: true } && !message.Content.IsAskedFor)
        {
            return (FailureReason.Stopped, null, null);
        }

        if (await accounts.AddressAsync(message.PersonId, ct) is not { } to)
        {
            return (person is null ? FailureReason.Gone : FailureReason.NoAddress, null, null);
        }

        if (message.Content.IsMarketing && await MarketingFailureAsync(message, person, to, number, now, ct) is var reason && reason != FailureReason.None)
        {
            return (reason, null, null);
        }

        if (message.Content.Kind == MessageKind.OneTimeCodeTemplate && to.WaId is null)
        {
            return (FailureReason.NoAddress, null, null); // Meta gives codes to numbers only (131062).
        }

        if (await ComposeAsync(message, ct) is not { } chatMessage)
        {
            return (FailureReason.Gone, null, null);
        }

        if (TemplateOf(chatMessage) is { } template && await templates.IsStoppedAsync(template, ct))
        {
            await notices.NoteAsync(StoppedTemplate, "not_sent", template, now, ct);
            return (FailureReason.TemplateStopped, null, null);
        }

        return chatMessage.IsTemplate || await chats.IsWindowOpenAsync(message.PersonId, ct)
            ? (FailureReason.None, to, chatMessage)
            : (FailureReason.WindowClosed, null, null);
    }

    /// <summary>The message as it can go: where Meta has stopped the template with a picture, the one without.</summary>
    private async Task<ChatMessage?> ComposeAsync(OutboundMessage message, CancellationToken ct)
    {
        var names = options.Value.Templates;
        if (message is { WithoutPicture: false, Content.Kind: MessageKind.RecommendationsTemplate } && names.RecommendationsPicture is { } pictured
            && await templates.IsStoppedAsync(TemplateState.IdOf(names, pictured, message.Content.Language), ct))
        {
            message = await outbox.ChangeAsync(message.Id, m => m.IsWaiting ? m with { WithoutPicture = true } : m, ct) ?? message;
        }

        return await composer.ComposeAsync(message, ct);
    }

    private static string? TemplateOf(ChatMessage message) => message is TemplateMessage template ? TemplateState.IdOf(template.Name, template.Language) : null;

    /// <summary>Why no marketing template may go to somebody now, whatever they had agreed to when it was queued.</summary>
    private async Task<FailureReason> MarketingFailureAsync(OutboundMessage message, Person? person, WhatsAppIdentity to, NumberState? number, DateTimeOffset now, CancellationToken ct) =>
        message.Content.Kind == MessageKind.RecommendationsTemplate && person is not { WhatsAppOptIn: not null } ? FailureReason.NotAgreed
        : await numbers.RefusesOffersAsync(message.PersonId, ct) ? FailureReason.Stopped
        : number is { MarketingHoldCode: not null } ? FailureReason.Held
        : to.Country == WhatsAppService.NoOffersTo ? FailureReason.NoMarketingThere
        : await outbox.IsUnreachableAsync(message.PersonId, ct) ? FailureReason.Unreachable
        : await outbox.IsMarketingCappedAsync(message.PersonId, now.AddDays(-1), ct) ? FailureReason.MarketingCapped
        : FailureReason.None;

    private async Task<OutgoingMessages> SettleAsync(SendMessage command, OutboundMessage message, SendResult result, BusinessNumber number, NumberState? state, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        switch (result)
        {
            case SendResult.Accepted accepted:
                var messageHash = await hash.OfAsync("message", accepted.MessageId, ct);
                await outbox.ChangeAsync(message.Id, m => m.Accept(messageHash, now), ct);
                metrics.Accepted(message.Content.Kind);
                if (message.Content.Kind == MessageKind.InvitationTemplate && accepted.WaId is { } waId)
                {
                    await numbers.IdentifyAsync(message.PersonId, waId, ct);
                }

                if (state is { AlarmCode: not null })
                {
                    await outbox.ChangeNumberAsync(number.PhoneNumberId, known => known.Took(message.AttemptedAt), ct);
                }

                return await WithNextAsync(command, [], ct);
            case SendResult.Unanswered unanswered:
                metrics.Unanswered();
                if (message.FirstAttemptAt + Patience < now)
                {
                    return await GiveUpAsync(command, message, ct);
                }

                if (unanswered.RetryAfter is { } asked && asked > GraceOf(message))
                {
                    var wait = asked < BackOff.Longest ? asked : BackOff.Longest;
                    await outbox.ChangeAsync(message.Id, m => m.IsWaiting ? m with { NotBefore = now + wait } : m, ct);
                    return Later(command, wait);
                }

                return Later(command, GraceOf(message));
            case SendResult.NotSent:
                if (message.FirstAttemptAt + Patience < now)
                {
                    return await GiveUpAsync(command, message, ct);
                }

                var delay = BackOff.After(message.Attempts);
                await outbox.ChangeAsync(message.Id, m => m.Postpone(now + delay, null), ct);
                return Later(command, delay);
            case SendResult.Refused refused:
                metrics.Refused(refused.Error.Code);
                var refusal = await refusals.SettleAsync(message, refused.Error, refused.RetryAfter, null, now, ct);
                if (refusal.IsStubborn)
                {
                    throw new MetaRefusesException(refused.Error.Code);
                }

                return refusal.Again is { } again ? Later(command, again) : await WithNextAsync(command, [.. refusal.Instead], ct);
            default:
                throw new InvalidOperationException("A send has four outcomes.");
        }
    }

    private async Task<OutgoingMessages> GiveUpAsync(SendMessage command, OutboundMessage message, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await outbox.ChangeAsync(message.Id, m => m.IsWaiting ? m.Fail(FailureReason.TooManyAttempts, null, now) : m, ct);
        metrics.Failed(message.Content.Kind, FailureReason.TooManyAttempts, null);
        return await WithNextAsync(command, [], ct);
    }

    /// <summary>Goes on behind a message that is no longer wanted.</summary>
    private async Task<OutgoingMessages> SupersededAsync(SendMessage command, OutboundMessage message, CancellationToken ct)
    {
        metrics.Superseded(message.Content.Kind);
        return await WithNextAsync(command, [], ct);
    }

    /// <summary>Adds the next message of the person where this one waited: those behind it waited with it.</summary>
    private async Task<OutgoingMessages> WithNextAsync(SendMessage command, OutgoingMessages messages, CancellationToken ct)
    {
        if (command.Waited && await outbox.NextAsync(command.PersonId, ct) is { } next)
        {
            messages.Add(new SendMessage(next.PersonId, next.Id, Waited: true));
        }

        return messages;
    }

    private static OutgoingMessages Later(SendMessage command, TimeSpan delay)
    {
        var later = new OutgoingMessages();
        later.Delay(command with { Waited = true }, delay < TimeSpan.FromMilliseconds(100) ? TimeSpan.FromMilliseconds(100) : delay);
        return later;
    }
}
