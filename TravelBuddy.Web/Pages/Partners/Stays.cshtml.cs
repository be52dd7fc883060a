using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Pages.Partners;

/// <summary>Where a partner brings in its own places to stay, and takes them out. Whose they are is who is signed in, never what a form says.</summary>
[Authorize(Policy = AccountPolicies.Partner)]
[ResponseCache(NoStore = true)]
public sealed class StaysModel(PartnerFinder partners, StayDirectory directory, StayImport import, IStringLocalizer<PartnerTexts> texts) : PageModel, IShowsFormAgain
{
    public string Name { get; private set; } = "";

    /// <summary>How many places of theirs are in the directory.</summary>
    public int Count { get; private set; }

    /// <summary>What the import just made came to.</summary>
    public StayImportReport? Report { get; private set; }

    [BindProperty]
    public IFormFile? Places { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await partners.OfAsync(User, ct) is not { } partner)
        {
            return Forbid();
        }

        Name = partner.Name;
        Count = (await directory.SourcesAsync(ct)).FirstOrDefault(source => source.Source == StaySupplier.SlugOf(Name))?.Count ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await partners.OfAsync(User, ct) is not { } partner)
        {
            return Forbid();
        }

        if (Places is not { Length: > 0 } file)
        {
            ModelState.AddModelError(nameof(Places), texts["Choose a file with one JSON object a line."]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await OnGetAsync(ct);
        }

        using var lines = new StreamReader(file.OpenReadStream());
        Report = await import.ImportAsync(lines, new StaySupplier(partner.Name, MayRate: false), ct);
        return await OnGetAsync(ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (await partners.OfAsync(User, ct) is { } partner)
        {
            await directory.RemoveAsync(StaySupplier.SlugOf(partner.Name), ct);
        }

        return RedirectToPage();
    }

    public bool HasMessageFor(string field) => false;

    public Task<IActionResult> ShowAgainAsync(CancellationToken ct) => OnGetAsync(ct);
}
