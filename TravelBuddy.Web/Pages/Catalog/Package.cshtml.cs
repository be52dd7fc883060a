using System.Globalization;
using System.Text.RegularExpressions;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Pictures;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Pages.Recommendations;

namespace TravelBuddy.Web.Pages.Catalog;

/// <summary>Everything of one tour, for everyone; the address that is shared.</summary>
public sealed partial class PackageModel(
    ICatalog catalog, IBookingLinks links, IQuerySession session, ICurrentTraveller current, ITrips trips, OwnAddress own, IStringLocalizer<PackageTexts> texts) : PageModel
{
    public TourCard? Tour { get; private set; }
    public string? ShareCardUrl { get; private set; }
    public string PageUrl { get; private set; } = "";
    public string Language { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The counted link to the agency's own page, if it has one and the tour can be booked.</summary>
    public string? BookingPath => Tour is { Package: { Bookable: true } package } ? links.PathFor(package, null, "web") : null;

    /// <summary>A line or two for those who see the link shared.</summary>
    public string Summary
    {
        get
        {
            var facts = string.Join(" · ", new[] { Tour?.Length, Tour?.OriginalPrice, Tour?.ProviderName }.OfType<string>());
            return Tour?.Package.Description is { } text ? $"{facts}. {(text.Length > 160 ? text[..Math.Max(80, text.LastIndexOf(' ', 160))] + " …" : text)}" : facts;
        }
    }

    /// <summary>When it runs, as far as the agency says; null if it says nothing.</summary>
    public string? Available => (Tour?.Package.AvailableFrom, Tour?.Package.AvailableUntil) switch
    {
        ({ } from, { } until) => $"{TourFacts.Text(from, Language)} – {TourFacts.Text(until, Language)}",
        ({ } from, null) => texts["from {0}", TourFacts.Text(from, Language)],
        (null, { } until) => texts["until {0}", TourFacts.Text(until, Language)],
        _ => null,
    };

    /// <summary>The itinerary, without "Day 1:" where every line says so itself, for the page numbers the days.</summary>
    public (IReadOnlyList<string> Lines, bool ByDay) Itinerary
    {
        get
        {
            var lines = Tour!.Package.Itinerary;
            var byDay = lines.Select((line, i) => DayPrefix().Match(line) is { Success: true } day && day.Groups[1].Value == $"{i + 1}").All(numbered => numbered);
            return byDay ? ([.. lines.Select(line => DayPrefix().Replace(line, ""))], true) : (lines, false);
        }
    }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!(await catalog.PackagesAsync([id], ct)).TryGetValue(id, out var package))
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        Tour = new TourCard(package, await catalog.ProviderAsync(package.ProviderId, ct), Language, await CurrencyAsync(ct), catalog.Gazetteer, catalog.Rates);
        var site = own.PublicFor(Request);
        PageUrl = $"{site}/packages/{Uri.EscapeDataString(id)}";
        ShareCardUrl = (await session.LoadAsync<PackagePictures>(id, ct))?.ShareCardHash is { } hash ? $"{site}/media/{hash}" : null;
        return Page();
    }

    /// <summary>The currency a list would have: of the traveller's current trip, else the usual one of the language.</summary>
    private async Task<string> CurrencyAsync(CancellationToken ct)
    {
        var traveller = await current.FindAsync(ct);
        var trip = traveller?.CurrentTripId is { } id ? await trips.FindAsync(id, traveller.Id, ct) : null;
        return trip?.Currency ?? traveller?.Currency ?? Traveller.UsualCurrency(Language);
    }

    [GeneratedRegex(@"^(?:Day|Ngày|Ngay)\s+(\d+)\s*[:.\-–]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayPrefix();
}
