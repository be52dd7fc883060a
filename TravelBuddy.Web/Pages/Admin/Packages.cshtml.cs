using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Pages.Admin;

/// <summary>The catalogue's packages, and for any wish why they are ranked as they are. Nothing is recorded; the wish is not kept.</summary>
public sealed class PackagesModel(IQuerySession session, ICatalog catalog, IWishReader reader, IRecommender recommender, TimeProvider time) : PageModel, IShowsFormAgain
{
    private const int PageSize = 50;
    private const int RankedShown = 50;

    public sealed record Row(TourPackage Package, int? Rank, RankedPackage? Ranked);

    public string? Wish { get; private set; }

    public string? Search { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public bool HasNext { get; private set; }

    public WishReading? Reading { get; private set; }

    public RankingResult? Result { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(string? search, int p = 1, CancellationToken ct = default)
    {
        (Search, PageNumber) = (search, Math.Clamp(p, 1, 10_000));
        IQueryable<TourPackage> query = session.Query<TourPackage>();
        if (!string.IsNullOrWhiteSpace(search))
        {
            query = query.Where(package => package.Title.Contains(search, StringComparison.OrdinalIgnoreCase) || package.ProviderId.Contains(search) || package.SourceId.Contains(search));
        }

        var found = await query.OrderBy(package => package.Id).Skip((PageNumber - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        HasNext = found.Count > PageSize;
        Rows = [.. found.Take(PageSize).Select(package => new Row(package, null, null))];
    }

    public bool HasMessageFor(string field) => field == "wish";

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        await OnGetAsync(null, 1, ct);
        Wish = Request.Form["wish"];
        return Page();
    }

    /// <summary>By POST, so that the wish stands in no address and no log.</summary>
    public async Task OnPostAsync(string? wish, CancellationToken ct)
    {
        Wish = wish;
        if (string.IsNullOrWhiteSpace(wish))
        {
            await OnGetAsync(null, 1, ct);
            return;
        }

        Reading = reader.Read(wish, null, DateOnly.FromDateTime(time.GetUtcNow().DateTime));
        Result = await recommender.RankAsync(Reading.Wishes, RankedShown, ct);
        var packages = await catalog.PackagesAsync([.. Result.Packages.Select(ranked => ranked.PackageId)], ct);
        Rows = [.. Result.Packages.Where(ranked => packages.ContainsKey(ranked.PackageId)).Select((ranked, i) => new Row(packages[ranked.PackageId], i + 1, ranked))];
    }
}
