using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Pages;

/// <summary>
/// What went wrong, in words: <c>/error/{code}</c> for status codes and <c>/error</c> for exceptions (500). Answers any method, for the request that
/// failed may have been a POST; without antiforgery, for there is nothing to forge. The number shown finds the request in the log.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Duration = 0, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    /// <summary>Why a form was not taken, where that is known.</summary>
    public FormRefusal Refusal => FormGuard.RefusalOf(HttpContext);

    /// <summary>How much the page takes, where more was sent.</summary>
    public string? MostMegabytes => FormGuard.CheckOf(HttpContext).Limit is { } bytes ? Math.Floor(bytes / 1048576m).ToString("N0", CultureInfo.CurrentUICulture) : null;

    /// <summary>The page the form stood on; the start if the browser does not say.</summary>
    public string Back => Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == Request.Host.Value ? LocalAddress.OrElse(page.PathAndQuery, "/") : "/";

    public string Reference => HttpContext.TraceIdentifier;

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        // Not bound: a form that failed may be one that cannot be read, or have a field of this name.
        int? code = int.TryParse(RouteData.Values["code"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Code = failed ? (Response.StatusCode is >= 400 and < 500 ? Response.StatusCode : StatusCodes.Status500InternalServerError) : code is >= 400 and <= 599 ? code.Value : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        // A script asked for a part of a page; this replaces the whole content instead of landing inside it.
        Response.Headers["HX-Retarget"] = Response.Headers["HX-Reselect"] = "#main";
        Response.Headers["HX-Reswap"] = "outerHTML";
    }
}
