using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.Pages.Accounts;

/// <summary>Signs out by POST; a GET only leads to the account, where the button is.</summary>
public sealed class SignOutModel(SignInSession signIn) : PageModel
{
    public IActionResult OnGet() => Redirect("/account");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await signIn.OutAsync(HttpContext, ct);
        return Redirect("/");
    }
}
