using Marten;
using Marten.Patching;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Whoever changes their mind is not sent first what they no longer look for.</summary>
public static class Superseding
{
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
