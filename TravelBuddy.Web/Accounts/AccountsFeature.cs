using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accounts;

/// <summary>Everything the feature registers and maps.</summary>
public static class AccountsFeature
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PersonalDataProtector>();
        services.AddSingleton<KeyedHash>();
        services.AddSingleton<Allowances>();
        services.AddSingleton<PersonMerge>();
        services.AddSingleton<TypedNumbers>();
        services.AddSingleton<PersonAccounts>();
        services.AddSingleton<IAccounts>(provider => provider.GetRequiredService<PersonAccounts>());
        services.AddScoped<CurrentTraveller>();
        services.AddSingleton<WhoPays>();
        services.AddSingleton<VisitorLimits>();
        services.AddScoped<ICurrentTraveller>(provider => provider.GetRequiredService<CurrentTraveller>());
        services.AddScoped<OneTimeCodeService>();
        services.AddSingleton<IOneTimeCodes, OneTimeCodeReader>();
        services.AddScoped<SignInSession>();
        services.AddSingleton<PendingSignIn>();
        services.AddScoped<AccountOverview>();
        services.AddSingleton<PersonalData>();
        AddRoles(services, builder.Configuration);
        services.AddAuthentication(SignInSession.Scheme).AddCookie(SignInSession.Scheme, SignInSession.Configure).AddOutsideProviders(builder.Configuration);
        services.ConfigureMarten(options =>
        {
            options.Schema.For<Traveller>().Index(traveller => traveller.PersonId!);
            options.Schema.For<Person>().UseOptimisticConcurrency(true).Index(person => person.MergedInto!);
            options.Schema.For<PersonIdentifier>().Index(identifier => identifier.PersonId);
            options.Schema.For<OneTimeCode>().UseOptimisticConcurrency(true).Index(code => code.NumberHash).Index(code => code.ExpiresAt);
            options.Schema.For<TypedNumber>();
            options.Schema.For<SubjectKey>();
            options.Schema.For<InstallationSecret>();
            options.Storage.ExtendedSchemaObjects.Add(Allowances.Table());
        });
    }

    public static void MapAccounts(this WebApplication app)
    {
        foreach (var provider in app.Services.GetServices<OutsideProvider>())
        {
            app.MapGet(provider.Path, (string? returnUrl) =>
                Results.Challenge(new AuthenticationProperties { RedirectUri = LocalAddress.OrElse(returnUrl, "/account") }, [provider.Scheme]));
        }
    }

    private static void AddRoles(IServiceCollection services, IConfiguration configuration)
    {
        var admins = new AdminList(configuration);
        services.AddSingleton(admins);
        services.AddSingleton<SignInSettings>();
        services.AddSingleton(new PartnerList(configuration));
        services.AddSingleton<NamedCheck>();
        services.AddSingleton<PartnerFinder>();
        services.AddSingleton<IAuthorizationHandler, AdminCheck>();
        services.AddSingleton<IAuthorizationHandler, PartnerCheck>();
        services.AddAuthorizationBuilder()
            .AddPolicy(AccountPolicies.Admin, policy => policy.RequireAuthenticatedUser().AddRequirements(new IsAdmin()))
            .AddPolicy(AccountPolicies.Partner, policy => policy.RequireAuthenticatedUser().AddRequirements(new IsPartner()));
        services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizeFolder("/Admin", AccountPolicies.Admin));
        services.AddSingleton(provider => new StartupNote(
            admins.IsEmpty ? "Nobody is admin yet. To become one: start with the setting Admin__Phones=+84905123456 (your number) and sign in with it (the code is printed here); then open /admin."
            : provider.GetRequiredService<SignInSettings>().IsSimulated && admins.Phones.Count > 0 ? "Admins sign in at /sign-in and find /admin; codes for their numbers are printed here, not on the pretend phone."
            : "Admins sign in at /sign-in and find /admin."));
    }
}
