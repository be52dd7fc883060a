using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Pages.Accounts;

/// <summary>Who I am here: what is known, my trips, what I agreed to, and ways to take it along or have it deleted.</summary>
[Authorize]
public sealed class AccountModel(
    AccountOverview overview, IAccounts accounts, PersonalData data, SignInSession signIn, CurrentTraveller current, ICatalog catalog, IAuthorizationService authorization, TimeProvider time, IStringLocalizer<AccountsTexts> texts) : PageModel
{
    public OwnAccount Account { get; private set; } = null!;

    public bool IsAdmin { get; private set; }

    public bool IsPartner { get; private set; }

    /// <summary>Whose trips this browser shows without further ado.</summary>
    public Guid? BrowsersTraveller => current.Id;

    [BindProperty]
    public bool Sure { get; set; }

    /// <summary>Names of a trip's places in the page's language, or null if none is known.</summary>
    public string? PlacesOf(OwnTrip trip) =>
        trip.PlaceIds.Select(id => catalog.Gazetteer.Find(id)?.Label(SignInSession.Language)).OfType<string>().Take(4).ToArray() is { Length: > 0 } names ? string.Join(", ", names) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Challenge();

    /// <summary>Goes on with a trip that was begun elsewhere (on the phone, say): this browser becomes its traveller, who is the same person.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid trip, CancellationToken ct)
    {
        if (User.PersonId() is not { } id || (await overview.ReadAsync(id, ct))?.Trips.FirstOrDefault(own => own.TripId == trip) is not { ListId: { } listId } found)
        {
            return NotFound();
        }

        current.Remember(found.TravellerId);
        return Redirect($"/tours/{listId}");
    }

    public async Task<IActionResult> OnPostMessagesAsync(bool? allow, CancellationToken ct)
    {
        // Said in neither way it is no answer, and must not undo the one given before.
        if (allow is null)
        {
            return BadRequest();
        }

        if (User.PersonId() is not { } id)
        {
            return Challenge();
        }

        await accounts.StopAsync(id, !allow.Value, ct);
        if (allow.Value)
        {
            await accounts.RecordOptInAsync(id, new OptIn(time.GetUtcNow(), "account page", texts[AllowWording]), ct);
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        User.PersonId() is { } id && await data.FindAsync(id, ct) is { } subject
            ? File(System.Text.Encoding.UTF8.GetBytes(await data.ExportAsync(subject, ct)), "application/json", "travelbuddy-my-data.json")
            : Challenge();

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken ct)
    {
        if (!Sure)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.AddModelError(nameof(Sure), texts["Please tick the box first: this cannot be undone."]);
            return await LoadAsync(ct) ? Page() : Challenge();
        }

        if (User.PersonId() is { } id && await data.FindAsync(id, ct) is { } subject)
        {
            await signIn.OutAsync(HttpContext, ct);
            await data.EraseAsync(subject, ct);
        }

        return Redirect("/");
    }

    /// <summary>What is agreed to by the button.</summary>
    public const string AllowWording = "Send me tours I ask for, and news about them, on WhatsApp. I can stop it at any time by writing STOP.";

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (User.PersonId() is not { } id || await overview.ReadAsync(id, ct) is not { } account)
        {
            return false;
        }

        Account = account;
        IsAdmin = (await authorization.AuthorizeAsync(User, AccountPolicies.Admin)).Succeeded;
        IsPartner = (await authorization.AuthorizeAsync(User, AccountPolicies.Partner)).Succeeded;
        return true;
    }
}
