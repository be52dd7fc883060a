using Marten;

namespace TravelBuddy.Web.Simulator;

/// <summary>One thing that went wrong; kept to be counted, in the transaction of what it befell where there is one.</summary>
public sealed record PretendMishap
{
    public required Guid Id { get; init; }
    public required Mishap Kind { get; init; }

    public static PretendMishap Of(Mishap kind) => new() { Id = Guid.CreateVersion7(), Kind = kind };
}

/// <summary>Sets how the pretend Meta misbehaves and counts how often it did.</summary>
public sealed class MisbehaviourPanel(IDocumentStore store)
{
    public async Task<Misbehaviour> GetAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Misbehaviour>(Misbehaviour.Only, ct) ?? new Misbehaviour();
    }

    public async Task SetAsync(Misbehaviour misbehaviour, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(misbehaviour);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Everything goes well again, and the counters start at nothing.</summary>
    public async Task ResetAsync(CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(new Misbehaviour());
        session.DeleteWhere<PretendMishap>(mishap => true);
        await session.SaveChangesAsync(ct);
    }

    public async Task CountAsync(Mishap kind, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Insert(PretendMishap.Of(kind));
        await session.SaveChangesAsync(ct);
    }

    /// <summary>How often each thing happened since the last reset.</summary>
    public async Task<IReadOnlyDictionary<Mishap, int>> CountsAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var batch = session.CreateBatchQuery();
        var counts = Enum.GetValues<Mishap>().ToDictionary(kind => kind, kind => batch.Query<PretendMishap>().Where(mishap => mishap.Kind == kind).Count());
        await batch.Execute(ct);
        var result = new Dictionary<Mishap, int>();
        foreach (var (kind, count) in counts)
        {
            result[kind] = (int)await count;
        }

        return result;
    }
}
