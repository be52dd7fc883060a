using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Catalog.Places;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Accommodation.Search.Steps;

/// <summary>Read one page that a search engine named.</summary>
public sealed record ReadStayPages(Guid SearchId, int Page) : IStayStep;

/// <summary>Reads the page once, and has ranked what is known then.</summary>
public sealed class ReadStayPagesHandler(PageReader reader, WebStays stays, Gazetteer gazetteer, StayProgress progress)
{
    public static void Configure(HandlerChain chain) => chain.RetryForAWhile();

    public async Task HandleAsync(ReadStayPages command, CancellationToken ct)
    {
        if (await progress.ReadAsync(command.SearchId, ct) is not { EndedAt: null } search || search.Pages.ElementAtOrDefault(command.Page) is not { IsDone: false } page || WebText.Address(page.Url) is not { } url)
        {
            return;
        }

        var answer = await reader.ReadAsync(url, ct);
        var near = search.Wishes.Places.Select(gazetteer.Find).OfType<Place>().ToList();
        FoundStay[] found = [.. answer.Stays.Select(stay => stays.Of(stay, answer.Url, answer.At, near)).OfType<FoundStay>()];
        await progress.ChangeAsync(command.SearchId, now => now.Pages[command.Page].IsDone ? null : With(now, command.Page, page with { IsDone = true, Fault = answer.Fault, Stays = found }), ct);
    }

    private static StayChange With(StaySearch search, int at, StayPage page)
    {
        var read = search with { Pages = [.. search.Pages.Select((each, i) => i == at ? page : each)] };
        return page.Stays is { Count: > 0 } || read.HasAll ? new StayChange(read, new RankStays(search.Id)) : new StayChange(read);
    }
}
