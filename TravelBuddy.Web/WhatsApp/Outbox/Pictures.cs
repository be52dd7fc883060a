using Marten;
using TravelBuddy.Web.Catalog.Pictures;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Uploads each picture once per number and reuses its media id until shortly before Meta forgets it.</summary>
public sealed class Pictures(MediaStore media, IDocumentStore store, GraphMedia graph, BusinessAccount account, TimeProvider time)
{
    /// <summary>Meta keeps an upload 30 days.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(29);

    /// <summary>The media id of a picture of ours; null if the picture is not there or Meta does not take it, so the message goes without.</summary>
    /// <exception cref="UploadFailedException">It could not be uploaded now.</exception>
    public async Task<string?> MediaIdAsync(string pictureHash, CancellationToken ct)
    {
        var number = await account.GetAsync(ct);
        var key = UploadedMedia.Key(number.PhoneNumberId, pictureHash);
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<UploadedMedia>(key, ct) is { } known && known.ExpiresAt > time.GetUtcNow())
        {
            return known.MediaId;
        }

        if (await media.FindAsync(pictureHash, ct) is not { } picture || await graph.UploadAsync(picture.Bytes, picture.ContentType, ct) is not { } mediaId)
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
}
