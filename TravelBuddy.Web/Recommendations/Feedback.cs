using Marten;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Recommendations;

/// <summary>Thumbs up for a package of a recorded list.</summary>
public sealed record LikePackage(Guid TravellerId, Guid ListId, string PackageId);

/// <summary>Thumbs down for a package of a recorded list.</summary>
public sealed record DislikePackage(Guid TravellerId, Guid ListId, string PackageId);

/// <summary>The thumb for a package of a recorded list is taken back.</summary>
public sealed record TakeFeedbackBack(Guid TravellerId, Guid ListId, string PackageId);

/// <summary>What a traveller answered when asked whether a list held what they wanted.</summary>
public sealed record RateList(Guid TravellerId, Guid ListId, bool Good);

/// <summary>The answer, one for a list: a later one replaces it.</summary>
public sealed record ListRating
{
    /// <summary>The list's id.</summary>
    public required Guid Id { get; init; }

    public required Guid TravellerId { get; init; }
    public required bool Good { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a thumb came to.</summary>
public enum FeedbackOutcome
{
    /// <summary>Recorded on the trip.</summary>
    Recorded,

    /// <summary>It was already so.</summary>
    Unchanged,

    /// <summary>No such list of this traveller, or no such package in it.</summary>
    NotFound,
}

/// <summary>Records thumbs at once, for whoever goes on talking of the same trip: what was turned down must not come back with the next message.</summary>
public sealed class Thumbed(IDocumentStore store)
{
    public Task<FeedbackOutcome> RecordAsync(LikePackage command, CancellationToken ct) => AtOnceAsync((session, token) => FeedbackHandler.Handle(command, session, token), ct);

    public Task<FeedbackOutcome> RecordAsync(DislikePackage command, CancellationToken ct) => AtOnceAsync((session, token) => FeedbackHandler.Handle(command, session, token), ct);

    public Task<FeedbackOutcome> RecordAsync(TakeFeedbackBack command, CancellationToken ct) => AtOnceAsync((session, token) => FeedbackHandler.Handle(command, session, token), ct);

    private Task<FeedbackOutcome> AtOnceAsync(Func<IDocumentSession, CancellationToken, Task<FeedbackOutcome>> record, CancellationToken ct) => OptimisticConcurrency.RetriedAsync(
        async token =>
        {
            await using var session = store.LightweightSession();
            return await record(session, token);
        }, ct);
}

/// <summary>Records what travellers think of what they were shown.</summary>
public static class FeedbackHandler
{
    public static void Configure(HandlerChain chain) => chain.RetryLostRaces();

    public static Task<FeedbackOutcome> Handle(LikePackage command, IDocumentSession session, CancellationToken ct) =>
        RecordAsync(command.TravellerId, command.ListId, command.PackageId, trip => trip.Liked.Contains(command.PackageId), new PackageLiked(command.ListId, command.PackageId), session, ct);

    public static Task<FeedbackOutcome> Handle(DislikePackage command, IDocumentSession session, CancellationToken ct) =>
        RecordAsync(command.TravellerId, command.ListId, command.PackageId, trip => trip.Disliked.Contains(command.PackageId), new PackageDisliked(command.ListId, command.PackageId), session, ct);

    public static Task<FeedbackOutcome> Handle(TakeFeedbackBack command, IDocumentSession session, CancellationToken ct) =>
        RecordAsync(command.TravellerId, command.ListId, command.PackageId, trip => !trip.Liked.Contains(command.PackageId) && !trip.Disliked.Contains(command.PackageId), new FeedbackTakenBack(command.ListId, command.PackageId), session, ct);

    public static async Task Handle(RateList command, IDocumentSession session, TimeProvider time, CancellationToken ct)
    {
        if (await session.LoadAsync<RecommendationList>(command.ListId, ct) is { } list && list.TravellerId == command.TravellerId)
        {
            session.Store(new ListRating { Id = list.Id, TravellerId = list.TravellerId, Good = command.Good, At = time.GetUtcNow() });
        }
    }

    private static async Task<FeedbackOutcome> RecordAsync(
        Guid travellerId, Guid listId, string packageId, Func<Trip, bool> already, object happened, IDocumentSession session, CancellationToken ct)
    {
        var list = await session.LoadAsync<RecommendationList>(listId, ct);
        if (list is null || list.TravellerId != travellerId || list.Packages.All(package => package.PackageId != packageId))
        {
            return FeedbackOutcome.NotFound;
        }

        var stream = await session.Events.FetchForExclusiveWriting<Trip>(list.TripId, ct);
        if (stream.Aggregate is not { } trip)
        {
            return FeedbackOutcome.NotFound;
        }

        if (already(trip))
        {
            return FeedbackOutcome.Unchanged;
        }

        stream.AppendOne(happened);
        await session.SaveChangesAsync(ct);
        return FeedbackOutcome.Recorded;
    }
}
