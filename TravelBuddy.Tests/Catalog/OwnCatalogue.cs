using Npgsql;

namespace TravelBuddy.Tests.Catalog;

/// <summary>An application whose catalogue tests may change: what they import would turn up in other tests' lists.</summary>
public sealed class OwnCatalogue(AppFixture app) : IAsyncLifetime
{
    private ScratchDatabase? _database;
    private OwnApp? _running;

    public IServiceProvider Services => _running!.Services;

    public async ValueTask InitializeAsync()
    {
        _database = await app.NewDatabaseAsync("catalogue");
        _running = OwnApp.Start(_database, ("Pictures:Draw", "false"));
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
