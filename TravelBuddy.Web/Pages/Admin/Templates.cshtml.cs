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
public sealed class TemplatesModel(TemplateReview review, IWhatsApp whatsApp) : PageModel
{
    public TemplateReviews Reviews { get; private set; } = new([], [], null, false);

    public bool IsSimulated => whatsApp.IsSimulated;

    public async Task OnGetAsync(CancellationToken ct) => Reviews = await review.ReadAsync(ct);
}
