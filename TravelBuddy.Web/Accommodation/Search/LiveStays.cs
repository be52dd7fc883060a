using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>GET /stays/{id}/live: server-sent events that say when a search has changed and when it is over. What changed the page fetches itself.</summary>
public static class LiveStays
{
    public const string Changed = "stays-changed";
    public const string Over = "stays-over";

    private const string Listening = "stays-listening";

    public static void MapLiveStays(this WebApplication app) =>
        app.MapGet("/stays/{id:guid}/live", async (Guid id, int? seen, ICurrentTraveller current, IStaySearches searches, CancellationToken ct) =>
            current.Id is { } travellerId && await searches.FindAsync(id, travellerId, ct) is not null
                ? Results.ServerSentEvents(TellAsync(id, travellerId, seen ?? 0, searches, ct))
                : Results.NotFound()).ExcludeFromDescription();

    private static async IAsyncEnumerable<SseItem<string>> TellAsync(Guid id, Guid travellerId, int seen, IStaySearches searches, [EnumeratorCancellation] CancellationToken ct)
    {
        // The headers go out with the first event: a browser that waits for them takes the stream for slow.
        yield return new SseItem<string>("", Listening);
        while (await searches.FindAsync(id, travellerId, ct) is { } search)
        {
            if (search.Revision != seen || !searches.IsRunning(search))
            {
                seen = search.Revision;
                yield return new SseItem<string>(seen.ToString(System.Globalization.CultureInfo.InvariantCulture), Changed);
            }

            if (!searches.IsRunning(search))
            {
                break;
            }

            await searches.WaitAsync(id, ct);
        }

        yield return new SseItem<string>("", Over);
    }
}
