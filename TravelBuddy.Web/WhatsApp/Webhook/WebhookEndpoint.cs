using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>Encrypts received messages for the way from the webhook to their handler.</summary>
public sealed class WebhookSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("TravelBuddy.WhatsApp.WebhookUpdate.v1");

    public byte[] Seal(InboundMessage message) => _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(message));

    public InboundMessage Open(byte[] sealedMessage) => JsonSerializer.Deserialize<InboundMessage>(_protector.Unprotect(sealedMessage))!;
}

/// <summary>
/// <c>GET</c> and <c>POST /webhooks/whatsapp</c>. A POST is checked, stored as a whole with one durable message per update, and answered; the work
/// comes later. Refused bodies leave no trace of their content.
/// </summary>
public static class WebhookEndpoint
{
    public const string Path = "/webhooks/whatsapp";
    public const int MaxBytes = 3 * 1024 * 1024;

    public static void MapWebhook(this WebApplication app)
    {
        app.MapGet(Path, HandshakeAsync).ExcludeFromDescription();
        app.MapPost(Path, ReceiveAsync).DisableAntiforgery().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(MaxBytes));
    }

    private static async Task<IResult> HandshakeAsync(HttpRequest request, BusinessAccount account, CancellationToken ct)
    {
        var number = await account.GetAsync(ct);
        var token = System.Text.Encoding.UTF8.GetBytes(request.Query["hub.verify_token"].ToString());
        return request.Query["hub.mode"] == "subscribe" && CryptographicOperations.FixedTimeEquals(token, System.Text.Encoding.UTF8.GetBytes(number.VerifyToken))
            ? Results.Text(request.Query["hub.challenge"].ToString())
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, BusinessAccount account, WebhookIntake intake, WebhooksFirst first, TimeProvider time, ILogger<WebhookSeal> logger, CancellationToken ct)
    {
        if (await ReadAsync(request, ct) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var number = await account.GetAsync(ct);
        if (!WebhookSignature.IsValid(body, request.Headers[WebhookSignature.Header], number.AppSecret))
        {
            logger.LogWarning("A webhook delivery of {Bytes} bytes was refused: not signed by our app.", body.Length);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        using var underWay = first.Begin();
        WebhookBatch batch;
        try
        {
            batch = WebhookReader.Read(body, number.PhoneNumberId, number.WabaId, time.GetUtcNow());
        }
        catch (JsonException)
        {
            logger.LogWarning("A signed webhook delivery of {Bytes} bytes was not JSON.", body.Length);
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (!batch.IsEmpty)
        {
            await intake.TakeAsync(batch);
        }

        return Results.Ok();
    }

    /// <summary>The raw body, or null if it is larger than Meta ever sends.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        try
        {
            using var buffer = new MemoryStream((int)(request.ContentLength ?? 4096));
            await request.Body.CopyToAsync(buffer, ct);
            return buffer.Length <= MaxBytes ? buffer.ToArray() : null;
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }
}
