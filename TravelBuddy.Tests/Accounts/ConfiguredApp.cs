using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Hosting;
using Wolverine;

namespace TravelBuddy.Tests.Accounts;

/// <summary>A second application with accounts configured: Facebook (a stand-in over real HTTP) and admins, on a database of its own.</summary>
public sealed class ConfiguredApp(AppFixture app) : IAsyncLifetime
{
    public const string AdminPhone = "+84901234567";
    public const string AdminEmail = "admin@example.com";

    private Factory? _factory;
    private ScratchDatabase? _database;

    public StandInFacebook Facebook { get; } = new();

    public IServiceProvider Services => _factory!.Services;

    public string BaseUrl { get; private set; } = "";

    public BrowserSession NewBrowserSession(string language = "en") => new(BaseUrl, language);

    /// <summary>An admin's browser; by e-mail, for codes to a number are limited.</summary>
    public async Task<BrowserSession> NewAdminSessionAsync(string language = "en")
    {
        Facebook.NextUser = new { id = "an-admin", email = AdminEmail };
        var browser = NewBrowserSession(language);
        await browser.FollowAsync(await browser.GetAsync("/sign-in/facebook"));
        return browser;
    }

    public async ValueTask InitializeAsync()
    {
        await Facebook.StartAsync();
        _database = await app.NewDatabaseAsync("accounts");
        _factory = new Factory(new Dictionary<string, string?>
        {
            [$"ConnectionStrings:{HostingFeature.ConnectionName}"] = _database.ConnectionString,
            ["urls"] = "http://127.0.0.1:0",
            ["Facebook:AppId"] = StandInFacebook.AppId,
            ["Facebook:AppSecret"] = StandInFacebook.AppSecret,
            ["Facebook:AuthorizationEndpoint"] = $"{Facebook.Address}/dialog",
            ["Facebook:TokenEndpoint"] = $"{Facebook.Address}/token",
            ["Facebook:UserInformationEndpoint"] = $"{Facebook.Address}/me",
            ["Admin:Phones"] = $"{AdminPhone}, +84 90 765 43 21",
            ["Admin:Emails"] = AdminEmail,
            ["Catalog:MaxFeedMegabytes"] = "2",
        });
        _factory.UseKestrel(0);
        _factory.StartServer();
        BaseUrl = _factory.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        if (_database is not null)
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await _database.DisposeAsync();
        }

        await Facebook.DisposeAsync();
    }

    private sealed class Factory(IReadOnlyDictionary<string, string?> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("environment", "Development");
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }

            builder.ConfigureServices(services => services.RunWolverineInSoloMode());
        }
    }
}

[CollectionDefinition(Name)]
public sealed class ConfiguredAppCollection : ICollectionFixture<ConfiguredApp>
{
    public const string Name = "with accounts configured";
}
