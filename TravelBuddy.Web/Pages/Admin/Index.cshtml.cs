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
        var funnel = await MessageFunnel.OfAsync(session, time.GetUtcNow(), ct);
        Figures =
        [
            ("Packages", await session.Query<TourPackage>().CountAsync(ct), "/admin/packages"),
            ("Packages offered", await session.Query<TourPackage>().Where(package => package.Bookable).CountAsync(ct), "/admin/packages"),
            ("Providers", await session.Query<Provider>().CountAsync(ct), "/admin/imports"),
            ("Travellers", await session.Query<Traveller>().CountAsync(ct), null),
            ("Persons known", await session.Query<Person>().Where(person => person.MergedInto == null).CountAsync(ct), null),
            ("Lists recommended", await session.Query<RecommendationList>().CountAsync(ct), null),
            ("Lists of the last 7 days", await session.Query<RecommendationList>().Where(list => list.RecordedAt > weekAgo).CountAsync(ct), null),
            ("Lists liked", await session.Query<ListRating>().CountAsync(rating => rating.Good, ct), null),
            ("Lists not quite right", await session.Query<ListRating>().CountAsync(rating => !rating.Good, ct), null),
            ("Booking links followed", await session.Query<BookingClick>().CountAsync(ct), null),
            ("Booking links of the last 7 days", await session.Query<BookingClick>().Where(click => click.At > weekAgo).CountAsync(ct), null),
            ("Messages of 30 days waiting", funnel.Waiting, "/admin/messages?show=Waiting"),
            ("Messages of 30 days sent", funnel.Sent, "/admin/messages?show=Sent"),
            ("Of these delivered", funnel.Delivered, "/admin/messages?show=Delivered"),
            ("Of these read", funnel.Read, "/admin/messages?show=Read"),
            ("Messages of 30 days failed", funnel.Failed, "/admin/messages?show=Failed"),
        ];
    }
}
