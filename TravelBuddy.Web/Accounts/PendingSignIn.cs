using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace TravelBuddy.Web.Accounts;

/// <summary>A sign-in between number and code: which code, where it went (masked), and where to go afterwards.</summary>
public sealed record Pending(Guid CodeId, string MaskedNumber, string? ReturnUrl);

/// <summary>Keeps a begun sign-in in a protected cookie, so that only the browser that asked for a code can answer it.</summary>
public sealed class PendingSignIn(IDataProtectionProvider protection)
{
    public const string CookieName = "tb.code";

    private readonly IDataProtector _protector = protection.CreateProtector("TravelBuddy.PendingSignIn.v1");

    public void Remember(HttpContext context, Pending pending) =>
        context.Response.Cookies.Append(CookieName, Base64Url.EncodeToString(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(pending))), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = OneTimeCodeService.Valid,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/sign-in",
        });

    public Pending? Read(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { Length: <= 4000 } cookie || !Base64Url.IsValid(cookie))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Pending>(_protector.Unprotect(Base64Url.DecodeFromChars(cookie)));
        }
        catch (Exception notOurs) when (notOurs is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(CookieName, new CookieOptions { Path = "/sign-in" });
}
