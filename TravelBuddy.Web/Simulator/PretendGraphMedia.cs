using System.Globalization;
using System.Text.Json.Nodes;
using Marten;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Simulator;

/// <summary>Uploads, and what phones sent, at the pretend Graph API: an id leads to an address that lives five minutes and needs the token too.</summary>
internal static class PretendGraphMedia
{
    private const int MaxBytes = 5 * 1024 * 1024;
    private static readonly TimeSpan AddressLives = TimeSpan.FromMinutes(5);

    public static async Task<IResult> UploadAsync(HttpContext http, IDocumentSession session, TimeProvider time, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType)
        {
            return GraphAnswers.Error(GraphShape.Invalid("The body must be multipart/form-data."));
        }

        var form = await http.Request.ReadFormAsync(ct);
        if (form["messaging_product"] != "whatsapp" || form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return GraphAnswers.Error(GraphShape.Missing("messaging_product or file"));
        }

        if (file.Length > MaxBytes)
        {
            return GraphAnswers.Error(GraphShape.Invalid("Pictures have at most 5 MB."));
        }

        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, ct);
        var bytes = buffer.ToArray();
        var mime = bytes is [0xFF, 0xD8, 0xFF, ..] ? "image/jpeg" : bytes is [0x89, 0x50, 0x4E, 0x47, ..] ? "image/png" : null;
        if (mime is null || mime != form["type"])
        {
            return GraphAnswers.Error(GraphShape.Invalid("The file must be the JPEG or PNG that type says it is."));
        }

        var media = PretendMedia.Of(bytes, mime, time.GetUtcNow() + PretendMedia.Kept);
        session.Store(media);
        await session.SaveChangesAsync(ct);
        return GraphAnswers.Json(new JsonObject { ["id"] = media.Id });
    }

    /// <summary>Where to fetch a media id's bytes, and what they are.</summary>
    public static async Task<IResult> DescribeAsync(string version, string mediaId, OwnAddress own, IQuerySession session, TimeProvider time, CancellationToken ct)
    {
        if (await FindAsync(mediaId, session, time, ct) is not { } media)
        {
            return GraphAnswers.Error(GraphFault.NoSuchObject("get"));
        }

        var until = (time.GetUtcNow() + AddressLives).ToUnixTimeSeconds();
        return GraphAnswers.Json(new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["url"] = string.Create(CultureInfo.InvariantCulture, $"{own.Address}/simulator/graph/{version}/media-content/{media.Id}?until={until}"),
            ["mime_type"] = media.MimeType,
            ["sha256"] = Convert.ToHexStringLower(Convert.FromBase64String(media.Sha256)),
            ["file_size"] = media.Bytes.Length,
            ["id"] = media.Id,
        });
    }

    public static async Task<IResult> DownloadAsync(string mediaId, long until, HttpContext http, IQuerySession session, TimeProvider time, CancellationToken ct) =>
        until > time.GetUtcNow().ToUnixTimeSeconds() && http.Request.Headers.UserAgent.Count > 0 && await FindAsync(mediaId, session, time, ct) is { } media
            ? Results.Bytes(media.Bytes, media.MimeType)
            : Results.NotFound();

    public static async Task<IResult> DeleteAsync(string mediaId, IDocumentSession session, TimeProvider time, CancellationToken ct)
    {
        if (await FindAsync(mediaId, session, time, ct) is not { } media)
        {
            return GraphAnswers.Error(GraphFault.NoSuchObject("delete"));
        }

        session.Delete(media);
        await session.SaveChangesAsync(ct);
        return GraphAnswers.Json(new JsonObject { ["success"] = true });
    }

    /// <summary>The bytes for the pretend phone's screen.</summary>
    public static async Task<IResult> ShowAsync(string id, HttpContext http, IQuerySession session, CancellationToken ct)
    {
        if (await session.LoadAsync<PretendMedia>(id, ct) is not { } media)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return Results.Bytes(media.Bytes, media.MimeType);
    }

    private static async Task<PretendMedia?> FindAsync(string id, IQuerySession session, TimeProvider time, CancellationToken ct) =>
        await session.LoadAsync<PretendMedia>(id, ct) is { } media && !(media.ExpiresAt <= time.GetUtcNow()) ? media : null;
}
