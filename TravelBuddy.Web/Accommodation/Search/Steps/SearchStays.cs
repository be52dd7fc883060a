using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.WebSearch;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Accommodation.Search.Steps;

/// <summary>Ask a search engine one of a search's queries.</summary>
public sealed record SearchStays(Guid SearchId, int Query) : IStayStep;

/// <summary>Asks, and has the pages read that it names, each page once.</summary>
public sealed class SearchStaysHandler(IWebSearch web, StayProgress progress)
{
    /// <summary>More pages are not read for one search, nor of one site.</summary>
    public const int MostPages = 10, MostOfSite = 2;

    public static void Configure(HandlerChain chain) => chain.RetryForAWhile();

    public async Task HandleAsync(SearchStays command, CancellationToken ct)
    {
        if (await progress.ReadAsync(command.SearchId, ct) is not { EndedAt: null } search || search.Queries.ElementAtOrDefault(command.Query) is not { IsDone: false } query)
        {
            return;
        }

        var answer = await web.SearchAsync(query.AsQuery(), ct);
        await progress.ChangeAsync(command.SearchId, now => now.Queries[command.Query].IsDone ? null : With(now, command.Query, answer), ct);
    }

    /// <summary>A search in which a query was asked, with its new pages to read; where there is nothing to wait for any more it is ranked.</summary>
    public static StayChange With(StaySearch search, int query, SearchAnswer answer)
    {
        var pages = search.Pages.ToList();
        var most = pages.Count + ShareOf(search);
        foreach (var hit in answer.Hits)
        {
            if (pages.Count < most && WebText.Address(hit.Url) is { } url && pages.TrueForAll(page => page.Url != hit.Url) && pages.Count(page => SiteOf(page.Url) == WebText.Site(url)) < MostOfSite)
            {
                pages.Add(new StayPage(hit.Url, hit.Title));
            }
        }

        var asked = search with
        {
            Queries = [.. search.Queries.Select((each, at) => at == query ? each with { IsDone = true, Fault = answer.Fault, Hits = answer.Hits.Count } : each)],
            Pages = pages,
        };
        var read = Enumerable.Range(search.Pages.Count, pages.Count - search.Pages.Count).Select(at => (object)new ReadStayPages(search.Id, at));
        return new StayChange(asked, asked.HasAll ? [new RankStays(search.Id)] : [.. read]);
    }

    /// <summary>How many more pages one query may name: of several places each has its share, and what others left.</summary>
    private static int ShareOf(StaySearch search)
    {
        var left = MostPages - search.Pages.Count;
        return search.Wishes.Places.Count > 1 ? (int)Math.Ceiling(left / (double)search.Queries.Count(query => !query.IsDone)) : left;
    }

    private static string? SiteOf(string url) => WebText.Address(url) is { } address ? WebText.Site(address) : null;
}
