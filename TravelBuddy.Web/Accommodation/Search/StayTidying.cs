using Marten;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.WebSearch;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>Forgets searches that nobody looks at any more, and what is no longer good of the web.</summary>
public sealed class StayTidying(IDocumentStore store, SearchUse use, TimeProvider time) : ITidying
{
    /// <summary>How long a search is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task TidyAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var before = now - Kept;
        await using var session = store.LightweightSession();
        session.DeleteWhere<StaySearch>(search => search.At < before);
        session.DeleteWhere<CachedSearch>(cached => cached.ExpiresAt < now);
        session.DeleteWhere<CachedPage>(cached => cached.ExpiresAt < now);
        await session.SaveChangesAsync(ct);
        await use.TidyAsync(DateOnly.FromDateTime(before.UtcDateTime), ct);
    }
}
