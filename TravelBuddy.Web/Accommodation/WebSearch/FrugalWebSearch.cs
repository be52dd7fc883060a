using System.Security.Cryptography;
using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.WebSearch;

/// <summary>What a query found, kept until <see cref="ExpiresAt"/> under a hash of provider, language and words.</summary>
public sealed record CachedSearch
{
    public required string Id { get; init; }
    public required IReadOnlyList<SearchHit> Hits { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Asks a provider no oftener than need be: what was found lately is taken from the database, and quota, cost and pace are kept over all nodes.</summary>
public sealed class FrugalWebSearch(IWebSearch provider, SearchOptions options, SearchUse use, Allowances allowances, IDocumentStore store, StaySearchMetrics metrics, TimeProvider time) : IWebSearch
{
    /// <summary>For how long a search may begin to wait, both attempts together: it has twelve seconds, in which it is to be answered and a page to be read.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(7);

    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a provider is left alone that does not say how long it wants to be.</summary>
    private static readonly TimeSpan UsualRest = TimeSpan.FromMinutes(1);

    /// <summary>A key that is refused is no better a moment later.</summary>
    private static readonly TimeSpan RestOfRefused = TimeSpan.FromMinutes(10);

    public bool IsConfigured => provider.IsConfigured;

    private string Name => options.Provider.ToString();

    public async Task<SearchAnswer> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Name}\n{query.Language}\n{TextFolding.Normalize(query.Text)}")));
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<CachedSearch>(id, ct) is { } known && known.ExpiresAt > time.GetUtcNow())
        {
            metrics.Cached(Name);
            return new SearchAnswer(known.Hits);
        }

        var began = time.GetTimestamp();
        var answer = await AskedAsync(query, began, ct);
        if (answer is { Fault: SearchFault.Unavailable or SearchFault.Slow, RestFor: null })
        {
            await Task.Delay(BeforeAgain, time, ct);
            answer = await AskedAsync(query, began, ct);
        }

        if (answer.Fault is null)
        {
            session.Store(new CachedSearch { Id = id, Hits = answer.Hits, ExpiresAt = time.GetUtcNow() + options.CacheFor });
            await session.SaveChangesAsync(ct);
        }

        return answer;
    }

    /// <summary>Asks once, if quota and pace let it: each time counts.</summary>
    private async Task<SearchAnswer> AskedAsync(SearchQuery query, long began, CancellationToken ct)
    {
        if (!await IsInPaceAsync(began, ct))
        {
            return NotAsked(SearchFault.Busy);
        }

        if (await use.TakeAsync(Name, options.CallsPerDay, ct) is { } none)
        {
            return NotAsked(none);
        }

        var started = time.GetTimestamp();
        var answer = await provider.SearchAsync(query, ct);
        metrics.Searched(Name, answer.Fault, time.GetElapsedTime(started));
        if (answer.Fault is SearchFault.Busy or SearchFault.Refused || answer.RestFor > TimeSpan.Zero)
        {
            await use.RestAsync(Name, answer.RestFor > TimeSpan.Zero ? answer.RestFor.Value : answer.Fault == SearchFault.Refused ? RestOfRefused : UsualRest, ct);
        }

        return answer;
    }

    private SearchAnswer NotAsked(SearchFault fault)
    {
        metrics.Searched(Name, fault, took: null);
        return SearchAnswer.Failed(fault);
    }

    /// <summary>Waits for a second in which one more may be asked, for as long as a search that began then has time for its answer.</summary>
    private async Task<bool> IsInPaceAsync(long began, CancellationToken ct)
    {
        while (true)
        {
            if (await allowances.TakeAsync(new Allowance("web-search", options.PerSecond, TimeSpan.FromSeconds(1)), Name, ct))
            {
                return true;
            }

            if (time.GetElapsedTime(began) > LongestWait)
            {
                return false;
            }

            var sinceSecond = TimeSpan.FromTicks(time.GetUtcNow().UtcTicks % TimeSpan.TicksPerSecond);
            await Task.Delay(TimeSpan.FromSeconds(1) - sinceSecond + TimeSpan.FromMilliseconds(5), time, ct);
        }
    }
}
