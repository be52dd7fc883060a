using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Marten;
using Microsoft.AspNetCore.DataProtection;

namespace TravelBuddy.Web.Accounts;

/// <summary>Reads and writes the cookie that names this browser's traveller.</summary>
public sealed class CurrentTraveller(IHttpContextAccessor http, IDocumentStore store, IDataProtectionProvider protection, TimeProvider time) : ICurrentTraveller
{
    public const string CookieName = "tb.traveller";

    private static readonly TimeSpan CookieLife = TimeSpan.FromDays(180);

    private readonly IDataProtector _cookies = protection.CreateProtector("TravelBuddy.TravellerCookie.v1");
    private bool _read;
    private Guid? _id;

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("There is no web request.");

    public Guid? Id
    {
        get
        {
            if (!_read)
            {
                _id = Read(Context.Request.Cookies[CookieName]);
                _read = true;
            }

            return _id;
        }
    }

    public async Task<Traveller?> FindAsync(CancellationToken ct)
    {
        if (Id is not { } id)
        {
            return null;
        }

        await using var session = store.QuerySession();
        return await session.LoadAsync<Traveller>(id, ct);
    }

    public async Task<Traveller> EnsureAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } known)
        {
            return known;
        }

        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? "vi" : "en";
        var traveller = new Traveller
        {
            Id = Guid.CreateVersion7(),
            PersonId = Context.User.PersonId(),
            Language = language,
            Currency = Traveller.UsualCurrency(language),
            CreatedAt = time.GetUtcNow(),
        };
        await using var session = store.LightweightSession();
        session.Insert(traveller);
        await session.SaveChangesAsync(ct);
        Remember(traveller.Id);
        return traveller;
    }

    /// <summary>Points this browser at a traveller, as after signing in.</summary>
    public void Remember(Guid travellerId)
    {
        (_read, _id) = (true, travellerId);
        Context.Response.Cookies.Append(CookieName, Base64Url.EncodeToString(_cookies.Protect(travellerId.ToByteArray())), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = CookieLife,
            SameSite = SameSiteMode.Lax,
            Secure = Context.Request.IsHttps,
        });
    }

    /// <summary>Makes this browser forget its traveller, as when someone signs out.</summary>
    public void Forget()
    {
        (_read, _id) = (true, null);
        Context.Response.Cookies.Delete(CookieName);
    }

    public async Task<bool> OwnsAsync(Guid travellerId, CancellationToken ct)
    {
        if (travellerId == Id)
        {
            return true;
        }

        if (Context.User.PersonId() is not { } personId)
        {
            return false;
        }

        await using var session = store.QuerySession();
        return await session.LoadAsync<Traveller>(travellerId, ct) is { PersonId: { } owner } && owner == personId;
    }

    private Guid? Read(string? cookie)
    {
        if (cookie is null || cookie.Length > 400 || !Base64Url.IsValid(cookie))
        {
            return null;
        }

        try
        {
            var plain = _cookies.Unprotect(Base64Url.DecodeFromChars(cookie));
            return plain.Length == 16 ? new Guid(plain) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
