using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;

namespace TravelBuddy.Web.Hosting;

/// <summary>A page that can show what was sent to it once more, with messages beside its fields (from ModelState), and without doing anything else.</summary>
public interface IShowsFormAgain
{
    /// <summary>Whether the form has a place for a message beside this field.</summary>
    bool HasMessageFor(string field);

    /// <summary>The page, or the part of it that was asked for. The status is set already.</summary>
    Task<IActionResult> ShowAgainAsync(CancellationToken ct);
}

/// <summary>
/// Stands before every page: what no field may hold is refused here once, before anything is bound. A filter of authorization, to come before antiforgery, which
/// takes a form it cannot read for one that is too old, and after the page's own limits on the size of a form; an always running result filter, because
/// antiforgery ends a request before other filters are asked.
/// </summary>
public sealed class FormGuard(IStringLocalizer<ErrorTexts> texts) : IAsyncAuthorizationFilter, IAsyncPageFilter, IAsyncAlwaysRunResultFilter
{
    /// <summary>Between the framework's limits on forms (900) and its antiforgery (1000).</summary>
    public const int Order = 950;

    public static FormRefusal RefusalOf(HttpContext http) => CheckOf(http).Refusal;

    public static FormCheck CheckOf(HttpContext http) => http.Items[typeof(FormCheck)] as FormCheck ?? FormCheck.Fine;

    /// <summary>The status that refuses a request, for endpoints that are no pages; the error page says why. Null if nothing is wrong with it.</summary>
    public static async Task<int?> RefusesAsync(HttpContext http, IAntiforgery antiforgery)
    {
        var check = await FormCheck.OfAsync(http.Request);
        return check.Refusal != FormRefusal.None ? Refuse(http, check)
            : check.Fields.Count > 0 ? Refuse(http, FormCheck.Refused(FormRefusal.NotText))
            : !await antiforgery.IsRequestValidAsync(http) ? Refuse(http, FormCheck.Refused(FormRefusal.TooOld))
            : null;
    }

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (IsTold(http))
        {
            return;
        }

        var check = await FormCheck.OfAsync(http.Request);
        http.Items[typeof(FormCheck)] = check;
        if (check.Refusal != FormRefusal.None)
        {
            context.Result = new StatusCodeResult(Refuse(http, check));
        }
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (IsTold(http))
        {
            await next();
        }
        else if (context.HandlerMethod is null && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            // Without a handler for it the framework shows the page as it is, with nothing loaded.
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else if (CheckOf(http) is not { Refusal: FormRefusal.None, Fields: { Count: > 0 } fields })
        {
            await next();
        }
        else if (context.HandlerInstance is IShowsFormAgain page && fields.All(page.HasMessageFor))
        {
            foreach (var field in fields)
            {
                context.ModelState.AddModelError(field, texts["This held control characters, which come along when text is copied from some programs. They are taken out; please check it and send it again."]);
            }

            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            context.Result = await page.ShowAgainAsync(http.RequestAborted);
        }
        else
        {
            context.Result = new StatusCodeResult(Refuse(http, FormCheck.Refused(FormRefusal.NotText)));
        }
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            Refuse(context.HttpContext, FormCheck.Refused(FormRefusal.TooOld));
        }

        await next();
    }

    /// <summary>Whether the page that tells what went wrong is asked, which is with the same form.</summary>
    private static bool IsTold(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

    private static int Refuse(HttpContext http, FormCheck check)
    {
        http.Items[typeof(FormCheck)] = check;
        return check.Refusal == FormRefusal.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
    }
}
