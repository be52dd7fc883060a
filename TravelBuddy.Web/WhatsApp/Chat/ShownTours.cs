using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Answers about tours that were shown: one of them, more of them, two side by side, where one sleeps, who to talk to.</summary>
public sealed class ShownTours(IDocumentStore store, ITrips trips, ICatalog catalog)
{
    /// <summary>A list of a traveller of this person; null for anybody else's.</summary>
    public async Task<RecommendationList?> OwnListAsync(ChatState state, Guid? listId, CancellationToken ct)
    {
        if (listId is null)
        {
            return null;
        }

        await using var session = store.QuerySession();
        if (await session.LoadAsync<RecommendationList>(listId.Value, ct) is not { } list)
        {
            return null;
        }

        return await IsOwnAsync(state, list.TravellerId, ct) ? list : null;
    }

    /// <summary>Whether a traveller is the one the chat continues, or another of the same person.</summary>
    public async Task<bool> IsOwnAsync(ChatState state, Guid travellerId, CancellationToken ct)
    {
        if (travellerId == state.TravellerId)
        {
            return true;
        }

        await using var session = store.QuerySession();
        return (await session.LoadAsync<Traveller>(travellerId, ct))?.PersonId == state.Id;
    }

    /// <summary>A tour of the list shown last, known to be in it.</summary>
    public static Answer About(ChatState state, MessageKind kind, int rank) =>
        new(kind is MessageKind.BookingLink or MessageKind.AgencyContact ? state with { FoundIn = state.ListId } : state) { Replies = [new OutboundContent(kind, state.Language) { ListId = state.ListId, Rank = rank }], AskedAgain = new AskedAgain(kind) };

    /// <summary>The tour of a rank, or the one spoken of last; asks which where neither is known.</summary>
    public async Task<Answer> AboutAsync(ChatState state, MessageKind kind, int? ordinal, CancellationToken ct)
    {
        if (await OwnListAsync(state, state.ListId, ct) is not { Packages.Count: > 0 } list)
        {
            return Answer.Saying(state, nameof(Phrases.NoListYet));
        }

        var rank = ordinal ?? state.FocusRank ?? (list.Packages.Count == 1 ? 1 : null);
        if (rank is null)
        {
            return Answer.Saying(state, nameof(Phrases.WhichTour));
        }

        rank = Resolved(rank.Value, state, list);
        return rank < 1 || rank > list.Packages.Count
            ? Answer.Saying(state, nameof(Phrases.NoSuchTour), list.Packages.Count)
            : About(state with { FocusRank = rank }, kind, rank.Value);
    }

    /// <summary>The agency of a tour; before any was shown, that there is no person behind this chat but behind every tour.</summary>
    public async Task<Answer> HumanAsync(ChatState state, int? ordinal, CancellationToken ct) =>
        await OwnListAsync(state, state.ListId, ct) is { Packages.Count: > 0 }
            ? await AboutAsync(state, MessageKind.AgencyContact, ordinal ?? state.FocusRank ?? 1, ct)
            : Answer.Saying(state, nameof(Phrases.HumanLater));

    /// <summary>The same to somebody who asks for a person, or for a call, which a program cannot make.</summary>
    public async Task<Answer> PersonAsync(ChatState state, int? ordinal, CancellationToken ct) =>
        await HumanAsync(state, ordinal, ct) is var answer && answer.Replies is [{ Kind: MessageKind.AgencyContact } contact] ? answer with { Replies = [contact with { Phrase = nameof(Phrases.PeopleThere) }] } : answer;

    /// <summary>What the cheapest costs of what was shown and fits, and which of the others shown costs less; of all that was shown where nothing fits.</summary>
    public async Task<Answer> CheapestAsync(ChatState state, CancellationToken ct)
    {
        if (await OwnListAsync(state, state.ListId, ct) is not { Packages.Count: > 0 } list)
        {
            return Answer.Saying(state, nameof(Phrases.NoListYet));
        }

        var seen = ListedTours.Before(list, state.Shown, await DislikedAsync(list, ct)).Select(rank => list.Packages[rank - 1]).ToList();
        var fitting = seen.Intersect(list.FittingInTime).ToList();
        seen = fitting.Count == 0 ? seen : [.. seen.Where(ranked => !ranked.Reasons.Any(Shortfalls.IsFarShorter))];
        var packages = await catalog.PackagesAsync([.. seen.Select(ranked => ranked.PackageId)], ct);
        var party = (await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct))?.Party;
        if (CheapestOf(seen) is not { } ofAll)
        {
            return Answer.Saying(state, nameof(Phrases.NoPriceToCompare));
        }

        var told = CheapestOf(fitting) ?? ofAll;
        var answer = await PriceAsync(state, told, null, ct);
        return told == ofAll ? answer : answer with { Replies = [.. answer.Replies.Select(reply => reply with { With = ofAll })] };

        int? CheapestOf(IEnumerable<RankedPackage> some) =>
            WishChanges.Cheapest(party, some.Select(ranked => packages.GetValueOrDefault(ranked.PackageId)).OfType<TourPackage>(), catalog.Rates) is { } cheapest ? list.RankOf(cheapest.Id) : null;
    }

    private async Task<IReadOnlyCollection<string>> DislikedAsync(RecommendationList list, CancellationToken ct) => (await trips.FindAsync(list.TripId, list.TravellerId, ct))?.Disliked ?? [];

    /// <summary>What a tour costs, each and for all who travel; of the cards where no tour is spoken of.</summary>
    /// <param name="state">The conversation.</param>
    /// <param name="ordinal">The tour that the words name.</param>
    /// <param name="people">For how many, where the words say so; else for the trip's party.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <param name="children">How many of those are children.</param>
    public async Task<Answer> PriceAsync(ChatState state, int? ordinal, int? people, CancellationToken ct, int children = 0)
    {
        if (await OwnListAsync(state, state.ListId, ct) is not { Packages.Count: > 0 } list)
        {
            return Answer.Saying(state, nameof(Phrases.NoListYet));
        }

        var party = people is null ? (await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct))?.Party : null;
        var answer = ordinal is null && state.FocusRank is null && list.Packages.Count > 1
            ? new Answer(state) { Replies = [new OutboundContent(MessageKind.TourPrice, state.Language) { ListId = list.Id }] }
            : await AboutAsync(state, MessageKind.TourPrice, ordinal, ct);
        return answer with
        {
            AskedAgain = answer.AskedAgain is { } asked ? asked with { People = people, Children = children } : new AskedAgain(MessageKind.TourPrice) { People = people, Children = children },
            Replies = [.. answer.Replies.Select(reply => reply.Kind != MessageKind.TourPrice ? reply : reply with { People = people ?? party?.Adults + party?.Children ?? 0, Children = people is null ? party?.Children ?? 0 : children })],
        };
    }

    public async Task<Answer> MoreAsync(ChatState state, CancellationToken ct)
    {
        if (await OwnListAsync(state, state.ListId, ct) is not { } list)
        {
            return Answer.Saying(state, nameof(Phrases.NoListYet));
        }

        if (ListedTours.Left(list, state.Shown, await DislikedAsync(list, ct)).Count == 0)
        {
            return Answer.Saying(state, nameof(Phrases.NoMore));
        }

        return new Answer(state with { Shown = state.Shown + SendRecommendationsHandler.Rows })
        {
            Replies = [new OutboundContent(MessageKind.TourList, state.Language) { ListId = list.Id, Rank = state.Shown + 1 }],
        };
    }

    /// <summary>Two tours side by side; the one spoken of last, or the best two, where the words name fewer.</summary>
    public async Task<Answer> CompareAsync(ChatState state, IReadOnlyList<int> named, CancellationToken ct)
    {
        if (await OwnListAsync(state, state.ListId, ct) is not { Packages.Count: > 0 } list)
        {
            return Answer.Saying(state, nameof(Phrases.NoListYet));
        }

        var ranks = named.Select(rank => Resolved(rank, state, list)).Concat(named.Count == 1 && state.FocusRank is { } focus ? [focus] : []).Concat([1, 2]).Distinct().Take(2).ToList();
        if (ranks.Any(rank => rank < 1 || rank > list.Packages.Count))
        {
            return Answer.Saying(state, nameof(Phrases.NoSuchTour), list.Packages.Count);
        }

        return new Answer(state with { FocusRank = null }) { Replies = [new OutboundContent(MessageKind.TourComparison, state.Language) { ListId = list.Id, Rank = ranks.Min(), With = ranks.Max() }] };
    }

    /// <summary>The best tour of a list at one place beside the best at another, among those that are shown or among all that may be; null where either place has none of its own there.</summary>
    public async Task<OutboundContent?> CompareAtAsync(ChatState state, string one, string other, bool amongShown, CancellationToken ct)
    {
        if (await OwnListAsync(state, state.ListId, ct) is not { } list)
        {
            return null;
        }

        var disliked = await DislikedAsync(list, ct);
        var ranks = amongShown ? ListedTours.Before(list, state.Shown, disliked) : [.. Enumerable.Range(1, list.Packages.Count).Where(rank => list.Packages[rank - 1] is { Standing: not Standing.Unwanted } ranked && !disliked.Contains(ranked.PackageId))];
        var packages = await catalog.PackagesAsync([.. ranks.Select(rank => list.Packages[rank - 1].PackageId)], ct);
        return (RankAt(one, other), RankAt(other, one)) is ( > 0 and var first, > 0 and var second)
            ? new OutboundContent(MessageKind.TourComparison, state.Language) { ListId = list.Id, Rank = Math.Min(first, second), With = Math.Max(first, second) }
            : null;

        int RankAt(string place, string not) => ranks.FirstOrDefault(rank => packages.GetValueOrDefault(list.Packages[rank - 1].PackageId) is { } package && GoesTo(package, place) && !GoesTo(package, not));

        bool GoesTo(TourPackage package, string place) => package.Locations.Any(location => location.PlaceId is { } id && catalog.Gazetteer.Contains(place, id));
    }

    /// <summary>The tour that a message of ours showed, by the keyed hash of Meta's id: list and rank become what is spoken of. The state as it was where it showed none.</summary>
    public async Task<ChatState> FocusOnAsync(ChatState state, string messageIdHash, CancellationToken ct) =>
        await ShownByAsync(state.Id, messageIdHash, ct) is { ListId: { } listId, Content.Rank: > 0 and var rank } && await OwnListAsync(state, listId, ct) is { } list
            ? state.Showing(list) with { FocusRank = rank }
            : state;

    /// <summary>Our message to a person by the keyed hash of Meta's id, if it was about one tour.</summary>
    public async Task<OutboundMessage?> ShownByAsync(Guid personId, string messageIdHash, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<OutboundMessage>().Where(m => m.MessageIdHash == messageIdHash && m.PersonId == personId).FirstOrDefaultAsync(ct) is { PackageId: not null } shown ? shown : null;
    }

    /// <summary>A rank counted from 1; from the end of what was shown where it is negative, <see cref="WishReading.LastOfList"/> being the last.</summary>
    public static int Resolved(int rank, ChatState state, RecommendationList list) =>
        rank < 0 && ListedTours.Before(list, state.Shown, []) is var shown ? shown.ElementAtOrDefault(shown.Count + rank) : rank;
}
