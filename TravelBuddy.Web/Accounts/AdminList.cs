using Microsoft.AspNetCore.Authorization;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accounts;

/// <summary>Who is an admin: settings <c>Admin__Emails</c> and <c>Admin__Phones</c>, each separated by commas; phones with country code.</summary>
public sealed class AdminList
{
    private readonly HashSet<string> _emails;
    private readonly HashSet<string> _phones;

    /// <summary>Throws <see cref="StartupException"/> naming the setting for an address or number that cannot be one.</summary>
    public AdminList(IConfiguration configuration)
    {
        _emails = [.. Parts(configuration["Admin:Emails"]).Select(email => System.Net.Mail.MailAddress.TryCreate(email, out var address) && address.Address == email
            ? PersonAccounts.NormaliseEmail(email)
            : throw new StartupException($"Setting Admin__Emails: \"{email}\" is not an e-mail address. Separate several with commas."))];
        _phones = [.. Parts(configuration["Admin:Phones"]).Select(phone => PhoneNumberReader.ToE164(phone, null)
            ?? throw new StartupException($"Setting Admin__Phones: \"{phone}\" is not a phone number with country code, such as +84905123456. Separate several with commas."))];
    }

    public bool IsEmpty => _emails.Count == 0 && _phones.Count == 0;

    public IReadOnlyCollection<string> Emails => _emails;

    public IReadOnlyCollection<string> Phones => _phones;

    public bool HasPhone(string e164) => _phones.Contains(e164);

    private static string[] Parts(string? setting) => (setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The person signed in is named in the settings.</summary>
public sealed class IsAdmin : IAuthorizationRequirement;

/// <summary>Compares the signed-in person's hashes with those of the settings; a number counts once a code sent to it was typed in here, not for having written from it. Not named "…Handler", which would make Wolverine take it for a handler of messages.</summary>
public sealed class AdminCheck(AdminList admins, IAccounts accounts, KeyedHash hash) : AuthorizationHandler<IsAdmin>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, IsAdmin requirement)
    {
        if (admins.IsEmpty || context.User.PersonId() is not { } id || await accounts.FindPersonAsync(id, CancellationToken.None) is not { } person)
        {
            return;
        }

        if (person.EmailHash is { } email && await IsAnyAsync(HashKinds.Email, admins.Emails, email)
            || person.PhoneHash is { } phone && await IsAnyAsync(HashKinds.Phone, admins.Phones.Select(number => number.TrimStart('+')), phone))
        {
            context.Succeed(requirement);
        }
    }

    private async Task<bool> IsAnyAsync(string kind, IEnumerable<string> values, string wanted)
    {
        foreach (var value in values)
        {
            if (await hash.OfAsync(kind, value, CancellationToken.None) == wanted)
            {
                return true;
            }
        }

        return false;
    }
}
