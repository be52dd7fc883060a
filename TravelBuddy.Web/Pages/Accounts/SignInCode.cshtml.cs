using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Pages.Accounts;

/// <summary>Takes the code that was sent to the number.</summary>
public sealed class SignInCodeModel(OneTimeCodeService codes, PendingSignIn pending, SignInSession signIn, SignInSettings settings, IStringLocalizer<AccountsTexts> texts) : PageModel, IShowsFormAgain
{
    [BindProperty]
    public string? Code { get; set; }

    public string MaskedNumber { get; private set; } = "";

    /// <summary>No further try is possible with this code.</summary>
    public bool IsDone { get; private set; }

    public bool IsSimulated => settings.IsSimulated;

    public IActionResult OnGet()
    {
        if (pending.Read(HttpContext) is not { } begun)
        {
            return RedirectToPage("/Accounts/SignIn");
        }

        MaskedNumber = begun.MaskedNumber;
        return Page();
    }

    public bool HasMessageFor(string field) => field == nameof(Code);

    public Task<IActionResult> ShowAgainAsync(CancellationToken ct) => Task.FromResult(OnGet());

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (pending.Read(HttpContext) is not { } begun)
        {
            return RedirectToPage("/Accounts/SignIn");
        }

        MaskedNumber = begun.MaskedNumber;
        if (string.IsNullOrWhiteSpace(Code))
        {
            return Refuse(texts["Please type the code."]);
        }

        switch (await codes.CheckAsync(begun.CodeId, Code, ct))
        {
            case CodeCheck.Right right:
                pending.Forget(HttpContext);
                await signIn.InAsync(HttpContext, right.PersonId, ct);
                return Redirect(LocalAddress.OrElse(begun.ReturnUrl, "/account"));
            case CodeCheck.Wrong { TriesLeft: 1 }:
                return Refuse(texts["This is not the code. You can try once more."]);
            case CodeCheck.Wrong { TriesLeft: > 1 } wrong:
                return Refuse(texts["This is not the code. You can try {0} more times.", wrong.TriesLeft]);
            case CodeCheck.Wrong:
                IsDone = true;
                return Refuse(texts["Too many wrong tries: this code no longer counts. Please ask for a new one."]);
            default:
                IsDone = true;
                return Refuse(texts["This code has expired or was used already. Please ask for a new one."]);
        }
    }

    private PageResult Refuse(string why)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError(nameof(Code), why);
        return Page();
    }
}
