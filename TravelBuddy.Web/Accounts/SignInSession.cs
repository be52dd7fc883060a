using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace TravelBuddy.Web.Accounts;

/// <summary>Signs a person who proved themselves in on this browser, and out.</summary>
public sealed class SignInSession(CurrentTraveller current, IAccounts accounts)
{
    /// <summary>The cookie authentication scheme.</summary>
    public const string Scheme = "tb";

    public static readonly TimeSpan SessionLife = TimeSpan.FromDays(30);

    /// <summary>
    /// Signs in, and makes this browser's traveller the person's. If the browser's traveller is another person's (a shared computer), it is left
    /// alone and the browser goes on with the person's own.
    /// </summary>
    public async Task InAsync(HttpContext context, Guid personId, CancellationToken ct)
    {
        var traveller = await current.FindAsync(ct);
        if (traveller is null || !await IsOrBecomesOfAsync(traveller, personId, ct))
        {
            if (await accounts.TravellerOfAsync(personId, ct) is { } own)
            {
                current.Remember(own.Id);
            }
            else
            {
                current.Forget();
            }
        }

        await context.SignInAsync(Scheme, PrincipalOf(personId), new AuthenticationProperties { IsPersistent = true });
    }

    private Task<bool> IsOrBecomesOfAsync(Traveller traveller, Guid personId, CancellationToken ct) =>
        traveller.PersonId is null ? accounts.JoinAsync(traveller.Id, personId, ct) : accounts.IsOfAsync(traveller.Id, personId, ct);

    /// <summary>Signs out; a traveller who belongs to the person is forgotten too, so that the next user of this browser does not see their trips.</summary>
    public async Task OutAsync(HttpContext context, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is { PersonId: not null })
        {
            current.Forget();
        }

        await context.SignOutAsync(Scheme);
    }

    /// <summary>Settings of the session cookie: what is asked of someone who is not signed in, and of a session whose person was erased.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "tb.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SessionLife;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.LogoutPath = "/sign-out";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = redirect => RedirectPagesOnly(redirect, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = redirect =>
        {
            redirect.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = async validation =>
        {
            var person = validation.Principal?.PersonId() is { } id
                ? await validation.HttpContext.RequestServices.GetRequiredService<IAccounts>().FindPersonAsync(id, validation.HttpContext.RequestAborted)
                : null;
            if (person is null)
            {
                validation.RejectPrincipal();
                await validation.HttpContext.SignOutAsync(Scheme);
            }
            else if (person.Id != validation.Principal!.PersonId())
            {
                validation.ReplacePrincipal(PrincipalOf(person.Id));
                validation.ShouldRenew = true;
            }
        };
    }

    /// <summary>Language of the page being shown, "en" or "vi".</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? "vi" : "en";

    private static ClaimsPrincipal PrincipalOf(Guid personId) => new(new ClaimsIdentity([new Claim(AccountPolicies.PersonIdClaim, personId.ToString())], Scheme));

    private static Task RedirectPagesOnly(RedirectContext<CookieAuthenticationOptions> redirect, int status)
    {
        if (redirect.Request.Path.StartsWithSegments("/api"))
        {
            redirect.Response.StatusCode = status;
        }
        else
        {
            redirect.Response.Redirect(redirect.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
