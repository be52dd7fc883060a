using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace TravelBuddy.Web.Accounts;

/// <summary>Who is an admin: settings <c>Admin__Emails</c> and <c>Admin__Phones</c>.</summary>
public sealed class AdminList(IConfiguration configuration) : NamedPeople(configuration.GetSection("Admin"), "Admin");

/// <summary>Whether whoever is signed in is named in settings, by their hashes; a number counts once a code sent to it was typed in here, not for having written from it.</summary>
public sealed class NamedCheck(IAccounts accounts, KeyedHash hash)
{
    public async Task<bool> IsAmongAsync(ClaimsPrincipal user, NamedPeople people, CancellationToken ct) =>
        !people.IsEmpty && user.PersonId() is { } id && await accounts.FindPersonAsync(id, ct) is { } person
        && (person.EmailHash is { } email && await IsAnyAsync(HashKinds.Email, people.Emails, email, ct)
            || person.PhoneHash is { } phone && await IsAnyAsync(HashKinds.Phone, people.Phones.Select(number => number.TrimStart('+')), phone, ct));

    private async Task<bool> IsAnyAsync(string kind, IEnumerable<string> values, string wanted, CancellationToken ct)
    {
        foreach (var value in values)
        {
            if (await hash.OfAsync(kind, value, ct) == wanted)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The person signed in is named in the settings.</summary>
public sealed class IsAdmin : IAuthorizationRequirement;

/// <summary>Not named "…Handler", which would make Wolverine take it for a handler of messages.</summary>
public sealed class AdminCheck(AdminList admins, NamedCheck named) : AuthorizationHandler<IsAdmin>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, IsAdmin requirement)
    {
        if (await named.IsAmongAsync(context.User, admins, CancellationToken.None))
        {
            context.Succeed(requirement);
        }
    }
}
