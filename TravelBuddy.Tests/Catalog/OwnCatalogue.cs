using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace TravelBuddy.Tests.Catalog;

/// <summary>An application whose catalogue tests may change: what they import would turn up in other tests' lists.</summary>
public sealed class OwnCatalogue(AppFixture app) : IAsyncLifetime
{
    private ScratchDatabase? _database;
    private OwnApp? _running;

    public IServiceProvider Services => _running!.Services;

    /// <summary>The running host, for Wolverine's message tracking.</summary>
    public IHost Host => _running!.Host;

    public BrowserSession NewBrowserSession(string language = "en") => new(_running!.BaseUrl, language);

    /// <summary>An HTTP client without cookies.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_running!.BaseUrl) };

    /// <summary>Runs something with services of a scope of its own.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider);
    }

    public async ValueTask InitializeAsync()
    {
        _database = await app.NewDatabaseAsync("catalogue");
        _running = OwnApp.Start(_database);
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
        {
            await _running.DisposeAsync();
        }

        if (_database is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _database.DisposeAsync();
        }
    }
}
