using Marten;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>Which vectors to search now; another node's switch shows within two seconds.</summary>
public sealed class SearchedEncoder(IDocumentStore store, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private volatile Known? _known;

    /// <summary>The active encoder, or null before the first catalogue is encoded.</summary>
    public async ValueTask<ActiveEncoder?> CurrentAsync(CancellationToken ct)
    {
        if (_known is { } known && time.GetElapsedTime(known.ReadAt) < Fresh)
        {
            return known.Encoder;
        }

        await using var session = store.QuerySession();
        var encoder = await session.LoadAsync<ActiveEncoder>(ActiveEncoder.Only, ct);
        _known = encoder is null ? null : new Known(encoder, time.GetTimestamp());
        return encoder;
    }

    private sealed record Known(ActiveEncoder Encoder, long ReadAt);
}
