using SkiaSharp;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>
/// Fetches providers' pictures for <c>/media/</c>: http(s) only, no private or local addresses (<see cref="Hosting.PublicAddresses"/>),
/// bounded in size, time and pixels, and always re-encoded.
/// </summary>
public sealed class PictureFetcher(IHttpClientFactory clients, ILogger<PictureFetcher> log)
{
    public const string Client = "pictures";

    private const int MostBytes = 8 * 1024 * 1024, MostPixels = 40_000_000;

    /// <summary>The picture as a JPEG of 1200 by 630, cut to fill; null if it cannot be had, with a line in the log that says why.</summary>
    public async Task<byte[]?> FetchAsync(string address, CancellationToken ct)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return Refused(address, "not an http(s) address");
        }

        try
        {
            using var response = await clients.CreateClient(Client).GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, ct);
            if (!response.IsSuccessStatusCode)
            {
                return Refused(address, $"status {(int)response.StatusCode}");
            }

            var bytes = await ReadAsync(response, ct);
            return bytes is null ? Refused(address, "larger than 8 MB") : ToCover(bytes) ?? Refused(address, "not a picture of a usable size");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return Refused(address, problem.Message);
        }
    }

    private byte[]? Refused(string address, string why)
    {
        log.LogWarning("Picture {Address} was not taken: {Why}; the drawn cover is shown", address, why);
        return null;
    }

    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        if (response.Content.Headers.ContentLength > MostBytes)
        {
            return null;
        }

        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (kept.Length + read > MostBytes)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>Decodes, cuts to 1200 by 630 around the middle, and encodes anew, so that only pixels are passed on.</summary>
    public static byte[]? ToCover(byte[] bytes)
    {
        using var codec = SKCodec.Create(new MemoryStream(bytes));
        if (codec is null || codec.Info.Width < 64 || codec.Info.Height < 64 || (long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            return null;
        }

        using var picture = SKBitmap.Decode(codec);
        if (picture is null)
        {
            return null;
        }

        using var surface = SKSurface.Create(new SKImageInfo(Easel.Width, Easel.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var scale = Math.Max(Easel.Width / (float)picture.Width, Easel.Height / (float)picture.Height);
        var (width, height) = (picture.Width * scale, picture.Height * scale);
        using var image = SKImage.FromBitmap(picture);
        surface.Canvas.DrawImage(image, SKRect.Create((Easel.Width - width) / 2, (Easel.Height - height) / 2, width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var cut = surface.Snapshot();
        foreach (var quality in new[] { 84, 70, 50 })
        {
            using var data = cut.Encode(SKEncodedImageFormat.Jpeg, quality);
            if (data.Size <= 300_000 || quality == 50)
            {
                return data.ToArray();
            }
        }

        return null;
    }
}
