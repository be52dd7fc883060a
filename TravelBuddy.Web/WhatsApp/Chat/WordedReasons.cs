using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Has a model say why a tour fits before its details are told, once for a list and within the patience of the chat. What it says is kept, and the message finds it there whenever it is sent.</summary>
public sealed class WordedReasons(TourReasons reasons, ShownTours shown, ITrips trips, WishSummary summary, ICatalog catalog, ChatPatience patience)
{
    private static readonly TimeSpan ForReasons = TimeSpan.FromSeconds(3);

    /// <summary>Asks about the tour whose details an answer tells; nothing for any other answer.</summary>
    public async Task AskAsync(Answer answer, CancellationToken ct)
    {
        var (state, told) = (answer.State, answer.Replies.FirstOrDefault(reply => reply.Kind == MessageKind.TourDetails));
        if (!reasons.IsConfigured || told is null || await shown.OwnListAsync(state, told.ListId, ct) is not { WithoutWishes: false } list || list.Packages.ElementAtOrDefault(told.Rank - 1) is not { PackageId: var id }
            || !(await catalog.PackagesAsync([id], ct)).TryGetValue(id, out var package) || await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct) is not { } trip)
        {
            return;
        }

        var wishes = summary.ThingsOf(await trips.WishesAsync(trip, ct), told.Language);
        await reasons.WhyAsync(list.Id, package, wishes, told.Language, state.Id, patience.AtMost(ForReasons), ct);
    }
}
