using Marten;
using Marten.Patching;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Whoever changes their mind is not sent first what they no longer look for.</summary>
public static class Superseding
{
    /// <summary>How long tours wait for what their person wrote since to be read: it may ask for others, or answer what they would ask.</summary>
    public static readonly TimeSpan Hearing = TimeSpan.FromSeconds(5);

    /// <summary>Whether a message may turn out to be about wishes that changed meanwhile.</summary>
    public static bool IsOfWishes(OutboundContent content) => content.Kind is MessageKind.Wishes or MessageKind.NothingFound or MessageKind.Tour or MessageKind.TourList;

    /// <summary>Whether something that a person wrote lately waits to be read.</summary>
    public static async Task<bool> IsUnreadAsync(IQuerySession session, Guid personId, DateTimeOffset now, CancellationToken ct)
    {
        var identifiers = (await session.Query<PersonIdentifier>().Where(identifier => identifier.PersonId == personId).Select(identifier => identifier.Id).ToListAsync(ct)).ToArray();
        var since = now - Hearing;
        return await session.Query<WebhookUpdate>().AnyAsync(update => update.Sender!.IsOneOf(identifiers) && update.ReceivedAt > since, ct);
    }

    /// <summary>Whether the same tour left as a card of other wishes after this card was decided on, too late for that to know.</summary>
    public static Task<bool> IsCrossedAsync(IQuerySession session, OutboundMessage card, CancellationToken ct) => session.Query<OutboundMessage>().AnyAsync(other => other.PersonId == card.PersonId && other.PackageId == card.PackageId
        && other.ListId != card.ListId && other.Content.Kind == MessageKind.Tour && other.Sequence < card.Sequence && other.AttemptedAt > card.CreatedAt && other.State != DeliveryState.Failed, ct);

    /// <summary>Whether the question whether we may write later waits still, so that it comes behind the newer tours.</summary>
    public static Task<bool> AsksConsentAsync(IQuerySession session, Guid personId, CancellationToken ct) =>
        session.Query<OutboundMessage>().AnyAsync(message => message.PersonId == personId && message.State == DeliveryState.Pending && message.Attempts == 0 && message.Content.Phrase == nameof(Phrases.AskConsent), ct);

    /// <summary>
    /// Takes what waits of tours of other lists out of the outbox, with the session's transaction, and lets the question whether we may write later wait for
    /// <paramref name="behind"/>, the end of the newer tours. What was tried already goes its way; so does what a trip's first tours were looked for by, which may say who writes.
    /// </summary>
    public static void DropOthers(IDocumentSession session, Guid personId, Guid listId, long behind)
    {
        session.Patch<OutboundMessage>(message => message.PersonId == personId && message.State == DeliveryState.Pending && message.Attempts == 0 && message.ListId != listId
                && (message.Content.Kind == MessageKind.Wishes && message.Content.Rank > 1 || message.Content.Kind == MessageKind.NothingFound || message.Content.Kind == MessageKind.Tour || message.Content.Kind == MessageKind.TourList))
            .Set(message => message.State, DeliveryState.Superseded);
        session.Patch<OutboundMessage>(message => message.PersonId == personId && message.State == DeliveryState.Pending && message.Attempts == 0 && message.Content.Phrase == nameof(Phrases.AskConsent))
            .Set(message => message.Sequence, behind);
    }
}
