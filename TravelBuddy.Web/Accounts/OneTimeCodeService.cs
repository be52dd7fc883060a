using System.Security.Cryptography;
using JasperFx;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace TravelBuddy.Web.Accounts;

/// <summary>Sends codes that prove a phone number, and checks them.</summary>
public sealed class OneTimeCodeService(
    IDocumentStore store, IDocumentSession session, IMartenOutbox outbox, IAccounts accounts, PersonAccounts persons, TypedNumbers numbers, PersonalDataProtector protector, KeyedHash hash, Allowances allowances,
    AdminList admins, PartnerList partners, SignInSettings settings, TimeProvider time)
{
    public const int Digits = 6;
    public const int Tries = 5;
    public static readonly TimeSpan Valid = TimeSpan.FromMinutes(10);

    private static readonly Allowance PerNumber = new("code-number", 5, TimeSpan.FromHours(1));
    private static readonly Allowance PerTraveller = new("code-traveller", 10, TimeSpan.FromHours(1));
    private static readonly Allowance PerAddress = new("code-address", 30, TimeSpan.FromHours(1));

    /// <summary>Sends a code to a typed number. <paramref name="address"/> is where the request came from (null: this machine, not limited).</summary>
    public async Task<CodeRequest> RequestAsync(string? typed, string region, Guid? travellerId, string? address, string language, CancellationToken ct)
    {
        if (PhoneNumberReader.ToE164(typed, region) is not { } number)
        {
            return new CodeRequest.NotANumber();
        }

        var numberHash = await hash.OfAsync(HashKinds.Phone, number.TrimStart('+'), ct);
        if (address is not null && !await allowances.TakeAsync(PerAddress, await hash.OfAsync("address", address, ct), ct)
            || travellerId is { } traveller && !await allowances.TakeAsync(PerTraveller, traveller.ToString("N"), ct)
            || !await allowances.TakeAsync(PerNumber, numberHash, ct))
        {
            return new CodeRequest.TooMany();
        }

        var digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7();
        outbox.Enroll(session);
        var (kept, forget) = await numbers.KeepAsync(session, number, now + Valid, ct);
        await outbox.ScheduleAsync(forget, kept.ExpiresAt);
        session.DeleteWhere<OneTimeCode>(old => old.ExpiresAt < now.AddDays(-1));
        session.Insert(new OneTimeCode
        {
            Id = id,
            NumberId = kept.Id,
            NumberHash = numberHash,
            Code = await protector.ProtectAsync(kept.Id, digits, ct),
            CodeHash = await HashAsync(id, digits, ct),
            Language = language,
            ExpiresAt = kept.ExpiresAt,
            TriesLeft = Tries,
        });
        // What makes someone an admin, or a partner's, is never shown on a pretend phone: who looks at it is known only as well as the proxies before it tell.
        var isPrinted = settings.IsSimulated && (admins.HasPhone(number) || partners.All.Any(partner => partner.People.HasPhone(number)));
        if (!isPrinted)
        {
            await outbox.PublishAsync(new DeliverOneTimeCode(kept.Id, id));
        }

        await session.SaveChangesAsync(ct);
        if (isPrinted)
        {
            Console.WriteLine($"  Sign-in code for the {(admins.HasPhone(number) ? "admin" : "partner")}'s number {PhoneNumberReader.Mask(number)}: {digits} (valid {Valid.Minutes} minutes)");
        }

        return new CodeRequest.Sent(id);
    }

    /// <summary>Checks a typed code; a right one is used up, and its number is the person's from then on.</summary>
    public async Task<CodeCheck> CheckAsync(Guid codeId, string? typed, CancellationToken ct)
    {
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        while (true)
        {
            await using var own = store.LightweightSession();
            if (await own.LoadAsync<OneTimeCode>(codeId, ct) is not { UsedAt: null } code || code.ExpiresAt <= time.GetUtcNow())
            {
                return new CodeCheck.Gone();
            }

            if (code.TriesLeft == 0)
            {
                return new CodeCheck.Wrong(0);
            }

            var typedHash = await HashAsync(codeId, digits, ct);
            var isRight = CryptographicOperations.FixedTimeEquals(Convert.FromHexString(code.CodeHash), Convert.FromHexString(typedHash));
            var left = code.TriesLeft - 1;
            own.Update(isRight ? code with { UsedAt = time.GetUtcNow(), Code = null } : code with { TriesLeft = left, Code = left == 0 ? null : code.Code });
            try
            {
                await own.SaveChangesAsync(ct);
            }
            catch (ConcurrencyException)
            {
                // Another try was counted meanwhile; this one counts too.
                continue;
            }

            if (!isRight)
            {
                return new CodeCheck.Wrong(left);
            }

            if (await numbers.FindAsync(code.NumberId, ct) is not { } number)
            {
                return new CodeCheck.Gone();
            }

            // Whoever the number leads to now: it may have changed hands, or persons may have become one, since the code was sent.
            var (person, _) = await accounts.MeetAsync(new WhatsAppIdentity(number.TrimStart('+'), null), code.Language, ct);
            await persons.ProvePhoneAsync(person.Id, number, ct);
            await numbers.ForgetAsync(code.NumberId, ct);
            return new CodeCheck.Right(person.Id);
        }
    }

    private ValueTask<string> HashAsync(Guid codeId, string digits, CancellationToken ct) => hash.OfAsync("code", $"{codeId:N}:{digits}", ct);
}
