using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>
/// GET /stays/{id}/live: server-sent events that say when a search has changed and when it is over. What changed the page fetches itself. So many listen to one process; whoever comes after them is told
/// to be quiet, and polls.
/// </summary>
public static class LiveStays
{
    public const string Changed = "stays-changed";
    public const string Over = "stays-over";

    /// <summary>Each holds a connection and looks at the database once a second.</summary>
    public const int MostListeners = 500;

    private const string Listening = "stays-listening";

    public static void MapLiveStays(this WebApplication app) =>
        app.MapGet("/stays/{id:guid}/live", async (Guid id, int? seen, ICurrentTraveller current, IStaySearches searches, StayNews news, CancellationToken ct) =>
            current.Id is not { } travellerId || await searches.FindAsync(id, travellerId, ct) is null ? Results.NotFound()
            : news.Listeners >= MostListeners ? Results.NoContent()
            : Results.ServerSentEvents(TellAsync(id, travellerId, seen ?? 0, searches, news, ct))).ExcludeFromDescription();

    private static async IAsyncEnumerable<SseItem<string>> TellAsync(Guid id, Guid travellerId, int seen, IStaySearches searches, StayNews news, [EnumeratorCancellation] CancellationToken ct)
    {
        using var listening = news.Listen();
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
