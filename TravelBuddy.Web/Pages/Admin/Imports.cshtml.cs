using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Feeds;
using TravelBuddy.Web.Hosting;
using Wolverine;

namespace TravelBuddy.Web.Pages.Admin;

/// <summary>The feeds that came in, with their reports, and a form for another.</summary>
public sealed class ImportsModel(IQuerySession session, FeedImport import, FeedLimit limit, IMessageBus bus, IStringLocalizer<ImportsTexts> texts) : PageModel, IShowsFormAgain
{
    public FeedLimit Limit => limit;

    public IReadOnlyList<ImportReport> Reports { get; private set; } = [];

    public ImportReport? Shown { get; private set; }

    [BindProperty]
    public IFormFile? Feed { get; set; }

    [BindProperty]
    public string? Provider { get; set; }

    public async Task OnGetAsync(Guid? report, CancellationToken ct)
    {
        Reports = [.. await session.Query<ImportReport>().OrderByDescending(item => item.At).Take(50).ToListAsync(ct)];
        Shown = report is { } id ? await session.LoadAsync<ImportReport>(id, ct) : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Feed is not { Length: > 0 } file)
        {
            ModelState.AddModelError(nameof(Feed), texts["Choose a file with one JSON object a line."]);
        }
        else if (Provider is { Length: > 300 })
        {
            ModelState.AddModelError(nameof(Provider), texts["The provider's name is longer than 300 characters."]);
        }
        else
        {
            using var lines = new StreamReader(file.OpenReadStream());
            var name = Path.GetFileName(file.FileName);
            var report = await import.ImportAsync(lines, new FeedSource(name, "jsonl", string.IsNullOrWhiteSpace(Provider) ? null : Provider.Trim()), ct);
            await bus.PublishAsync(new CatalogChanged(report.CatalogVersion));
            return RedirectToPage(new { report = report.Id });
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAgainAsync(ct);
    }

    public bool HasMessageFor(string field) => field == nameof(Provider);

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        await OnGetAsync(null, ct);
        return Page();
    }
}
