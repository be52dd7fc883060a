using System.Net;
using System.Security.Cryptography;
using Marten;
using Microsoft.Extensions.Caching.Hybrid;
using TravelBuddy.Web.Accommodation.WebSearch;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accommodation.Reading;

/// <summary>Why a page told nothing.</summary>
public enum PageFault
{
    /// <summary>Its site's robots.txt does not want it fetched.</summary>
    NotAllowed,

    /// <summary>It cannot be reached, or its address is not of the open internet.</summary>
    Unreachable,

    /// <summary>It was not there in time.</summary>
    Slow,

    /// <summary>It is no web page.</summary>
    NotAPage,

    /// <summary>It says nothing of a house in a form that programs can read.</summary>
    SaysNothing,
}

/// <summary>What a page said of houses, or why nothing; <paramref name="At"/>: when it was read, <paramref name="Url"/>: where it stood in the end.</summary>
public sealed record PageAnswer(Uri Url, IReadOnlyList<PageStay> Stays, PageFault? Fault, DateTimeOffset At);

/// <summary>What a page said, kept until <see cref="ExpiresAt"/> under a hash of its address.</summary>
public sealed record CachedPage
{
    public required string Id { get; init; }
    public required string Url { get; init; }
    public required IReadOnlyList<PageStay> Stays { get; init; }
    public PageFault? Fault { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>
/// Reads a page that a search found: http(s) from the open internet alone, as its site's robots.txt allows, the first megabyte, within three seconds, redirects included. What it says is kept for a
/// while, also that it says nothing.
/// </summary>
public sealed class PageReader(IHttpClientFactory clients, IDocumentStore store, HybridCache cache, SearchOptions options, StaySearchMetrics metrics, TimeProvider time)
{
    public const string Client = "stay-pages";

    /// <summary>Our product token in robots.txt.</summary>
    public const string Product = "TravelBuddy";

    /// <summary>How much of a page is read.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>How long a page may take, with its redirects.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(3);

    private const int MostRedirects = 3;

    /// <summary>What failed may be better soon.</summary>
    private static readonly TimeSpan FailedFor = TimeSpan.FromMinutes(10);

    private static readonly HybridCacheEntryOptions ForAnHour = new() { Expiration = TimeSpan.FromHours(1), LocalCacheExpiration = TimeSpan.FromHours(1), Flags = HybridCacheEntryFlags.DisableDistributedCache };

    public async Task<PageAnswer> ReadAsync(Uri url, CancellationToken ct)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(url.AbsoluteUri)));
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<CachedPage>(id, ct) is { } known && known.ExpiresAt > time.GetUtcNow() && WebText.Address(known.Url) is { } at)
        {
            return new PageAnswer(at, known.Stays, known.Fault, known.At);
        }

        var answer = await FetchAsync(url, ct);
        metrics.Fetched(answer.Fault);
        var isLasting = answer.Fault is null or PageFault.SaysNothing or PageFault.NotAllowed or PageFault.NotAPage;
        session.Store(new CachedPage { Id = id, Url = answer.Url.AbsoluteUri, Stays = answer.Stays, Fault = answer.Fault, At = answer.At, ExpiresAt = answer.At + (isLasting ? options.PageCacheFor : FailedFor) });
        await session.SaveChangesAsync(ct);
        return answer;
    }

    private async Task<PageAnswer> FetchAsync(Uri url, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Within);
        try
        {
            for (var redirects = 0; redirects <= MostRedirects; redirects++)
            {
                if (!(await RobotsAsync(url, limit.Token)).Allows(url.PathAndQuery))
                {
                    return Failed(url, PageFault.NotAllowed);
                }

                using var response = await clients.CreateClient(Client).GetAsync(url, HttpCompletionOption.ResponseHeadersRead, limit.Token);
                if (response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
                {
                    if (WebText.Address(response.Headers.Location?.OriginalString, url) is not { } next)
                    {
                        return Failed(url, PageFault.Unreachable);
                    }

                    url = next;
                    continue;
                }

                return !response.IsSuccessStatusCode ? Failed(url, PageFault.Unreachable)
                    : response.Content.Headers.ContentType?.MediaType is not ("text/html" or "application/xhtml+xml") ? Failed(url, PageFault.NotAPage)
                    : StructuredPage.Read(await FirstBytesAsync(response, MostBytes, limit.Token), response.Content.Headers.ContentType.CharSet, time.TodayInVietNam()) is { Count: > 0 } stays ? new PageAnswer(url, stays, null, time.GetUtcNow())
                    : Failed(url, PageFault.SaysNothing);
            }

            return Failed(url, PageFault.Unreachable);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Failed(url, PageFault.Slow);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or InvalidDataException)
        {
            return Failed(url, PageFault.Unreachable);
        }
    }

    private PageAnswer Failed(Uri url, PageFault fault) => new(url, [], fault, time.GetUtcNow());

    private async Task<RobotsRules> RobotsAsync(Uri url, CancellationToken ct)
    {
        var origin = url.GetLeftPart(UriPartial.Authority);
        // Kept as text: what allows all is an empty file, what allows nothing says so.
        var text = await cache.GetOrCreateAsync($"robots:{origin}", async token => await RobotsTextAsync(new Uri($"{origin}/robots.txt"), token), ForAnHour, cancellationToken: ct);
        return RobotsRules.Parse(text, Product);
    }

    /// <summary>RFC 9309: no such file (4xx) allows all, a server that fails allows nothing.</summary>
    private async Task<string> RobotsTextAsync(Uri url, CancellationToken ct)
    {
        const string Nothing = "User-agent: *\nDisallow: /";
        for (var redirects = 0; redirects <= MostRedirects + 2; redirects++)
        {
            using var response = await clients.CreateClient(Client).GetAsync(url, HttpCompletionOption.ResponseHeadersRead, ct);
            if ((int)response.StatusCode is >= 300 and < 400 && WebText.Address(response.Headers.Location?.OriginalString, url) is { } next)
            {
                url = next;
                continue;
            }

            return response.IsSuccessStatusCode ? System.Text.Encoding.UTF8.GetString(await FirstBytesAsync(response, RobotsRules.MostBytes, ct))
                : (int)response.StatusCode is >= 400 and < 500 and not 429 ? ""
                : Nothing;
        }

        return "";
    }

    private static async Task<byte[]> FirstBytesAsync(HttpResponseMessage response, int most, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[32 * 1024];
        while (kept.Length < most && await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most - kept.Length)), ct) is > 0 and var read)
        {
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
