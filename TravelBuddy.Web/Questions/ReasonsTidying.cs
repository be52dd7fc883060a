using Marten;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Questions;

/// <summary>Forgets what a model said of tours and is no longer kept.</summary>
public sealed class ReasonsTidying(IDocumentStore store, TimeProvider time) : ITidying
{
    public async Task TidyAsync(CancellationToken ct)
    {
        var oldest = time.GetUtcNow() - KeptReasons.Time;
        await using var session = store.LightweightSession();
        session.DeleteWhere<KeptReasons>(kept => kept.At < oldest);
        await session.SaveChangesAsync(ct);
    }
}
