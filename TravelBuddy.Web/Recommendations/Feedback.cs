using Marten;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Recommendations;

/// <summary>A thumb on a tour of a recorded list: up, or down.</summary>
public sealed record GiveFeedback(Guid ListId, Guid TripId, string PackageId, bool Likes);

/// <summary>Writes thumbs into the trip's stream, where later rankings and the measure of quality find them. The same thumb twice is one event.</summary>
public static class GiveFeedbackHandler
{
    public static async Task Handle(GiveFeedback thumb, IDocumentSession session, CancellationToken ct)
    {
        var stream = await session.Events.FetchForWriting<Trip>(thumb.TripId, ct);
        if (stream.Aggregate is not { } trip || (thumb.Likes ? trip.Liked : trip.Disliked).Contains(thumb.PackageId))
        {
            return;
        }

        stream.AppendOne(thumb.Likes ? new PackageLiked(thumb.ListId, thumb.PackageId) : new PackageDisliked(thumb.ListId, thumb.PackageId));
        await session.SaveChangesAsync(ct);
    }
}
