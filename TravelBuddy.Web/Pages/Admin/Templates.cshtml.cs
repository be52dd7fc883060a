using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Web.Pages.Admin;

/// <summary>The message templates TravelBuddy sends: what each is for, its words to submit, and what Meta has of it.</summary>
[Authorize(Policy = AccountPolicies.Admin)]
[ResponseCache(NoStore = true)]
public sealed class TemplatesModel(TemplateReview review, TemplateStates states, IWhatsApp whatsApp, TimeProvider time) : PageModel
{
    public TemplateReviews Reviews { get; private set; } = new([], [], null, false);

    public bool IsSimulated => whatsApp.IsSimulated;

    /// <summary>Those that are not sent, by name and language.</summary>
    public IReadOnlyDictionary<string, TemplateState> Stopped { get; private set; } = new Dictionary<string, TemplateState>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Reviews = await review.ReadAsync(ct);
        Stopped = await states.StoppedAsync(ct);
    }

    /// <summary>An admin says that a template can be sent again; only what Meta says later, by webhook or at the next send, stops it once more.</summary>
    public async Task<IActionResult> OnPostUseAsync(string id, CancellationToken ct)
    {
        await states.TellAsync(id, TemplateState.Approved, time.GetUtcNow(), ct);
        return RedirectToPage();
    }
}
