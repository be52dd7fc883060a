using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TravelBuddy.Tests.Accommodation.WebSearch;

/// <summary>Speaks the side of SearXNG, Brave Search and Google's Custom Search on loopback, and holds pages of houses that they name.</summary>
public sealed class StandInSearch : IAsyncDisposable
{
    private readonly TaskCompletionSource _closing = new();
    private LoopbackServer? _server;

    /// <summary>What is found: address, title and the words below it.</summary>
    public IReadOnlyList<(string Url, string Title, string Words)> Hits { get; set; } = [];

    /// <summary>What the next searches get instead, one each.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Mishaps { get; } = new();

    /// <summary>What every search gets instead, after the mishaps.</summary>
    public Func<HttpContext, Task>? Always { get; set; }

    /// <summary>The requests it was sent: path, query and the header that holds the key.</summary>
    public ConcurrentQueue<(string Path, IQueryCollection Query, string? Key)> Asked { get; } = new();

    /// <summary>Pages by path, each answering as it likes.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Pages { get; } = new();

    /// <summary>Paths of pages that were fetched, and the user agents they were fetched by.</summary>
    public ConcurrentQueue<(string Path, string Agent)> Fetched { get; } = new();

    public string Address => _server?.Address ?? "";

    /// <summary>Never answers while this is open.</summary>
    public Func<HttpContext, Task> Silence => context => _closing.Task.WaitAsync(context.RequestAborted);

    public async Task<StandInSearch> StartAsync()
    {
        _server = await LoopbackServer.StartAsync(app =>
        {
            app.MapGet("/search", context => AnswerAsync(context, context.Request.Headers.Authorization, () => new { query = "", number_of_results = 0, results = Hits.Select(hit => new { url = hit.Url, title = hit.Title, content = hit.Words, engine = "stand-in", score = 1.0 }), unresponsive_engines = Array.Empty<object>() }));
            app.MapGet("/res/v1/web/search", context => AnswerAsync(context, context.Request.Headers["X-Subscription-Token"], () => Hits.Count == 0
                ? new { type = "search", query = new { original = "" } }
                : new { type = "search", web = new { type = "search", results = Hits.Select(hit => new { title = hit.Title, url = hit.Url, description = hit.Words, language = "en" }) } }));
            app.MapGet("/customsearch/v1", context => AnswerAsync(context, context.Request.Headers["X-Goog-Api-Key"], () => Hits.Count == 0
                ? new { kind = "customsearch#search", searchInformation = new { totalResults = "0" } }
                : new { kind = "customsearch#search", items = Hits.Select(hit => new { kind = "customsearch#result", title = hit.Title, link = hit.Url, snippet = hit.Words }) }));
            // The usual fallback passes over names of files, such as robots.txt.
            app.MapFallback("{*path}", async context =>
            {
                Fetched.Enqueue((context.Request.Path, context.Request.Headers.UserAgent.ToString()));
                if (Pages.TryGetValue(context.Request.Path, out var page))
                {
                    await page(context);
                    return;
                }

                context.Response.StatusCode = 404;
            });
        });
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        _closing.TrySetResult();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>An answer with a status, a body and headers.</summary>
    public static Func<HttpContext, Task> Answering(int status, string body = "", string contentType = "application/json", params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(body);
    };

    /// <summary>A web page.</summary>
    public static Func<HttpContext, Task> Html(string html) => Answering(200, html, "text/html; charset=utf-8");

    private async Task AnswerAsync(HttpContext context, string? key, Func<object> answer)
    {
        Asked.Enqueue((context.Request.Path, context.Request.Query, key));
        if (Mishaps.TryDequeue(out var mishap) || (mishap = Always) is not null)
        {
            await mishap!(context);
            return;
        }

        await Results.Json(answer()).ExecuteAsync(context);
    }
}
