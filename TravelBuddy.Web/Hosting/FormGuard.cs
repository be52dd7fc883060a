using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace TravelBuddy.Web.Hosting;

/// <summary>Why a form was not taken, for the page that says so.</summary>
public enum FormRefusal
{
    None,

    /// <summary>Without a valid antiforgery token: the page was open too long, or the cookie is gone.</summary>
    TooOld,

    /// <summary>Some field holds control characters (<see cref="PlainText"/>).</summary>
    NotText,
}

/// <summary>
/// Stands before every page: what no field may hold is refused here once, before anything is bound. A resource filter, because limits on the size of a
/// form and antiforgery come earlier; an always running result filter, because antiforgery ends a request before other filters are asked.
/// </summary>
public sealed class FormGuard : IAsyncResourceFilter, IAsyncAlwaysRunResultFilter
{
    public static FormRefusal RefusalOf(HttpContext http) => http.Items[typeof(FormRefusal)] is FormRefusal refusal ? refusal : FormRefusal.None;

    /// <summary>Whether a request is refused, for endpoints that are no pages; they answer with a bare 400, and the error page says why.</summary>
    public static async Task<bool> RefusesAsync(HttpContext http, IAntiforgery antiforgery)
    {
        var refusal = !await IsPlainAsync(http.Request) ? FormRefusal.NotText : !await antiforgery.IsRequestValidAsync(http) ? FormRefusal.TooOld : FormRefusal.None;
        http.Items[typeof(FormRefusal)] = refusal;
        return refusal != FormRefusal.None;
    }

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        // The page that tells of the refusal is asked with the same form.
        if (RefusalOf(http) == FormRefusal.None && !await IsPlainAsync(http.Request))
        {
            http.Items[typeof(FormRefusal)] = FormRefusal.NotText;
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        await next();
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            // A form that cannot be read has no readable token either.
            context.HttpContext.Items[typeof(FormRefusal)] = await IsPlainAsync(context.HttpContext.Request) ? FormRefusal.TooOld : FormRefusal.NotText;
        }

        await next();
    }

    private static async Task<bool> IsPlainAsync(HttpRequest request)
    {
        if (!request.Query.All(field => PlainText.Is(field.Key) && field.Value.All(PlainText.Is)))
        {
            return false;
        }

        if (!request.HasFormContentType)
        {
            return true;
        }

        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.All(field => PlainText.Is(field.Key) && field.Value.All(PlainText.Is)) && form.Files.All(file => PlainText.Is(file.FileName));
        }
        catch (InvalidDataException)
        {
            // The framework's own reader refuses NUL, and whatever is no form.
            return false;
        }
    }
}
