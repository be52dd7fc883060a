using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.WebSearch;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Pages.Accommodation;

/// <summary>Places to stay: a form that says where and how, and what a search found. Searching and recording happen in a POST; a GET shows what was recorded.</summary>
[ResponseCache(NoStore = true)]
public sealed class StaysModel(
    IStaySearches searches, StaySummaries summaries, StayReadings readings, StayWishReader reader, TripStays tripStays, WishSummary summary, ICatalog catalog, ICurrentTraveller current, ITrips trips, Lexicon lexicon,
    TimeProvider time, IStringLocalizer<StaysTexts> texts)
    : PageModel, IShowsFormAgain
{
    private const int MostOtherPages = 5;

    /// <summary>How long what a person writes may be.</summary>
    public const int LongestText = 1000;

    public StaySearch? Search { get; private set; }

    public IReadOnlyList<StayCard> Cards { get; private set; } = [];

    /// <summary>The same by where one sleeps, in the order in which places were asked for.</summary>
    public IReadOnlyList<StayArea> Areas { get; private set; } = [];

    /// <summary>Whether more may come.</summary>
    public bool IsRunning => Search is { } search && searches.IsRunning(search);

    /// <summary>Whether the web is being searched; a search may also wait for a model's summary alone.</summary>
    public bool IsOnTheWeb => IsRunning && Search!.SearchesWeb;

    /// <summary>Why the web named no page.</summary>
    public SearchFault? WebFault => Search?.WebFault(time.GetUtcNow());

    /// <summary>Where the events of the search come from while it runs.</summary>
    public string? Live => IsRunning ? $"/stays/{Search!.Id}/live?seen={Search.Revision}" : null;

    /// <summary>The best in a few sentences: a model's where there are some in this language, else what the facts say.</summary>
    public IReadOnlyList<SummaryLine> Summary { get; private set; } = [];

    public bool IsSummaryOfModel => Search is { Summary.Count: > 0 } search && search.Wishes.Language == Language;

    /// <summary>Pages the web search named that say nothing a program can read, for people to read.</summary>
    public IReadOnlyList<(string Title, string Url, string Site)> OtherPages => Search is not { } search ? []
        : [.. search.Pages.Where(page => page is { IsDone: true, Stays: null or { Count: 0 }, Fault: PageFault.SaysNothing or PageFault.NotAllowed or PageFault.Slow } && Uri.TryCreate(page.Url, UriKind.Absolute, out _))
            .Select(page => (page.Title, page.Url, new Uri(page.Url).Host)).Take(MostOtherPages)];

    /// <summary>The tour that is slept near; null for none.</summary>
    public TourPackage? Tour { get; private set; }

    [BindProperty]
    public string? Text { get; set; }

    public string Language { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The places it was looked near, by name.</summary>
    public IEnumerable<string> Near => Search?.Wishes.Places.Select(id => catalog.Gazetteer.Find(id)?.Label(Language)).OfType<string>() ?? [];

    /// <summary>The days it was looked for; null where none are known.</summary>
    public string? Days => TourFacts.Text(Search?.Wishes.Dates?.From, Search?.Wishes.Dates?.To, Language);

    /// <summary>What was understood of the wishes, each with the key it is taken back by.</summary>
    public IReadOnlyList<(string Key, string Label)> Understood => Search is not { Wishes: var wishes } ? []
        : [.. StayPart.Of(wishes).Select(part => (part.Key, LabelOf(part, wishes))).Where(part => part.Item2 is not null).Select(part => (part.Key, part.Item2!))];

    /// <summary>Whether a price for a night was estimated from the trip's budget.</summary>
    public bool HasLevel => Search?.Wishes.Level is not null;

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (id is null)
        {
            return Page();
        }

        return await LoadAsync(id.Value, ct) ? Page() : NotFound();
    }

    /// <summary>The results alone, for a page that shows them already.</summary>
    public async Task<IActionResult> OnGetResultsAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Partial("_Results", this) : NotFound();

    /// <summary>Near a tour, by what the trip says of where to sleep.</summary>
    public async Task<IActionResult> OnPostNearAsync(string? package, CancellationToken ct)
    {
        if (package is null || !(await catalog.PackagesAsync([package], ct)).TryGetValue(package, out var tour))
        {
            return NotFound();
        }

        var traveller = await current.EnsureAsync(ct);
        return await SearchAsync(traveller.Id, tour.Id, await OfTripAsync(traveller, tour, ct), ct);
    }

    /// <summary>By what a person writes, on top of what was asked before, or else of what their trip says.</summary>
    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (id is not null && !await LoadAsync(id.Value, ct))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Text) || Text.Length > LongestText)
        {
            return Refused(string.IsNullOrWhiteSpace(Text) ? texts["Say what you look for, for example “quiet homestay in Hội An, under $40 a night”."] : texts["That is longer than {0} characters; say it shorter.", LongestText]);
        }

        var traveller = await current.EnsureAsync(ct);
        var wishes = reader.Read(Text, Search?.Wishes ?? await OfTripAsync(traveller, null, ct), time.TodayInVietNam());
        return wishes.Places.Count == 0 ? Refused(texts["Name a place in Viet Nam to sleep near: a town, an island, a beach."]) : await SearchAsync(traveller.Id, Search?.PackageId, wishes, ct);
    }

    /// <summary>Without one of the wishes: what was found is put into order anew.</summary>
    public async Task<IActionResult> OnPostWithoutAsync(Guid id, string? part, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        // Whoever takes back what is no longer there has what they want.
        return StayPart.Without(Search!.Wishes, part) is { } wishes ? Shown(await searches.WithoutAsync(Search, wishes with { Language = Language }, ct, Caller.AddressOf(HttpContext))) : RedirectToPage(new { id });
    }

    public bool HasMessageFor(string field) => field == nameof(Text);

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct) =>
        RouteData.Values["id"] is not string id || Guid.TryParse(id, out var search) && await LoadAsync(search, ct) ? Page() : NotFound();

    /// <summary>What the current trip says of where to sleep; nothing where there is none.</summary>
    private async Task<StayWishes> OfTripAsync(Traveller traveller, TourPackage? tour, CancellationToken ct)
    {
        var trip = traveller.CurrentTripId is { } tripId ? await trips.FindAsync(tripId, traveller.Id, ct) : null;
        var wishes = trip is null ? new Wishes { Currency = traveller.Currency } : await trips.WishesAsync(trip, ct);
        return tripStays.Of(wishes, tour) with { Language = Language };
    }

    private string? LabelOf(StayPart part, StayWishes wishes) => part.Kind switch
    {
        StayPartKind.Wish => lexicon.Find(part.Concept!)?.Label(Language),
        StayPartKind.Refusal => lexicon.Find(part.Concept!) is { } concept ? texts["not: {0}", concept.RefusedLabel(Language)].Value : null,
        StayPartKind.Limit => texts["up to {0} a night", TourFacts.Said(wishes.MostPerNight!.Value, Language)].Value,
        StayPartKind.Level => texts["about {0} a night, estimated from your budget", TourFacts.Text(TourFacts.In(wishes.Level!.Value, wishes.Currency, catalog.Rates) ?? wishes.Level.Value, Language)].Value,
        StayPartKind.Party => summary.Of(new Wishes { Party = wishes.Party }, Language)[0],
        StayPartKind.Days => Days,
        _ => texts["{0} nights", wishes.Nights!].Value,
    };

    private PageResult Refused(string message)
    {
        ModelState.AddModelError(nameof(Text), message);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<IActionResult> SearchAsync(Guid travellerId, string? packageId, StayWishes wishes, CancellationToken ct)
    {
        return Shown(await searches.SearchAsync(travellerId, packageId, wishes, ct, Caller.AddressOf(HttpContext)));
    }

    private RedirectToPageResult Shown(StaySearch search) => RedirectToPage(new { id = search.Id });

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (current.Id is not { } travellerId || await searches.FindAsync(id, travellerId, ct) is not { } search)
        {
            return false;
        }

        Search = search;
        var stays = await searches.StaysAsync(search, ct);
        Cards = [.. search.Found.Where(found => stays.ContainsKey(found.StayId)).Select(found => new StayCard(stays[found.StayId], found, search.Wishes, Language, readings, catalog.Gazetteer, lexicon, catalog.Rates))];
        Areas = StayArea.Of(search, Cards, Language, catalog.Gazetteer);
        Summary = IsSummaryOfModel ? [.. OfModel(search, stays)] : [.. Cards.Take(StaySummaries.Best).Select(OfFacts)];
        Tour = search.PackageId is { } tour ? (await catalog.PackagesAsync([tour], ct)).GetValueOrDefault(tour) : null;
        return true;
    }

    private IEnumerable<SummaryLine> OfModel(StaySearch search, IReadOnlyDictionary<string, FoundStay> stays)
    {
        var statements = summaries.Statements(search, stays).ToDictionary(statement => statement.Id, StringComparer.Ordinal);
        return search.Summary.Select(sentence => new SummaryLine([new SummaryPiece(
            sentence.Text, [.. sentence.Facts.Select(id => statements.GetValueOrDefault(id)).OfType<StayStatement>().Select(statement => stays[statement.StayId].OriginOf(statement.Fact)).OfType<StayOrigin>().Distinct()])]));
    }

    /// <summary>Name and facts; those that follow each other from one source share it.</summary>
    private SummaryLine OfFacts(StayCard card)
    {
        (StayFact Fact, string? Text)[] facts =
        [
            (StayFact.Price, card.NightText is not { } night ? null : card.IsHighPrice ? texts["about {0} a night in high season", night].Value : texts["from {0} a night", night].Value),
            (StayFact.Rating, card.Stay.Rating is { } rating ? texts["{0} of 10, {1} ratings", rating.ToString("0.0"), card.Stay.Ratings].Value : null),
            (StayFact.Place, card.Stay.IsPointKnown ? card.Ranked.Km < .95 ? texts["less than 1 km from the middle of {0}", card.Near].Value : texts["{0} km from the middle of {1}", Math.Round(card.Ranked.Km), card.Near].Value : null),
            .. card.Answered.Take(3).GroupBy(answered => answered.SaidBy, answered => answered.Wish).Select(answered => (answered.Key, (string?)string.Join(", ", answered))),
        ];
        var pieces = new List<(string Text, StayOrigin? Origin)> { (card.Stay.PlainName(), card.Found.OriginOf(StayFact.Name)) };
        foreach (var (fact, text) in facts)
        {
            if (text is not null && (card.Found.OriginOf(fact) ?? card.Found.OriginOf(StayFact.Name)) is var origin)
            {
                var (last, isName) = (pieces[^1], pieces.Count == 1 && pieces[0].Text == card.Stay.PlainName());
                pieces = last.Origin == origin ? [.. pieces[..^1], ($"{last.Text}{(isName ? ": " : "; ")}{text}", origin)] : [.. pieces, (text, origin)];
            }
        }

        return new SummaryLine([.. pieces.Select(piece => new SummaryPiece(piece.Text, piece.Origin is { } origin ? [origin] : []))]);
    }
}
