using Marten;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Bookings;

/// <summary>Someone followed a booking link.</summary>
public sealed record BookingClick
{
    public required Guid Id { get; init; }

    /// <summary>The list it was followed from; null if the tour was shown without one.</summary>
    public Guid? ListId { get; init; }

    public required string PackageId { get; init; }

    /// <summary>"web" or "whatsapp".</summary>
    public required string Channel { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The trip the list was made for, while the list is known.</summary>
    public Guid? TripId { get; init; }
}

/// <summary>Record that a booking link was followed.</summary>
public sealed record RecordBookingClick(Guid ClickId, Guid? ListId, string PackageId, string Channel, DateTimeOffset At);

/// <summary>Keeps the click and adds it to the stream of the list's trip, if it was followed from a list; a message that comes twice is one click.</summary>
public static class RecordBookingClickHandler
{
    public static void Configure(HandlerChain chain) => chain.RetryLostRaces();

    public static async Task Handle(RecordBookingClick command, IDocumentSession session, CancellationToken ct)
    {
        if (await session.LoadAsync<BookingClick>(command.ClickId, ct) is not null)
        {
            return;
        }

        var list = command.ListId is { } listId ? await session.LoadAsync<RecommendationList>(listId, ct) : null;
        session.Insert(new BookingClick
        {
            Id = command.ClickId,
            ListId = command.ListId,
            PackageId = command.PackageId,
            Channel = command.Channel,
            At = command.At,
            TripId = list?.TripId,
        });
        if (list is not null && await session.Events.FetchForExclusiveWriting<Trip>(list.TripId, ct) is { Aggregate: not null } stream)
        {
            stream.AppendOne(new BookingLinkFollowed(list.Id, command.PackageId));
        }
    }
}
