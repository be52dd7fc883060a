using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accounts;

/// <summary>A partner, whose people may bring in what is theirs under its name.</summary>
public sealed record Partner(string Name, NamedPeople People);

/// <summary>Who the partners are: settings <c>Partners__0__Name</c>, <c>Partners__0__Phones</c>, <c>Partners__0__Emails</c>, and so on.</summary>
public sealed class PartnerList
{
    /// <summary>How long a partner's name may be.</summary>
    public const int LongestName = 80;

    /// <summary>Throws <see cref="StartupException"/> naming the setting for a partner without a name of its own, or without people.</summary>
    public PartnerList(IConfiguration configuration)
    {
        var all = new List<Partner>();
        foreach (var section in configuration.GetSection("Partners").GetChildren())
        {
            var setting = $"Partners__{section.Key}";
            var name = section["Name"]?.Trim() ?? "";
            if (name.Length > LongestName || !name.Any(char.IsLetterOrDigit) || Key(name) == "sample" || all.Any(other => Key(other.Name) == Key(name)))
            {
                throw new StartupException($"Setting {setting}__Name: a partner needs a name of at most {LongestName} characters that no other has, and not \"sample\".");
            }

            var people = new NamedPeople(section, setting);
            all.Add(people.IsEmpty ? throw new StartupException($"Setting {setting}: the partner \"{name}\" needs {setting}__Phones or {setting}__Emails, or nobody could sign in for it.") : new Partner(name, people));
        }

        All = all;
    }

    public IReadOnlyList<Partner> All { get; }

    /// <summary>What two names must not share: their places would be taken for one another's.</summary>
    private static string Key(string name) => string.Concat(TextFolding.Fold(name).Where(char.IsLetterOrDigit));
}

/// <summary>For which partner somebody is signed in.</summary>
public sealed class PartnerFinder(PartnerList partners, NamedCheck named)
{
    /// <summary>The partner; null for everybody else.</summary>
    public async Task<Partner?> OfAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        foreach (var partner in partners.All)
        {
            if (await named.IsAmongAsync(user, partner.People, ct))
            {
                return partner;
            }
        }

        return null;
    }
}

/// <summary>The person signed in is a partner's.</summary>
public sealed class IsPartner : IAuthorizationRequirement;

/// <summary>Not named "…Handler", which would make Wolverine take it for a handler of messages.</summary>
public sealed class PartnerCheck(PartnerFinder partners) : AuthorizationHandler<IsPartner>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, IsPartner requirement)
    {
        if (await partners.OfAsync(context.User, CancellationToken.None) is not null)
        {
            context.Succeed(requirement);
        }
    }
}
