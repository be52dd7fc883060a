using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Pages.Bookings;

/// <summary>Follows a booking link: counts it and leads to the provider's page, or says why there is none.</summary>
public sealed class GoModel(BookingLinks links, BookingClicks clicks, ICatalog catalog) : PageModel
{
    /// <summary>Whether the link is one of ours.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>The list to go back to, if the link is of one.</summary>
    public Guid? ListId { get; private set; }

    /// <summary>The package, if it is still known.</summary>
    public TourPackage? Package { get; private set; }

    public Task<IActionResult> OnGetAsync(string token, CancellationToken ct) => FollowAsync(token, ct);

    public Task<IActionResult> OnHeadAsync(string token, CancellationToken ct) => FollowAsync(token, ct);

    private async Task<IActionResult> FollowAsync(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "strict-origin";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (links.Read(token) is not { } link)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        (IsOurs, ListId) = (true, link.ListId);
        Package = (await catalog.PackagesAsync([link.PackageId], ct)).GetValueOrDefault(link.PackageId);
        if (Package is not { Bookable: true } || BookingLinks.WebAddressOf(Package) is not { } address)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        if (Visitors.IsPerson(Request))
        {
            await clicks.TakeAsync(link);
        }

        // Addresses below .example are reserved and lead nowhere (RFC 2606): the sample agencies' page is one of ours.
        return Redirect(address.Host.EndsWith(".example", StringComparison.OrdinalIgnoreCase)
            ? $"/sample-provider/{Uri.EscapeDataString(Package.Id)}{(link.ListId is { } list ? $"?list={list}" : "")}"
            : address.AbsoluteUri);
    }
}
