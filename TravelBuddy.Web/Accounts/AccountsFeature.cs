using Marten;

namespace TravelBuddy.Web.Accounts;

/// <summary>Everything the feature registers and maps.</summary>
public static class AccountsFeature
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PersonalDataProtector>();
        services.AddSingleton<KeyedHash>();
        services.AddScoped<CurrentTraveller>();
        services.AddScoped<ICurrentTraveller>(provider => provider.GetRequiredService<CurrentTraveller>());
        services.AddAuthentication();
        services.AddAuthorization();
        services.ConfigureMarten(options =>
        {
            options.Schema.For<Traveller>().Index(traveller => traveller.PersonId!);
            options.Schema.For<Person>();
            options.Schema.For<SubjectKey>();
            options.Schema.For<InstallationSecret>();
        });
    }

    public static void MapAccounts(this WebApplication app)
    {
    }
}
