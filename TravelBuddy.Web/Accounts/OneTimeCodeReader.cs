using Marten;

namespace TravelBuddy.Web.Accounts;

/// <summary>Reads a code for its delivery, while it may still be used.</summary>
public sealed class OneTimeCodeReader(IDocumentStore store, PersonalDataProtector protector, TypedNumbers numbers, TimeProvider time) : IOneTimeCodes
{
    public async Task<RevealedCode?> RevealAsync(Guid codeId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<OneTimeCode>(codeId, ct) is { UsedAt: null, Code: { } data } code && code.ExpiresAt > time.GetUtcNow()
            && await protector.UnprotectAsync(code.NumberId, data, ct) is { } digits && await numbers.FindAsync(code.NumberId, ct) is { } number
            ? new RevealedCode(new WhatsAppIdentity(number.TrimStart('+'), null), digits, code.Language, Math.Max(1, (int)(code.ExpiresAt - time.GetUtcNow()).TotalMinutes))
            : null;
    }
}
