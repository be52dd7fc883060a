using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Accommodation.WebSearch;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Pages.Admin;

/// <summary>The directory of places to stay: who brought in how many, a form for more, and a way to take a source out.</summary>
public sealed class StaysModel(StayDirectory directory, StayImport import, SearchOptions search, SearchUse use, IStringLocalizer<StayImportsTexts> texts) : PageModel, IShowsFormAgain
{
    /// <summary>How long a source's name may be.</summary>
    public const int LongestSource = 80;

    public IReadOnlyList<StaySource> Sources { get; private set; } = [];

    /// <summary>What the import just made came to.</summary>
    public StayImportReport? Report { get; private set; }

    [BindProperty]
    public IFormFile? Places { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    /// <summary>Who searches the web, and within what limits.</summary>
    public SearchOptions Search { get; } = search;

    /// <summary>How often it was searched today (UTC); null if it was not.</summary>
    public SearchDay? Today { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Sources = await directory.SourcesAsync(ct);
        Today = await use.TodayAsync(Search.Provider.ToString(), ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Places is not { Length: > 0 } file)
        {
            ModelState.AddModelError(nameof(Places), texts["Choose a file with one JSON object a line."]);
        }
        else if (string.IsNullOrWhiteSpace(Source) || Source.Length > LongestSource || !Source.Any(char.IsLetterOrDigit) || StaySupplier.SlugOf(Source) == SampleStays.Source)
        {
            ModelState.AddModelError(nameof(Source), texts["Say who the places are from, in at most {0} characters with a letter or digit, and not “sample”.", LongestSource]);
        }
        else
        {
            using var lines = new StreamReader(file.OpenReadStream());
            Report = await import.ImportAsync(lines, new StaySupplier(Source.Trim()), ct);
            await OnGetAsync(ct);
            return Page();
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? source, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(source))
        {
            await directory.RemoveAsync(source, ct);
        }

        return RedirectToPage();
    }

    public bool HasMessageFor(string field) => field == nameof(Source);

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        return Page();
    }
}
