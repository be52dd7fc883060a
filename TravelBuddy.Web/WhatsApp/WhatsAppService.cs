using System.Globalization;
using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Templates;
using Wolverine;
using Wolverine.Marten;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>
/// Somebody asked for a typed number to be sent its one template. The number is kept as a keyed hash; the id of one that is sent allows one a number and day,
/// whoever asks. One that is not sent (the number said STOP, or others asked before) counts for who asked, and is not told apart.
/// </summary>
public sealed record Invitation
{
    public required string Id { get; init; }
    public required string NumberHash { get; init; }
    public required Guid TravellerId { get; init; }
    public required Guid ListId { get; init; }
    public required bool Sent { get; init; }

    /// <summary>The <see cref="TypedNumber"/> it is sent to; null where its holder is known otherwise, or it is not sent.</summary>
    public Guid? TypedId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What its sender agreed to, in the words that they were shown, and where; null for those of before this was asked.</summary>
    public OptIn? Agreed { get; init; }
}

/// <summary>What pages ask of WhatsApp.</summary>
public sealed class WhatsAppService(
    IDocumentSession session, IMartenOutbox outbox, KnownNumbers known, TypedNumbers numbers, JoinCodes codes, KeyedHash keyedHash, Allowances allowances, BusinessAccount account, OwnAddress own,
    TemplateStates templates, OutboxStore messages,
    Microsoft.Extensions.Options.IOptions<WhatsAppOptions> options, TimeProvider time) : IWhatsApp
{
    /// <summary>Invitations a traveller may ask for in 24 hours.</summary>
    public const int PerTraveller = 3;

    /// <summary>Invitations a number may get in 30 days without an answer.</summary>
    public const int PerNumber = 3;

    /// <summary>Where Meta delivers no marketing, which an invitation is: since April 2025 to nobody in the United States.</summary>
    public const string NoOffersTo = "US";

    /// <summary>Invitations that may be asked for from an address, whoever asks: a new browser is a new traveller.</summary>
    public static readonly Allowance PerAddress = new("invitation-address", 10, TimeSpan.FromHours(1));

    public bool IsSimulated => !options.Value.IsCloud;

    public async Task<ChatLink> LinkAsync(Guid travellerId, Guid listId, CancellationToken ct, int first = 1)
    {
        var language = Language();
        var (code, stored) = await codes.MakeAsync(travellerId, listId, first, language, isInvitation: false, ct);
        var text = JoinCodes.TextWith(code, language);
        var number = await account.GetAsync(ct);
        var url = IsSimulated ? $"{own.Public}/simulator?code={code}" : $"https://wa.me/{number.Digits}?text={Uri.EscapeDataString(text)}";
        return new ChatLink(url, code, stored.ExpiresAt);
    }

    public async Task<InvitationOutcome> InviteAsync(Guid travellerId, Guid listId, string typedNumber, string regionHint, string agreement, CancellationToken ct, int first = 1, string? address = null)
    {
        if (PhoneNumberReader.ToE164(typedNumber, regionHint) is not { } e164)
        {
            return InvitationOutcome.InvalidNumber;
        }

        if (new WhatsAppIdentity(e164, null).Country == NoOffersTo)
        {
            return InvitationOutcome.NotThere;
        }

        // One that fails at once would count against the number and who asks.
        if (await IsHeldBackAsync(ct))
        {
            return InvitationOutcome.NotNow;
        }

        if (address is not null && !await allowances.TakeAsync(PerAddress, await keyedHash.OfAsync("address", address, ct), ct))
        {
            return InvitationOutcome.TooMany;
        }

        var hash = await keyedHash.OfAsync(HashKinds.Phone, e164.TrimStart('+'), ct);
        var now = time.GetUtcNow();
        var (yesterday, lastMonth) = (now.AddDays(-1), now.AddDays(-30));
        await session.BeginTransactionAsync(ct);
        await OneByOneAsync(travellerId.ToString("N"), ct);
        await OneByOneAsync(hash, ct);
        var own = await session.Query<Invitation>().Where(i => i.TravellerId == travellerId && i.At > yesterday).ToListAsync(ct);
        if (own.Any(i => i.NumberHash == hash))
        {
            return InvitationOutcome.AlreadyInvited;
        }

        if (own.Count >= PerTraveller)
        {
            return InvitationOutcome.TooMany;
        }

        var person = await known.HolderAsync(hash, ct);
        var sent = await session.Query<Invitation>().Where(i => i.NumberHash == hash && i.Sent && i.At > lastMonth).ToListAsync(ct);
        var sends = !await known.RefusesOffersAsync(hash, ct) && sent.Count < PerNumber && !sent.Any(i => i.At > yesterday);
        var day = now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var typedId = sends && person is null ? await KeepAsync(e164, now, ct) : (Guid?)null;
        session.DeleteWhere<Invitation>(old => old.At < lastMonth);
        session.Insert(new Invitation
        {
            Id = sends ? $"{hash}:{day}" : $"{hash}:{day}:{travellerId:N}",
            NumberHash = hash,
            TravellerId = travellerId,
            ListId = listId,
            Sent = sends,
            TypedId = typedId,
            At = now,
            Agreed = new OptIn(now, "send page", agreement),
        });
        if (sends)
        {
            await QueueAsync(typedId ?? person!.Id, travellerId, listId, first, now, ct);
        }

        await session.SaveChangesAsync(ct);
        return InvitationOutcome.Queued;
    }

    /// <summary>Whether no invitation in the language of the page leaves now: Meta has stopped its template, or offers are held.</summary>
    private async Task<bool> IsHeldBackAsync(CancellationToken ct)
    {
        var names = options.Value.Templates;
        return await templates.IsStoppedAsync(TemplateState.IdOf(names, names.Invitation, Language()), ct)
            || await messages.NumberAsync((await account.GetAsync(ct)).PhoneNumberId, ct) is { MarketingHoldCode: not null };
    }

    /// <summary>Waits, on whatever node, for requests of the same traveller or number to be counted; holds back others until this one is.</summary>
    private Task OneByOneAsync(string what, CancellationToken ct) =>
        session.QueryAsync<bool>("select pg_advisory_xact_lock(hashtextextended(?, 0)) is not null", ct, $"invitation:{what}");

    /// <summary>Keeps the number for as long as the message to it is tried; it is forgotten before once the message arrived or failed for good.</summary>
    private async Task<Guid> KeepAsync(string e164, DateTimeOffset now, CancellationToken ct)
    {
        var (kept, forget) = await numbers.KeepAsync(session, e164, now + SendMessageHandler.Patience, ct);
        await outbox.ScheduleAsync(forget, kept.ExpiresAt);
        return kept.Id;
    }

    private async Task QueueAsync(Guid recipientId, Guid travellerId, Guid listId, int first, DateTimeOffset now, CancellationToken ct)
    {
        var language = Language();
        var (_, stored) = await codes.MakeAsync(travellerId, listId, first, language, isInvitation: true, ct);
        foreach (var command in await session.QueueAsync(recipientId, stored.Reference, [new OutboundContent(MessageKind.InvitationTemplate, language) { ListId = listId, CodeId = stored.Reference }], now, ct))
        {
            await outbox.PublishAsync(command);
        }
    }

    private static string Language() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? "vi" : "en";
}
