using Marten;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Which tours reached a person, and as what.</summary>
public sealed class SentTours(IDocumentStore store, TimeProvider time)
{
    /// <summary>Ranks of those among the best of a list whose card or details came lately: the person still has them above.</summary>
    public async Task<IReadOnlyCollection<int>> SeenAsync(Guid personId, RecommendationList list, CancellationToken ct)
    {
        var best = list.Packages.Take(SendRecommendationsHandler.Cards).Select(ranked => ranked.PackageId).ToArray();
        var since = time.GetUtcNow() - ChatStates.Window;
        await using var session = store.QuerySession();
        var sent = await session.Query<OutboundMessage>()
            .Where(message => message.PersonId == personId && message.PackageId!.IsOneOf(best) && message.CreatedAt > since
                && (message.State != DeliveryState.Pending || message.Attempts > 0) && message.State != DeliveryState.Failed && message.State != DeliveryState.Superseded)
            .Select(message => message.PackageId!).ToListAsync(ct);
        return [.. sent.Distinct().Select(list.RankOf)];
    }

    /// <summary>What was asked of a trip, without a last question that was never sent: nobody could answer it.</summary>
    public async Task<IReadOnlyList<Missing>> AskedAsync(Guid personId, IReadOnlyList<Missing> asked, CancellationToken ct)
    {
        if (asked.Count == 0)
        {
            return asked;
        }

        var question = AskedBack.PhraseOf(asked[^1]);
        await using var session = store.QuerySession();
        var last = await session.Query<OutboundMessage>().Where(message => message.PersonId == personId && message.Content.Kind == MessageKind.Wishes && message.Content.Phrase == question)
            .OrderByDescending(message => message.Sequence).FirstOrDefaultAsync(ct);
        return last is { State: DeliveryState.Superseded } or { State: DeliveryState.Pending, Attempts: 0 } ? [.. asked.SkipLast(1)] : asked;
    }

    /// <summary>The tours of a list that were sent as cards; the best of it where none was.</summary>
    public async Task<IReadOnlyList<RankedPackage>> CardsAsync(Guid personId, RecommendationList list, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var sent = await session.Query<OutboundMessage>()
            .Where(message => message.PersonId == personId && message.ListId == list.Id && message.Content.Kind == MessageKind.Tour && message.State != DeliveryState.Superseded && message.State != DeliveryState.Failed)
            .Select(message => message.PackageId!).ToListAsync(ct);
        return list.Packages.Where(ranked => sent.Contains(ranked.PackageId)).ToList() is { Count: > 0 } cards ? cards : [.. list.Packages.Take(SendRecommendationsHandler.Cards)];
    }
}
