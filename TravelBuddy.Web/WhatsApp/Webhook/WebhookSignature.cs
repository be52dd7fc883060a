using System.Security.Cryptography;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>Meta's signature: header <c>X-Hub-Signature-256: sha256=</c> and the lower-case hex HMAC-SHA-256 of the raw bytes under the app secret.</summary>
public static class WebhookSignature
{
    public const string Header = "X-Hub-Signature-256";
    private const string Prefix = "sha256=";

    /// <summary>The header's value for a body.</summary>
    public static string Of(ReadOnlySpan<byte> body, string appSecret) =>
        Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(appSecret), body));

    /// <summary>Whether a header signs a body; takes the same time wherever it differs. A missing header is a wrong one.</summary>
    public static bool IsValid(ReadOnlySpan<byte> body, string? header, string appSecret) =>
        header is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(header), System.Text.Encoding.UTF8.GetBytes(Of(body, appSecret)));
}
