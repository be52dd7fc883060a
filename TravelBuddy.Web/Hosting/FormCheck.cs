using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace TravelBuddy.Web.Hosting;

/// <summary>Why a form was not taken, for the page that says so.</summary>
public enum FormRefusal
{
    None,

    /// <summary>Without a valid antiforgery token: the page was open too long, or the cookie is gone.</summary>
    TooOld,

    /// <summary>Some field holds control characters (<see cref="PlainText"/>).</summary>
    NotText,

    /// <summary>More than the page takes.</summary>
    TooLarge,

    /// <summary>Announced as a form, but none.</summary>
    Unreadable,
}

/// <summary>What came of reading a form: why it is refused as a whole, or which fields held control characters and are without them now; the limit where it was too large.</summary>
public sealed record FormCheck(FormRefusal Refusal, IReadOnlyList<string> Fields, long? Limit = null)
{
    // A browser shows an answer only after it has sent everything, so what is too large is read and thrown away; beyond this many times the limit nobody waits.
    private const int Patience = 10;

    public static readonly FormCheck Fine = new(FormRefusal.None, []);

    public static FormCheck Refused(FormRefusal refusal, long? limit = null) => new(refusal, [], limit);

    /// <summary>Reads the form of a request, if it has one, and leaves it there without control characters.</summary>
    public static async Task<FormCheck> OfAsync(HttpRequest request)
    {
        if (!request.Query.All(field => PlainText.Is(field.Key) && field.Value.All(PlainText.Is)))
        {
            return Refused(FormRefusal.NotText);
        }

        if (!request.HasFormContentType)
        {
            return Fine;
        }

        var limit = request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var most = limit?.MaxRequestBodySize;
        try
        {
            if (request.ContentLength > most)
            {
                await ThrowAwayAsync(request, limit!, most.Value);
                return TooLarge(request, most);
            }

            return Cleaned(request, await ReadAsync(request));
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(request, most);
        }
        catch (InvalidDataException) when (!IsMultipart(request))
        {
            // Only its limits on fields are left to complain of: everything else is some form.
            return TooLarge(request, null);
        }
        catch (Exception error) when (error is InvalidDataException or IOException && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            request.Form = FormCollection.Empty;
            return Refused(FormRefusal.Unreadable);
        }
    }

    private static bool IsMultipart(HttpRequest request) => request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    // Not by the framework's own reader of plain forms, which gives up at a NUL; browsers send them as UTF-8, whatever is said.
    private static async Task<IFormCollection> ReadAsync(HttpRequest request)
    {
        if (IsMultipart(request))
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }

        using var reader = new FormReader(request.Body, System.Text.Encoding.UTF8);
        return new FormCollection(await reader.ReadFormAsync(request.HttpContext.RequestAborted));
    }

    private static FormCheck Cleaned(HttpRequest request, IFormCollection form)
    {
        if (!form.Keys.All(PlainText.Is) || !form.Files.All(file => PlainText.Is(file.FileName) && PlainText.Is(file.Name)))
        {
            return Refused(FormRefusal.NotText);
        }

        string[] fields = [.. form.Where(field => !field.Value.All(PlainText.Is)).Select(field => field.Key)];
        request.Form = fields.Length == 0 ? form
            : new FormCollection(form.ToDictionary(field => field.Key, field => new Microsoft.Extensions.Primitives.StringValues([.. field.Value.Select(value => PlainText.Of(value ?? ""))])), form.Files);
        return fields.Length == 0 ? Fine : new FormCheck(FormRefusal.None, fields);
    }

    private static FormCheck TooLarge(HttpRequest request, long? limit)
    {
        request.Form = FormCollection.Empty;
        return Refused(FormRefusal.TooLarge, limit);
    }

    private static async Task ThrowAwayAsync(HttpRequest request, IHttpMaxRequestBodySizeFeature limit, long most)
    {
        var waits = request.Headers.Expect.Any(value => value?.Contains("100-continue", StringComparison.OrdinalIgnoreCase) == true);
        if (waits || limit.IsReadOnly || request.ContentLength > most * Patience)
        {
            return;
        }

        limit.MaxRequestBodySize = null;
        await request.Body.DrainAsync(request.HttpContext.RequestAborted);
    }
}
