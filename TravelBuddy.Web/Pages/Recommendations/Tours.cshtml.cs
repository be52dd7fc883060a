using System.Globalization;
using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Pages.Interests;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp;
using Wolverine;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>A recorded list of tours. Showing it writes nothing; every change (weights, "like this but", dropping a wish) changes the trip and makes a new list.</summary>
public sealed class ToursModel(
    IRecommender recommender, ITrips trips, ICatalog catalog, CurrentTraveller traveller, RecordedLists lists, ListPages pages, TripGlances glances, SentLists sent, IReasonWriter reasons, TourReasons told,
    WishSummary summary, VisitorLimits limits, IMessageBus bus, ReadTexts read, IStringLocalizer<ToursTexts> texts) : PageModel
{
    /// <summary>Reasons of a language model cost something: so many an hour for a traveller and for an address.</summary>
    private static readonly VisitorLimit WhyPerVisitor = new("why", 60, 600, TimeSpan.FromHours(1));

    private TripGlance _trip = TripGlance.None;

    public RecommendationList? List { get; private set; }
    public ListPage Shown { get; private set; } = ListPage.Empty;
    public IReadOnlyList<(WishOf Of, string Label)> Wishes => _trip.Wishes;

    /// <summary>The tour that this list was asked for beside; null if there was none, or it is gone.</summary>
    public TourPackage? Like { get; private set; }

    /// <summary>The list that followed this one; null if this is the newest of its trip.</summary>
    public Guid? Newer => _trip.Newer;

    /// <summary>The free text that this list was made for, and what was understood of it; null unless it was just written.</summary>
    public (string Text, WishReading Reading)? Understood { get; private set; }

    /// <summary>Asks where the traveller starts, which "nearer" needs to know; null unless it was just asked for.</summary>
    public StartQuestion? Start { get; private set; }

    public WeightSliders Weights { get; private set; } = WeightSliders.Default;
    public long CatalogVersion { get; private set; }

    /// <summary>Whether messages about this list went to the traveller's WhatsApp.</summary>
    public bool IsSent { get; private set; }

    public string? Notice { get; private set; }
    public string Language { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    public IReasonWriter Reasons => reasons;

    /// <summary>The tour that giving up a wish would bring first, by the relaxation's code, and where it is shown; none of it that the catalogue no longer holds.</summary>
    public IReadOnlyDictionary<string, (TourCard Tour, string Address)> Nearest { get; private set; } = new Dictionary<string, (TourCard, string)>();

    /// <summary>Whether a language model is asked to say more of why a tour fits, once the card is seen.</summary>
    public bool AsksWhy(ShownTour shown) => told.IsConfigured && shown.Rank <= TourReasons.Best && List is { WithoutWishes: false };

    /// <summary>The traveller's thumb; null if none was given.</summary>
    public bool? Likes(ShownTour shown) => _trip.Likes(shown.Tour.Package.Id);

    public async Task<IActionResult> OnGetAsync(Guid listId, [FromQuery(Name = "page")] int page, bool thanks, bool near, bool cheapest, Guid? text, CancellationToken ct)
    {
        if (await LoadAsync(listId, page, ct) is not { } list)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (text is { } id)
        {
            Understood = await read.FindAsync(id, list.TripId, list.TravellerId, Language, ct);
        }

        Notice = thanks ? texts["Thank you. The next lists will take it into account."].Value
            : near ? texts["That tour is about as near as tours from there go."].Value
            : cheapest ? texts["None that fits is cheaper than that one. For less, change the place, the length or what you need."].Value
            : null;
        return Page();
    }

    /// <summary>More of why one of the first tours fits, by a language model; nothing where it says nothing that the tour's text says, too.</summary>
    public async Task<IActionResult> OnGetWhyAsync(Guid listId, string? package, CancellationToken ct)
    {
        if (package is null || await FindAsync(listId, ct) is not { } list || list.RankOf(package) is < 1 or > TourReasons.Best || !(await catalog.PackagesAsync([package], ct)).TryGetValue(package, out var tour))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        if (told.IsConfigured && !await limits.TakeAsync(WhyPerVisitor, list.TravellerId, Caller.AddressOf(HttpContext), ct))
        {
            return new EmptyResult();
        }

        var wishes = told.IsConfigured && await ShownTripAsync(list, ct) is { } trip ? summary.ThingsOf(await trips.WishesAsync(trip, ct), Language) : [];
        return await told.WhyAsync(list.Id, tour, wishes, Language, list.TravellerId, null, ct) is { Count: > 0 } reasons ? Partial("_TourReasons", new ToldReasons(reasons, Language)) : new EmptyResult();
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

    /// <param name="start">Where the traveller starts, where that was asked.</param>
    public async Task<IActionResult> OnPostRefineAsync(Guid listId, Refinement? to, string? package, string? start, CancellationToken ct)
    {
        var list = await FindAsync(listId, ct);
        if (list is null || package is null || to is not { } refinement || !Enum.IsDefined(refinement) || !(await catalog.PackagesAsync([package], ct)).TryGetValue(package, out var like))
        {
            return NotFound();
        }

        PlaceWish? from = null;
        if (refinement == Refinement.Nearer && (await ShownTripAsync(list, ct))?.Start is null)
        {
            from = StartQuestion.Read(start, catalog.Gazetteer);
            if (from is null)
            {
                return await AskStartAsync(list.Id, like, start, ct);
            }
        }

        var asked = refinement == Refinement.Cheaper && await ShownTripAsync(list, ct) is { } shown ? await trips.WishesAsync(shown, ct) : null;
        var kind = asked is null ? MainWish.None : MainWish.Of(asked, [.. list.Packages.Where(ranked => ranked.PackageId == package)]);
        List<TourPackage> fitting = refinement == Refinement.Cheaper ? [.. (await catalog.PackagesAsync([.. list.Fitting.Where(kind.IsOf).Select(ranked => ranked.PackageId)], ct)).Values] : [];
        if (fitting.Count > 0 && asked is not null && WishChanges.Cheaper(asked, [like], fitting, catalog.Rates) is null)
        {
            return Redirect($"/tours/{listId}?cheapest=true");
        }

        var compared = false;
        var changed = await ChangeAsync(list, Refined, ct, () => compared ? new Comparison(refinement, like.Id) : null);
        return changed is null ? NotFound() : Redirect(compared ? $"/tours/{changed}" : $"/tours/{changed}?near=true");

        Wishes Refined(Wishes wishes)
        {
            var begun = from is null ? wishes : wishes with { Start = from };
            var refined = WishChanges.Refine(begun, refinement, [like], catalog.Gazetteer, catalog.Rates, fitting);
            compared = refined is not null;
            return refined ?? begun;
        }
    }

    private async Task<IActionResult> AskStartAsync(Guid listId, TourPackage like, string? typed, CancellationToken ct)
    {
        await LoadAsync(listId, 1, ct);
        Start = new StartQuestion(listId, like, typed, string.IsNullOrWhiteSpace(typed) ? null : texts["We do not know that place. Try the nearest town."].Value);
        Response.StatusCode = Start.Error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Page();
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

    /// <summary>
    /// Changes the trip as someone who looks at this list means it, and ranks again. On the newest list that is the trip as it stands, with what another
    /// tab or the phone said since; on an older one its own wishes hold again, for they are what the page shows.
    /// </summary>
    private async Task<Guid?> ChangeAsync(RecommendationList list, Func<Wishes, Wishes> change, CancellationToken ct, Func<Comparison?>? beside = null)
    {
        if (await ShownTripAsync(list, ct) is not { } trip)
        {
            return null;
        }

        var shown = trip.LatestListId == list.Id ? null : await trips.WishesAsync(trip, ct);
        if (await trips.ChangeAsync(list.TripId, list.TravellerId, null, now => change(shown ?? now), ct) is not (SaveOutcome.Saved or SaveOutcome.Unchanged)
            || await trips.FindAsync(list.TripId, list.TravellerId, ct) is not { } changed)
        {
            return null;
        }

        glances.Forget(list.Id);
        var next = await recommender.RecommendAsync(changed, beside?.Invoke(), ct);
        lists.Keep(next);
        return next.Id;
    }

    /// <summary>The trip whose wishes the page shows: as it stands for the newest list, as it was for an older one.</summary>
    private async Task<Trip?> ShownTripAsync(RecommendationList list, CancellationToken ct)
    {
        var trip = await trips.FindAsync(list.TripId, list.TravellerId, ct);
        return trip is null || trip.LatestListId == list.Id ? trip : await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct);
    }

    private async Task<RecommendationList?> FindAsync(Guid listId, CancellationToken ct)
    {
        if (traveller.Id is { } id && await lists.FindAsync(listId, id, recommender, ct) is { } list)
        {
            return list;
        }

        // Begun on the phone, say: this browser goes on with that traveller, as if opened from the account.
        if (User.PersonId() is null || await recommender.OwnerAsync(listId, ct) is not { } owner || !await traveller.OwnsAsync(owner, ct))
        {
            return null;
        }

        traveller.Remember(owner);
        return await lists.FindAsync(listId, owner, recommender, ct);
    }

    private async Task<RecommendationList?> LoadAsync(Guid listId, int page, CancellationToken ct)
    {
        List = await FindAsync(listId, ct);
        if (List is null)
        {
            return null;
        }

        _trip = await glances.OfAsync(List, Language, trips, ct);
        Like = List.Beside?.PackageId is { } like ? (await catalog.PackagesAsync([like], ct)).GetValueOrDefault(like) : null;
        Shown = await pages.OfAsync(List, page, Language, catalog, ct);
        Nearest = List.Relaxations.Count == 0 ? Nearest : await NearestAsync(List, ct);
        CatalogVersion = await catalog.VersionAsync(ct);
        Weights = WeightSliders.Of(List);
        IsSent = await sent.AnyAsync(List.Id, ct);
        return List;
    }

    private async Task<IReadOnlyDictionary<string, (TourCard Tour, string Address)>> NearestAsync(RecommendationList list, CancellationToken ct)
    {
        var packages = await catalog.PackagesAsync([.. list.Relaxations.Select(relaxation => relaxation.Nearest).OfType<string>().Distinct()], ct);
        return list.Relaxations.Where(relaxation => relaxation.Nearest is { } id && packages.ContainsKey(id)).DistinctBy(relaxation => relaxation.Wish).ToDictionary(
            relaxation => relaxation.Wish,
            relaxation => (new TourCard(packages[relaxation.Nearest!], null, Language, list.Currency, catalog.Gazetteer, catalog.Rates), list.RankOf(relaxation.Nearest!) > 0 ? ListPage.AddressOf(list, relaxation.Nearest!) : $"/packages/{Uri.EscapeDataString(relaxation.Nearest!)}"),
            StringComparer.Ordinal);
    }
}
