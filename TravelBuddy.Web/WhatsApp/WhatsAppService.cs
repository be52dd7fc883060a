using System.Globalization;
using JasperFx;
using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine.Marten;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>A typed number was sent its one template. The number is kept as a keyed hash; the id allows one invitation per number and day.</summary>
public sealed record Invitation
{
    public required string Id { get; init; }
    public required string NumberHash { get; init; }
    public required Guid TravellerId { get; init; }
    public required Guid ListId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>What pages ask of WhatsApp.</summary>
public sealed class WhatsAppService(
    IDocumentSession session, IMartenOutbox outbox, IAccounts accounts, JoinCodes codes, KeyedHash keyedHash, BusinessAccount account, OwnAddress own,
    Microsoft.Extensions.Options.IOptions<WhatsAppOptions> options, TimeProvider time) : IWhatsApp
{
    /// <summary>Invitations a traveller may ask for in 24 hours.</summary>
    public const int PerTraveller = 3;

    /// <summary>Invitations a number may get in 30 days without an answer.</summary>
    public const int PerNumber = 3;

    public bool IsSimulated => !options.Value.IsCloud;

    public async Task<ChatLink> LinkAsync(Guid travellerId, Guid listId, CancellationToken ct)
    {
        var language = Language();
        var (code, stored) = await codes.MakeAsync(travellerId, listId, language, ct);
        var text = language == "vi" ? $"Gửi cho tôi các tour của tôi. Mã: {code}" : $"Please send me my tours. Code: {code}";
        var number = await account.GetAsync(ct);
        var url = IsSimulated ? $"{own.Public}/simulator?text={Uri.EscapeDataString(text)}" : $"https://wa.me/{number.Digits}?text={Uri.EscapeDataString(text)}";
        return new ChatLink(url, code, stored.ExpiresAt);
    }

    public async Task<InvitationOutcome> InviteAsync(Guid travellerId, Guid listId, string typedNumber, string regionHint, CancellationToken ct)
    {
        if (PhoneNumberReader.ToE164(typedNumber, regionHint) is not { } e164)
        {
            return InvitationOutcome.InvalidNumber;
        }

        var hash = await keyedHash.OfAsync("invited", e164, ct);
        var now = time.GetUtcNow();
        var (yesterday, lastMonth) = (now.AddDays(-1), now.AddDays(-30));
        if (await session.Query<Invitation>().CountAsync(i => i.NumberHash == hash && i.At > yesterday, ct) > 0)
        {
            return InvitationOutcome.AlreadyInvited;
        }

        if (await session.Query<Invitation>().CountAsync(i => i.TravellerId == travellerId && i.At > yesterday, ct) >= PerTraveller
            || await session.Query<Invitation>().CountAsync(i => i.NumberHash == hash && i.At > lastMonth, ct) >= PerNumber)
        {
            return InvitationOutcome.TooMany;
        }

        var language = Language();
        var (person, _) = await accounts.MeetAsync(new WhatsAppIdentity(e164.TrimStart('+'), null), language, ct);
        if (person.Stopped)
        {
            return InvitationOutcome.Stopped;
        }

        var (_, stored) = await codes.MakeAsync(travellerId, listId, language, ct);
        session.Insert(new Invitation
        {
            Id = $"{hash}:{now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}",
            NumberHash = hash,
            TravellerId = travellerId,
            ListId = listId,
            PersonId = person.Id,
            At = now,
        });
        foreach (var command in await session.QueueAsync(person.Id, stored.Reference, [new OutboundContent(MessageKind.InvitationTemplate, language) { ListId = listId, CodeId = stored.Reference }], now, ct))
        {
            await outbox.PublishAsync(command);
        }

        try
        {
            await session.SaveChangesAsync(ct);
        }
        catch (DocumentAlreadyExistsException)
        {
            return InvitationOutcome.AlreadyInvited;
        }

        return InvitationOutcome.Queued;
    }

    private static string Language() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? "vi" : "en";
}
