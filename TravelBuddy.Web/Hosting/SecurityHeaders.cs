namespace TravelBuddy.Web.Hosting;

/// <summary>The headers every answer carries, unless it set its own. Pages use no inline script or style, so the policy needs no exceptions.</summary>
public static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: what answers for a failure empties the headers first.
        context.Response.OnStarting(static state => Set((IHeaderDictionary)state), context.Response.Headers);
        return next(context);
    });

    private static Task Set(IHeaderDictionary headers)
    {
        headers.TryAdd("Content-Security-Policy", Policy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        return Task.CompletedTask;
    }
}
