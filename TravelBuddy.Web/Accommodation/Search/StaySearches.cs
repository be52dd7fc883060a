using Marten;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Search.Steps;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Accommodation.WebSearch;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>Looks through the directory near the places asked for, ranks, and records; the web, where it is searched, and a model's summary follow by messages of the same transaction.</summary>
public sealed class StaySearches(
    IDocumentStore store, StayDirectory directory, NearStays nearStays, StayOrder order, StayWords words, StayProgress progress, StayNews news, IWebSearch web, ILanguageModel model, VisitorLimits limits, TimeProvider time) : IStaySearches
{
    /// <summary>How many are recorded of a search.</summary>
    public const int Most = 20;

    /// <summary>When a search ends with what it has.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    /// <summary>How much later its end may be told, after which it is over untold.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>The same question again within this time is the same search: a message that was handled again, a button that was pressed twice.</summary>
    private static readonly TimeSpan Same = TimeSpan.FromMinutes(3);

    /// <summary>How often a visitor has the web and a model search for them: each time is a few of the day's queries, which are everybody's.</summary>
    public static readonly VisitorLimit PerVisitor = new("stays", 30, 300, TimeSpan.FromDays(1));

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public async Task<StaySearch> SearchAsync(Guid travellerId, string? packageId, StayWishes wishes, CancellationToken ct, string? address = null)
    {
        var now = time.GetUtcNow();
        wishes = wishes.Ahead(time.TodayInVietNam());
        var near = await nearStays.ReadAsync(wishes, ct);
        wishes = wishes with { Said = words.Said(wishes, near), Words = [] };
        await using var session = store.QuerySession();
        if (await AgainAsync(session, travellerId, packageId, wishes, now, ct) is { } known)
        {
            return known;
        }

        var mayGoOn = wishes.Places.Count > 0 && (web.IsConfigured || model.IsConfigured);
        var goesOn = mayGoOn && await limits.TakeAsync(PerVisitor, travellerId, address, ct);
        var searches = goesOn && web.IsConfigured;
        var search = order.Ranked(new StaySearch
        {
            Id = Guid.CreateVersion7(),
            TravellerId = travellerId,
            PackageId = packageId,
            Wishes = wishes,
            At = now,
            SearchesWeb = searches,
            IsLimited = mayGoOn && !goesOn && web.IsConfigured,
            SummaryAsked = goesOn && !searches,
            Deadline = goesOn ? now + Patience : null,
        }, near);
        return await progress.StartAsync(
            searches ? new StayChange(search, new WriteStayQueries(search.Id)) : goesOn ? new StayChange(search, new SummariseStays(search.Id)) : new StayChange(search),
            goesOn ? [(new EndStaySearch(search.Id), Patience)] : [],
            // Of two that come at once the second finds the first.
            other => AgainAsync(other, travellerId, packageId, wishes, now, ct), ct);
    }

    public async Task<StaySearch> WithoutAsync(StaySearch search, StayWishes wishes, CancellationToken ct, string? address = null)
    {
        var now = time.GetUtcNow();
        if (IsRunning(search) || search.WebFault(now) is not null)
        {
            return await SearchAsync(search.TravellerId, search.PackageId, wishes, ct, address);
        }

        wishes = wishes.Ahead(time.TodayInVietNam());
        var again = order.Ranked(search with { Id = Guid.CreateVersion7(), Wishes = wishes, At = now, Revision = 0, Deadline = null, EndedAt = now, Summary = [] }, await nearStays.ReadAsync(wishes, ct));
        return await progress.StartAsync(new StayChange(again), [], other => AgainAsync(other, search.TravellerId, search.PackageId, wishes, now, ct), ct);
    }

    public async Task<StaySearch?> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<StaySearch>(id, ct);
    }

    public async Task<StaySearch?> FindAsync(Guid id, Guid travellerId, CancellationToken ct) => await ReadAsync(id, ct) is { } search && search.TravellerId == travellerId ? search : null;

    public async Task<IReadOnlyDictionary<string, FoundStay>> StaysAsync(StaySearch search, CancellationToken ct)
    {
        var told = search.Web.Concat(search.Joined).ToDictionary(found => found.Stay.Id, StringComparer.Ordinal);
        var known = await directory.FindAsync([.. search.Found.Select(found => found.StayId).Where(id => !told.ContainsKey(id))], ct);
        return search.Found.Select(found => told.GetValueOrDefault(found.StayId) ?? (known.GetValueOrDefault(found.StayId) is { } stay ? FoundStay.OfDirectory(stay) : null)).OfType<FoundStay>()
            .ToDictionary(found => found.Stay.Id, StringComparer.Ordinal);
    }

    public bool IsRunning(StaySearch search) => search.IsRunning(time.GetUtcNow());

    public Task WaitAsync(Guid id, CancellationToken ct) => news.WaitAsync(id, Look, time, ct);

    private static async Task<StaySearch?> AgainAsync(IQuerySession session, Guid travellerId, string? packageId, StayWishes wishes, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Same;
        var lately = await session.Query<StaySearch>().Where(search => search.TravellerId == travellerId && search.At > since).OrderByDescending(search => search.At).Take(20).ToListAsync(ct);
        return lately.FirstOrDefault(search => search.PackageId == packageId && search.WebFault(now) is null && search.Wishes.IsSameAs(wishes));
    }
}
