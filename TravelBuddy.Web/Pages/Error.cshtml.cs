using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

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
    public string Reference => HttpContext.TraceIdentifier;

    public void OnGet(int? code) => Show(code);

    public void OnPost(int? code) => Show(code);

    private void Show(int? code)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Code = failed ? (Response.StatusCode is >= 400 and < 500 ? Response.StatusCode : StatusCodes.Status500InternalServerError) : code is >= 400 and <= 599 ? code.Value : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
    }
}
