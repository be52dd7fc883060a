using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Pages.Bookings;

/// <summary>Stands in for the booking page of an agency of the sample catalogue, whose own address leads nowhere.</summary>
public sealed class SampleProviderModel(ICatalog catalog) : PageModel
{
    public TourPackage Package { get; private set; } = null!;

    public Provider? Provider { get; private set; }

    /// <summary>The list the traveller came from.</summary>
    public Guid? ListId { get; private set; }

    public string? Price => Package.Price is { } price ? TourFacts.Text(price, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) : null;

    public async Task<IActionResult> OnGetAsync(string packageId, Guid? list, CancellationToken ct)
    {
        var package = (await catalog.PackagesAsync([packageId], ct)).GetValueOrDefault(packageId);
        if (package is null || BookingLinks.WebAddressOf(package) is not { } address || !address.Host.EndsWith(".example", StringComparison.OrdinalIgnoreCase))
        {
            return NotFound();
        }

        (Package, ListId) = (package, list);
        Provider = await catalog.ProviderAsync(package.ProviderId, ct);
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return Page();
    }
}
