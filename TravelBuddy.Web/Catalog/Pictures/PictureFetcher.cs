using System.Net;
using System.Net.Sockets;
using SkiaSharp;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>
/// Fetches providers' pictures for <c>/media/</c>: http(s) only, no private or local addresses (checked where the connection is made, so neither
/// redirects nor names that change their address get around it), bounded in size, time and pixels, and always re-encoded.
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

    /// <summary>A handler that connects to public addresses only.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = true,
        MaxAutomaticRedirections = 3,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        ConnectCallback = async (context, ct) =>
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
            if (addresses.Length == 0 || addresses.Any(address => !IsPublic(address)))
            {
                throw new HttpRequestException("the host has no public address");
            }

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    /// <summary>Whether an address is of the open internet: not loopback, private, link-local, shared, benchmark, multicast, reserved, nor one of these inside IPv6.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return bytes switch
            {
                [0 or 10 or 127, ..] or [>= 224, ..] => false,
                [100, >= 64 and < 128, ..] or [169, 254, ..] or [172, >= 16 and < 32, ..] or [192, 168, ..] => false,
                [192, 0, 0 or 2, _] or [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
                _ => true,
            };
        }

        // Only global unicast (2000::/3), without 6to4, Teredo and documentation, which lead elsewhere or nowhere.
        return (bytes[0] & 0xE0) == 0x20 && bytes is not ([0x20, 0x02, ..] or [0x20, 0x01, 0, 0, ..] or [0x20, 0x01, 0x0d, 0xb8, ..]);
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
