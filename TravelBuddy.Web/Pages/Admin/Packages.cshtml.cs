using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using Wolverine;

namespace TravelBuddy.Web.Pages.Admin;

/// <summary>
/// The catalogue's packages, which can be withdrawn and put back, and for any wish why they are ranked as they are. Of the ranking nothing is recorded; the wish is not kept.
/// </summary>
public sealed class PackagesModel(IQuerySession session, ICatalog catalog, IWishReader reader, IRecommender recommender, Withdrawals withdrawals, IMessageBus bus, TimeProvider time, IStringLocalizer<PackagesTexts> texts) : PageModel, IShowsFormAgain
{
    private const int PageSize = 50;
    private const int RankedShown = 50;

    public sealed record Row(TourPackage Package, int? Rank, RankedPackage? Ranked, Working? Working);

    /// <summary>The last decision of an admin about each package shown that has one.</summary>
    public IReadOnlyDictionary<string, Withdrawal> Decisions { get; private set; } = new Dictionary<string, Withdrawal>();

    /// <summary>What became of the last decision, where it needs words.</summary>
    [TempData]
    public string? Notice { get; set; }

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
        Rows = [.. found.Take(PageSize).Select(package => new Row(package, null, null, null))];
        var ids = Rows.Select(row => row.Package.Id).ToArray();
        Decisions = (await session.Query<Withdrawal>().Where(decision => decision.PackageId.IsOneOf(ids)).ToListAsync(ct))
            .GroupBy(decision => decision.PackageId).ToDictionary(of => of.Key, of => of.MaxBy(decision => decision.At)!);
    }

    public Task<IActionResult> OnPostWithdrawAsync(string? package, string? search, int p, CancellationToken ct) => DecideAsync(package, withdrawn: true, search, p, ct);

    public Task<IActionResult> OnPostPutBackAsync(string? package, string? search, int p, CancellationToken ct) => DecideAsync(package, withdrawn: false, search, p, ct);

    private async Task<IActionResult> DecideAsync(string? package, bool withdrawn, string? search, int p, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(package))
        {
            return NotFound();
        }

        var (outcome, version) = await withdrawals.DecideAsync(package, withdrawn, User.PersonId(), ct);
        switch (outcome)
        {
            case WithdrawalOutcome.NotFound:
                return NotFound();
            case WithdrawalOutcome.ImportIsRunning:
                Notice = texts["An import is running. Please try again when it has ended."].Value;
                break;
            case WithdrawalOutcome.Done:
                await bus.PublishAsync(new CatalogChanged(version));
                break;
        }

        return RedirectToPage(new { search, p });
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

        Reading = reader.Read(wish, null, time.TodayInVietNam());
        Result = await recommender.ExplainAsync(Reading.Wishes, RankedShown, ct);
        var packages = await catalog.PackagesAsync([.. Result.Packages.Select(ranked => ranked.PackageId)], ct);
        Rows = [.. Result.Packages.Zip(Result.Workings).Where(pair => packages.ContainsKey(pair.First.PackageId)).Select((pair, i) => new Row(packages[pair.First.PackageId], i + 1, pair.First, pair.Second))];
    }
}
