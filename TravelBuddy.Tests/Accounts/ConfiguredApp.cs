namespace TravelBuddy.Tests.Accounts;

/// <summary>A second application with accounts configured: Facebook (a stand-in over real HTTP) and admins, on a database of its own.</summary>
public sealed class ConfiguredApp(AppFixture app) : IAsyncLifetime
{
    public const string AdminPhone = "+84901234567";
    public const string AdminEmail = "admin@example.com";
    public const string PartnerName = "Lantern Partner (sample)";

    private OwnApp? _running;
    private ScratchDatabase? _database;

    public StandInFacebook Facebook { get; } = new();

    public IServiceProvider Services => _running!.Services;

    public string BaseUrl => _running!.BaseUrl;

    public BrowserSession NewBrowserSession(string language = "en") => new(BaseUrl, language);

    /// <summary>An admin's browser; by e-mail, for codes to a number are limited.</summary>
    public async Task<BrowserSession> NewAdminSessionAsync(string language = "en")
    {
        Facebook.NextUser = new { id = "an-admin", email = AdminEmail };
        var browser = NewBrowserSession(language);
        await browser.FollowAsync(await browser.GetAsync("/sign-in/facebook"));
        return browser;
    }

    /// <summary>The browser of somebody who signs in with an e-mail address that no settings name, or with the partner's.</summary>
    public async Task<BrowserSession> NewSignedInSessionAsync(bool asPartner, string language = "en")
    {
        Facebook.NextUser = asPartner ? new { id = "a-partner", email = "partner@example.com" } : new { id = "a-stranger", email = "stranger@example.com" };
        var browser = NewBrowserSession(language);
        await browser.FollowAsync(await browser.GetAsync("/sign-in/facebook"));
        return browser;
    }

    public async ValueTask InitializeAsync()
    {
        await Facebook.StartAsync();
        _database = await app.NewDatabaseAsync("accounts");
        _running = OwnApp.Start(
            _database,
            ("Facebook:AppId", StandInFacebook.AppId),
            ("Facebook:AppSecret", StandInFacebook.AppSecret),
            ("Facebook:AuthorizationEndpoint", $"{Facebook.Address}/dialog"),
            ("Facebook:TokenEndpoint", $"{Facebook.Address}/token"),
            ("Facebook:UserInformationEndpoint", $"{Facebook.Address}/me"),
            ("Admin:Phones", $"{AdminPhone}, +84 90 765 43 21"),
            ("Admin:Emails", AdminEmail),
            ("Partners:0:Name", PartnerName),
            ("Partners:0:Emails", "partner@example.com"),
            ("Catalog:MaxFeedMegabytes", "2"),
            ("WhatsApp:Templates:RecommendationsPicture", "tours_ready_picture"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
        {
            await _running.DisposeAsync();
        }

        if (_database is not null)
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await _database.DisposeAsync();
        }

        await Facebook.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class ConfiguredAppCollection : ICollectionFixture<ConfiguredApp>
{
    public const string Name = "with accounts configured";
}
