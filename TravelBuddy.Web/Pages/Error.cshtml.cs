using System.Globalization;
using Htmx;
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
    private const string TokenField = "__RequestVerificationToken";
    private const int MostSentAgain = 100_000;

    public int Code { get; private set; }

    /// <summary>Why a form was not taken, where that is known.</summary>
    public FormRefusal Refusal => FormGuard.RefusalOf(HttpContext);

    /// <summary>How much the page takes, where more was sent.</summary>
    public string? MostMegabytes => FormGuard.CheckOf(HttpContext).Limit is { } bytes ? Math.Floor(bytes / 1048576m).ToString("N0", CultureInfo.CurrentUICulture) : null;

    /// <summary>The page the form stood on; the start if the browser does not say.</summary>
    public string Back => Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == Request.Host.Value ? LocalAddress.OrElse(page.PathAndQuery, "/") : "/";

    /// <summary>A form that came too late, to be sent again as it was; null unless it came from a page of ours, or else anybody's page could have it sent.</summary>
    public (string Address, IReadOnlyList<(string Name, string Value)> Fields)? Sent
    {
        get
        {
            var isOurs = Uri.TryCreate(Request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == Request.Host.Value;
            if (!isOurs || Refusal != FormRefusal.TooOld || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not { } first || Request.Form.Files.Count > 0)
            {
                return null;
            }

            (string Name, string Value)[] fields = [.. Request.Form.Where(one => one.Key != TokenField).SelectMany(one => one.Value.Select(value => (one.Key, value ?? "")))];
            return fields.Sum(one => one.Value.Length) > MostSentAgain ? null : ($"{first.OriginalPathBase}{first.OriginalPath}{first.OriginalQueryString}", fields);
        }
    }

    public string Reference => HttpContext.TraceIdentifier;

    public IActionResult OnGet() => Show();

    public IActionResult OnPost() => Show();

    private IActionResult Show()
    {
        // Not bound: a form that failed may be one that cannot be read, or have a field of this name.
        int? code = int.TryParse(RouteData.Values["code"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Code = failed ? (Response.StatusCode is >= 400 and < 500 ? Response.StatusCode : StatusCodes.Status500InternalServerError) : code is >= 400 and <= 599 ? code.Value : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        if (!Request.IsHtmx())
        {
            return Page();
        }

        // A script asked for a part of a page, and this must not land inside it. What it sent was typed on a page that stays.
        if (HttpMethods.IsPost(Request.Method))
        {
            Response.Htmx(htmx => htmx.Retarget("#refused").Reswap("innerHTML").Reselect("#refusal"));
            return Partial("_Refused", this);
        }

        Response.Htmx(htmx => htmx.Retarget("#main").Reselect("#main").Reswap("outerHTML"));
        return Page();
    }
}
