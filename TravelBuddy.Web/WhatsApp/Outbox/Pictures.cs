using Marten;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Uploads each picture once per number and reuses its media id until shortly before Meta forgets it.</summary>
public sealed class Pictures(IHttpClientFactory clients, OwnAddress own, IDocumentStore store, GraphClient graph, BusinessAccount account, TimeProvider time)
{
    /// <summary>Name of the HTTP client that reads our own <c>/media/</c>.</summary>
    public const string Reading = "own-media";

    /// <summary>Meta keeps an upload 30 days.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(29);

    /// <summary>The media id of a picture of ours; null if the picture is not there or Meta does not take it, so the message goes without.</summary>
    public async Task<string?> MediaIdAsync(string pictureHash, CancellationToken ct)
    {
        var number = await account.GetAsync(ct);
        var key = UploadedMedia.Key(number.PhoneNumberId, pictureHash);
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<UploadedMedia>(key, ct) is { } known && known.ExpiresAt > time.GetUtcNow())
        {
            return known.MediaId;
        }

        if (await ReadAsync(pictureHash, ct) is not var (bytes, mime) || await graph.UploadAsync(bytes, mime, ct) is not { } mediaId)
        {
            return null;
        }

        session.Store(new UploadedMedia { Id = key, MediaId = mediaId, ExpiresAt = time.GetUtcNow() + Kept });
        await session.SaveChangesAsync(ct);
        return mediaId;
    }

    /// <summary>Forgets the upload, so that the next message uploads the picture again.</summary>
    public async Task ForgetAsync(string pictureHash, CancellationToken ct)
    {
        var number = await account.GetAsync(ct);
        await using var session = store.LightweightSession();
        session.Delete<UploadedMedia>(UploadedMedia.Key(number.PhoneNumberId, pictureHash));
        await session.SaveChangesAsync(ct);
    }

    private async Task<(byte[] Bytes, string Mime)?> ReadAsync(string pictureHash, CancellationToken ct)
    {
        try
        {
            using var response = await clients.CreateClient(Reading).GetAsync($"{own.Address}/media/{Uri.EscapeDataString(pictureHash)}", ct);
            return response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType is ("image/jpeg" or "image/png") and var mime
                ? (await response.Content.ReadAsByteArrayAsync(ct), mime)
                : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
