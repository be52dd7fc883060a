using Marten;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.Pages.Admin;

/// <summary>What is in the installation, in numbers; nothing about any person.</summary>
public sealed class IndexModel(IQuerySession session, TimeProvider time) : PageModel
{
    public IReadOnlyList<(string Label, int Count, string? Path)> Figures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var weekAgo = time.GetUtcNow().AddDays(-7);
        Figures =
        [
            ("Packages", await session.Query<TourPackage>().CountAsync(ct), "/admin/packages"),
            ("Packages that can be booked", await session.Query<TourPackage>().Where(package => package.Bookable).CountAsync(ct), "/admin/packages"),
            ("Providers", await session.Query<Provider>().CountAsync(ct), "/admin/imports"),
            ("Travellers", await session.Query<Traveller>().CountAsync(ct), null),
            ("Persons known", await session.Query<Person>().Where(person => person.MergedInto == null).CountAsync(ct), null),
            ("Lists recommended", await session.Query<RecommendationList>().CountAsync(ct), null),
            ("Lists of the last 7 days", await session.Query<RecommendationList>().Where(list => list.RecordedAt > weekAgo).CountAsync(ct), null),
            ("Booking links followed", await session.Query<BookingClick>().CountAsync(ct), null),
            ("Booking links of the last 7 days", await session.Query<BookingClick>().Where(click => click.At > weekAgo).CountAsync(ct), null),
            ("Messages waiting", await CountAsync(DeliveryState.Pending, ct) + await CountAsync(DeliveryState.Attempted, ct), "/admin/messages"),
            ("Messages sent", await CountAsync(DeliveryState.Accepted, ct) + await CountAsync(DeliveryState.Sent, ct), "/admin/messages"),
            ("Messages delivered", await CountAsync(DeliveryState.Delivered, ct), "/admin/messages"),
            ("Messages read", await CountAsync(DeliveryState.Read, ct), "/admin/messages"),
            ("Messages failed", await CountAsync(DeliveryState.Failed, ct), "/admin/messages"),
        ];
    }

    private Task<int> CountAsync(DeliveryState state, CancellationToken ct) => session.Query<OutboundMessage>().Where(message => message.State == state).CountAsync(ct);
}
