using System.Net.Http.Headers;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace TravelBuddy.Web.WhatsApp.Cloud;

/// <summary>What a person sent. <paramref name="MimeType"/> may carry parameters: "audio/ogg; codecs=opus".</summary>
public sealed record MediaFile(byte[] Bytes, string MimeType);

/// <summary>A picture could not be uploaded for a reason that passes.</summary>
public sealed class UploadFailedException(Exception? why = null) : Exception("Meta did not take the upload now; it may another time.", why);

/// <summary>Pictures to Meta, and what people sent from it. Both are tried again: a picture uploaded twice harms nobody.</summary>
public sealed class GraphMedia(IHttpClientFactory clients, BusinessAccount account)
{
    /// <summary>Name of the HTTP client (standard resilience).</summary>
    public const string Client = "whatsapp-media";

    private static readonly string[] MediaHosts = ["fbsbx.com", "fbcdn.net", "facebook.com", "whatsapp.net"];

    /// <summary>Uploads a JPEG or PNG and gives its media id (valid 30 days); null if Meta does not take it. Throws where it may another time.</summary>
    /// <exception cref="UploadFailedException">Meta did not answer, or is down, or throttles.</exception>
    public async Task<string?> UploadAsync(byte[] bytes, string mimeType, CancellationToken ct)
    {
        if (bytes.Length > Limits.ImageBytes || mimeType is not ("image/jpeg" or "image/png"))
        {
            return null;
        }

        var number = await account.GetAsync(ct);
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(mimeType);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("whatsapp"), "messaging_product" },
            { new StringContent(mimeType), "type" },
            { file, "file", mimeType == "image/png" ? "picture.png" : "picture.jpg" },
        };
        using var request = GraphClient.Request(number, "media", form);
        try
        {
            using var response = await clients.CreateClient(Client).SendAsync(request, ct);
            var body = await response.Content.ReadAsStringAsync(ct);
            if (!response.IsSuccessStatusCode)
            {
                var status = (int)response.StatusCode;
                var error = GraphError.Read(body, status) ?? new GraphError(GraphError.NotInForm, status);
                if (error.Remedy is Remedy.Retry or Remedy.PauseNumber or Remedy.Alarm)
                {
                    throw new UploadFailedException();
                }

                return null;
            }

            using var json = JsonDocument.Parse(body);
            return GraphClient.Text(json.RootElement, "id") ?? throw new UploadFailedException();
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or BrokenCircuitException or TimeoutRejectedException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            throw new UploadFailedException(error);
        }
    }

    /// <summary>What a person sent, by its media id; null where Meta does not have it, does not answer, or it is larger than <paramref name="most"/> bytes.</summary>
    public async Task<MediaFile?> DownloadAsync(string mediaId, int most, CancellationToken ct)
    {
        var number = await account.GetAsync(ct);
        try
        {
            using var described = await clients.CreateClient(Client).SendAsync(Fetching(new Uri(number.Graph, $"{Uri.EscapeDataString(mediaId)}?phone_number_id={number.PhoneNumberId}"), number), ct);
            using var json = JsonDocument.Parse(await described.Content.ReadAsStringAsync(ct));
            // The token goes nowhere but to Meta: to the address that is set, or over https to where Meta keeps media.
            if (!described.IsSuccessStatusCode || GraphClient.Text(json.RootElement, "mime_type") is not { } mimeType || !Uri.TryCreate(GraphClient.Text(json.RootElement, "url"), UriKind.Absolute, out var url)
                || url.Authority != number.Graph.Authority && !(url.Scheme == Uri.UriSchemeHttps && Array.Exists(MediaHosts, host => url.Host == host || url.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase))))
            {
                return null;
            }

            using var response = await clients.CreateClient(Client).SendAsync(Fetching(url, number), HttpCompletionOption.ResponseHeadersRead, ct);
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentLength > most)
            {
                return null;
            }

            await response.Content.LoadIntoBufferAsync(most, ct);
            return new MediaFile(await response.Content.ReadAsByteArrayAsync(ct), mimeType);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or JsonException or BrokenCircuitException or TimeoutRejectedException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private static HttpRequestMessage Fetching(Uri address, BusinessNumber number)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", number.AccessToken);
        // Without one Meta gives no media.
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("TravelBuddy", null));
        return request;
    }
}
