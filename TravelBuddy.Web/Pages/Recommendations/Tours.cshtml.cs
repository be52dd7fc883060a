using System.Globalization;
using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using Wolverine;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>One tour of the shown page: its card, its place in the list, and the traveller's thumb.</summary>
public sealed record ShownTour(TourCard Tour, RankedPackage Ranked, bool? Likes)
{
    /// <summary>The total score in percent.</summary>
    public int Percent => (int)Math.Round(Math.Clamp(Ranked.Score, 0, 1) * 100);

    /// <summary>A criterion's similarity in percent, from non-match (0) to good match (100); null if the traveller left it open.</summary>
    public int? Bar(int criterion) => Ranked.Similarities[criterion] is { } similarity ? (int)Math.Round(Math.Clamp(similarity, 0, 1) * 100) : null;
}

/// <summary>A recorded list of tours. Showing it writes nothing; every change (weights, "like this but", dropping a wish) changes the trip and makes a new list.</summary>
public sealed class ToursModel(
    IRecommender recommender, ITrips trips, ICatalog catalog, ICurrentTraveller traveller, IBookingLinks links, IReasonWriter reasons, RecordedLists lists, TripGlances glances, IMessageBus bus,
    IStringLocalizer<ToursTexts> texts) : PageModel
{
    public const int PageSize = 10;

    public RecommendationList? List { get; private set; }
    public IReadOnlyList<ShownTour> Cards { get; private set; } = [];
    public IReadOnlyList<string> Wishes { get; private set; } = [];
    public WeightSliders Weights { get; private set; } = WeightSliders.Default;
    public int PageNumber { get; private set; } = 1;
    public int PageCount { get; private set; }
    public long CatalogVersion { get; private set; }
    public string? Notice { get; private set; }
    public string Language { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    public IReasonWriter Reasons => reasons;

    public string? BookingPath(ShownTour shown) => shown.Tour.Package.Bookable ? links.PathFor(shown.Tour.Package, List!.Id, "web") : null;

    public async Task<IActionResult> OnGetAsync(Guid listId, [FromQuery(Name = "page")] int page, bool thanks, CancellationToken ct)
    {
        if (await LoadAsync(listId, page, ct) is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Notice = thanks ? texts["Thank you. The next lists will take it into account."].Value : null;
        return Page();
    }

    public async Task<IActionResult> OnPostVoteAsync(Guid listId, string? up, string? down, [FromForm(Name = "page")] int page, CancellationToken ct)
    {
        var list = await FindAsync(listId, ct);
        if (list is null || (up ?? down) is not { } packageId || list.Packages.All(ranked => ranked.PackageId != packageId))
        {
            return NotFound();
        }

        await bus.InvokeAsync<FeedbackOutcome>(up is not null ? new LikePackage(list.TravellerId, list.Id, packageId) : new DislikePackage(list.TravellerId, list.Id, packageId), ct);
        glances.Forget(list.Id);
        return Request.IsHtmx() ? Partial("_TourVote", new TourVote(packageId, up is not null)) : Redirect($"/tours/{listId}?page={Math.Max(1, page)}&thanks=true");
    }

    public async Task<IActionResult> OnPostRefineAsync(Guid listId, Refinement to, string? package, CancellationToken ct)
    {
        var list = await FindAsync(listId, ct);
        if (list is null || package is null || !Enum.IsDefined(to) || !(await catalog.PackagesAsync([package], ct)).TryGetValue(package, out var like))
        {
            return NotFound();
        }

        return await ChangeAsync(list, wishes => WishChanges.Refine(wishes, to, [like], catalog.Gazetteer, catalog.Rates) ?? wishes, ct) is { } changed ? Redirect($"/tours/{changed}") : NotFound();
    }

    public async Task<IActionResult> OnPostRelaxAsync(Guid listId, string? wish, CancellationToken ct)
    {
        var list = await FindAsync(listId, ct);
        if (list is null || wish is null || list.Relaxations.All(relaxation => relaxation.Wish != wish))
        {
            return NotFound();
        }

        return await ChangeAsync(list, wishes => Relaxing.Without(wishes, wish), ct) is { } changed ? Redirect($"/tours/{changed}") : NotFound();
    }

    public async Task<IActionResult> OnPostWeightsAsync(Guid listId, double[] weight, CancellationToken ct)
    {
        if (await FindAsync(listId, ct) is not { } list)
        {
            return NotFound();
        }

        if (WeightSliders.Read(weight) is not { } weights)
        {
            return await RefuseWeightsAsync(list.Id, weight, ct);
        }

        if (await ChangeAsync(list, wishes => wishes with { Weights = weights }, ct) is not { } changed)
        {
            return NotFound();
        }

        if (!Request.IsHtmx())
        {
            return Redirect($"/tours/{changed}");
        }

        Response.Htmx(htmx => htmx.ReplaceUrl($"/tours/{changed}"));
        await LoadAsync(changed, 1, ct);
        return Partial("_Tours", this);
    }

    private async Task<IActionResult> RefuseWeightsAsync(Guid listId, double[] weight, CancellationToken ct)
    {
        var error = texts["At least one criterion must count."].Value;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadAsync(listId, 1, ct);
        Weights = WeightSliders.Refused(weight, error);
        if (!Request.IsHtmx())
        {
            return Page();
        }

        Response.Htmx(htmx => htmx.Retarget("#weights-error").Reswap("innerHTML"));
        return Content(error, "text/plain; charset=utf-8");
    }

    private async Task<Guid?> ChangeAsync(RecommendationList list, Func<Wishes, Wishes> change, CancellationToken ct) =>
        await trips.ChangeAsync(list.TripId, list.TravellerId, null, change, ct) is SaveOutcome.Saved or SaveOutcome.Unchanged
            ? await recommender.RecommendAsync(list.TripId, list.TravellerId, ct)
            : null;

    private async Task<RecommendationList?> FindAsync(Guid listId, CancellationToken ct) =>
        traveller.Id is { } id ? await lists.FindAsync(listId, id, recommender, ct) : null;

    private async Task<RecommendationList?> LoadAsync(Guid listId, int page, CancellationToken ct)
    {
        List = await FindAsync(listId, ct);
        if (List is null)
        {
            return null;
        }

        var glance = await glances.OfAsync(List, Language, trips, ct);
        PageCount = Math.Max(1, (List.Packages.Count + PageSize - 1) / PageSize);
        PageNumber = Math.Clamp(page, 1, PageCount);
        var ranked = List.Packages.Skip((PageNumber - 1) * PageSize).Take(PageSize).ToList();
        var packages = await catalog.PackagesAsync([.. ranked.Select(one => one.PackageId)], ct);
        CatalogVersion = await catalog.VersionAsync(ct);
        var cards = new List<ShownTour>(ranked.Count);
        foreach (var one in ranked)
        {
            if (packages.TryGetValue(one.PackageId, out var package))
            {
                var provider = await catalog.ProviderAsync(package.ProviderId, ct);
                cards.Add(new ShownTour(new TourCard(package, provider, Language, List.Currency, catalog.Gazetteer, catalog.Rates), one, glance.Likes(package.Id)));
            }
        }

        Cards = cards;
        Weights = WeightSliders.Of(List);
        Wishes = glance.Wishes;
        return List;
    }
}
