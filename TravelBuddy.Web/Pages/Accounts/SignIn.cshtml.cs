using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Pages.Accounts;

/// <summary>Asks for a phone number and sends it a code; offers the outside providers that are configured.</summary>
public sealed class SignInModel(
    OneTimeCodeService codes, ICurrentTraveller traveller, PendingSignIn pending, SignInSettings settings, IEnumerable<OutsideProvider> providers, IStringLocalizer<AccountsTexts> texts) : PageModel, IShowsFormAgain
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string Region { get; set; } = Regions.Default;

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why an outside provider brought the person back: "refused" or "failed".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Problem { get; set; }

    public bool IsSimulated => settings.IsSimulated;

    public IEnumerable<OutsideProvider> Providers => providers;

    public IActionResult OnGet() => User.PersonId() is null ? Page() : Redirect(LocalAddress.OrElse(ReturnUrl, "/account"));

    public bool HasMessageFor(string field) => field == nameof(Number);

    public Task<IActionResult> ShowAgainAsync(CancellationToken ct) => Task.FromResult<IActionResult>(Page());

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var asked = await codes.RequestAsync(Number, Region, traveller.Id, Caller.AddressOf(HttpContext), SignInSession.Language, ct);
        switch (asked)
        {
            case CodeRequest.Sent sent:
                pending.Remember(HttpContext, new Pending(sent.CodeId, PhoneNumberReader.Mask(PhoneNumberReader.ToE164(Number, Region)!), ReturnUrl));
                return RedirectToPage("/Accounts/SignInCode");
            case CodeRequest.TooMany:
                Response.StatusCode = StatusCodes.Status429TooManyRequests;
                ModelState.AddModelError(nameof(Number), texts["Too many codes were asked for. Please wait an hour, or use the last code you received."]);
                return Page();
            default:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                ModelState.AddModelError(nameof(Number), string.IsNullOrWhiteSpace(Number)
                    ? texts["Please type your phone number."]
                    : texts["This is not a phone number of the chosen country. Check the digits, or begin with + and the country code."]);
                return Page();
        }
    }
}
