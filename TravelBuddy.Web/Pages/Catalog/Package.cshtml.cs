using System.Globalization;
using System.Text.RegularExpressions;
using Htmx;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Pictures;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;
using TravelBuddy.Web.Pages.Interests;
using TravelBuddy.Web.Pages.Recommendations;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Pages.Catalog;

/// <summary>Everything of one tour, for everyone; the address that is shared.</summary>
public sealed partial class PackageModel(
    ICatalog catalog, IBookingLinks links, IQuerySession session, ICurrentTraveller current, ITrips trips, IRecommender recommender, RecordedLists lists, PlanTrip plan, OwnAddress own,
    Lexicon lexicon, TourTerms terms, TourAnswers answers, VisitorLimits limits, IStringLocalizer<PackageTexts> texts) : PageModel
{
    /// <summary>How many questions a visitor may ask: each may cost a model's answer.</summary>
    public static readonly VisitorLimit Questions = new("questions", 40, 120, TimeSpan.FromHours(1));

    public TourCard? Tour { get; private set; }
    public string? ShareCardUrl { get; private set; }

    /// <summary>What everybody has to know before booking it.</summary>
    public IReadOnlyList<string> Terms { get; private set; } = [];

    public string PageUrl { get; private set; } = "";

    /// <summary>The traveller's list that leads back: the one they came from, else their newest; null if they have none.</summary>
    public RecommendationList? List { get; private set; }

    /// <summary>Its number in that list; 0 if it is not in it.</summary>
    public int Rank => List is { } list && Tour is { } tour ? list.RankOf(tour.Package.Id) : 0;

    /// <summary>The form for questions about it, with the answer to the one that was asked.</summary>
    public AskView? Ask { get; private set; }

    public string Language { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The counted link to the agency's own page, if it has one and the tour can be booked.</summary>
    public string? BookingPath => Tour is { Package: { Bookable: true } package } ? links.PathFor(package, Rank > 0 ? List!.Id : null, "web") : null;

    /// <summary>Whether places to stay are offered because the agency leaves it open where one sleeps.</summary>
    public bool OffersStays => Tour is { Package: var package } && LodgingSaid.IsTooLittle(package, lexicon);

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

        var traveller = await current.FindAsync(ct);
        var trip = traveller?.CurrentTripId is { } tripId ? await trips.FindAsync(tripId, traveller.Id, ct) : null;
        List = traveller is null ? null : await ListAsync(id, traveller.Id, [CameFrom, trip?.LatestListId], ct);
        var currency = trip?.Currency ?? traveller?.Currency ?? Traveller.UsualCurrency(Language);
        Tour = new TourCard(package, await catalog.ProviderAsync(package.ProviderId, ct), Language, currency, catalog.Gazetteer, catalog.Rates);
        Terms = await terms.OfAsync(package, Language, ct);
        var site = own.PublicFor(Request);
        PageUrl = $"{site}/packages/{Uri.EscapeDataString(id)}";
        Ask = new AskView(Tour, Language);
        ShareCardUrl = (await session.LoadAsync<PackagePictures>(id, ct))?.ShareCardHash is { } hash ? $"{site}/media/{hash}" : null;
        return Page();
    }

    /// <summary>"Send to my WhatsApp": this tour first. Where none of the traveller's lists has it, a trip to the same places for as long begins with it.</summary>
    public async Task<IActionResult> OnPostSendAsync(string id, CancellationToken ct)
    {
        if (!(await catalog.PackagesAsync([id], ct)).TryGetValue(id, out var package) || !package.Bookable)
        {
            return NotFound();
        }

        // Who takes a tour from its page asks for its places themselves.
        var (tripId, travellerId) = await plan.StartAsync(nothing => (WishChanges.Refine(nothing, Refinement.MoreLikeThis, [package], catalog.Gazetteer, catalog.Rates) ?? nothing) is var wishes ? wishes with { Places = [.. wishes.Places.Select(place => place with { IsOfTour = false })] } : nothing, ct);
        var list = await recommender.RecommendAsync(tripId, travellerId, ct);
        lists.Keep(list);
        return Redirect(SendAddress(list, list.RankOf(id)));
    }

    /// <summary>Answers a question about the tour from the provider's own words. It is shown again and kept nowhere.</summary>
    public async Task<IActionResult> OnPostAskAsync(string id, string? question, CancellationToken ct)
    {
        if (await OnGetAsync(id, ct) is var page && Tour is null)
        {
            return page;
        }

        var text = question?.Trim() ?? "";
        Ask = text.Length switch
        {
            0 => Ask! with { Problem = texts["Write what you want to know."] },
            > TourAnswers.Longest => Ask! with { Problem = texts["That is too long; ask one thing at a time."] },
            _ when !await limits.TakeAsync(Questions, current.Id, Caller.AddressOf(HttpContext), ct) => Ask! with { Problem = texts["You have asked a lot in the last hour. Ask the provider, or come back later."] },
            _ => Ask! with { Question = text, Answer = await answers.AnswerAsync(Tour!.Package, text, Language, (await current.FindAsync(ct))?.Id ?? ModelSpending.Strangers, ModelTask.ForPages, ct) },
        };
        // What one person asked is nobody else's to see.
        Response.Headers.CacheControl = "no-store";
        return Request.IsHtmx() ? Partial("_Ask", Ask) : page;
    }

    /// <summary>Where a tour of a list is sent from, before the best of it.</summary>
    public static string SendAddress(RecommendationList list, int rank) => rank > 1 ? $"/send/{list.Id}?first={rank}" : $"/send/{list.Id}";

    /// <summary>The list whose page led here.</summary>
    private Guid? CameFrom => Request.GetTypedHeaders().Referer is { IsAbsoluteUri: true } from && from.Authority == Request.Host.Value
        && from.AbsolutePath.Split('/') is ["", "tours", var listId] && Guid.TryParse(listId, out var id) ? id : null;

    /// <summary>The first of the lists that has the tour; the first there is, if none has.</summary>
    private async Task<RecommendationList?> ListAsync(string id, Guid travellerId, IEnumerable<Guid?> listIds, CancellationToken ct)
    {
        RecommendationList? first = null;
        foreach (var listId in listIds.OfType<Guid>().Distinct())
        {
            var list = await lists.FindAsync(listId, travellerId, recommender, ct);
            if (list?.RankOf(id) > 0)
            {
                return list;
            }

            first ??= list;
        }

        return first;
    }

    [GeneratedRegex(@"^(?:Day|Ngày|Ngay)\s+(\d+)\s*[:.\-–]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayPrefix();
}
