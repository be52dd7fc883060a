using System.Net.Sockets;
using Npgsql;

namespace TravelBuddy.Web.Hosting;

/// <summary>Looks at the database of a given connection string before anything else does, so that what is wrong with it is said in a sentence.</summary>
public static class ConfiguredDatabase
{
    private const int OldestServer = 15;
    private const string LooksLike = "It looks like: Host=localhost;Username=…;Password=…;Database=…";
    private static readonly Version OldestPgvector = new(0, 8);

    /// <exception cref="StartupException">It does not answer, is too old, cannot hold Vietnamese letters, or has no pgvector.</exception>
    public static async Task EnsureUsableAsync(string connectionString, CancellationToken ct)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new(connectionString) { Pooling = false };
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StartupException($"ConnectionStrings__TravelBuddy cannot be read: {e.Message} {LooksLike}");
        }

        if (string.IsNullOrWhiteSpace(settings.Host))
        {
            throw new StartupException($"ConnectionStrings__TravelBuddy names no server. {LooksLike}");
        }

        var name = $"The database {settings.Database} at {settings.Host}:{settings.Port} (ConnectionStrings__TravelBuddy)";
        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(ct);
            await using var look = new NpgsqlCommand(
                "select current_setting('server_encoding'), coalesce((select extversion from pg_extension where extname = 'vector'), (select default_version from pg_available_extensions where name = 'vector'))",
                connection);
            await using var row = await look.ExecuteReaderAsync(ct);
            await row.ReadAsync(ct);
            if (connection.PostgreSqlVersion.Major < OldestServer)
            {
                throw new StartupException($"{name} is PostgreSQL {connection.PostgreSqlVersion}; {OldestServer} or newer is needed.");
            }

            if (row.GetString(0) is var encoding and not "UTF8")
            {
                throw new StartupException($"{name} has the encoding {encoding}, which cannot hold Vietnamese letters. Create one with: create database … encoding 'UTF8' template template0");
            }

            var pgvector = row.IsDBNull(1) ? null : row.GetString(1);
            if (!Version.TryParse(pgvector, out var version) || version < OldestPgvector)
            {
                throw new StartupException($"{name} has {(pgvector is null ? "no pgvector" : $"pgvector {pgvector}")}; {OldestPgvector} or newer is needed. "
                    + "Install the package postgresql-NN-pgvector on its server, and in a database with an older one: alter extension vector update");
            }
        }
        catch (SocketException e)
        {
            throw new StartupException($"{name} cannot be reached: {e.Message}. Is the host written correctly?");
        }
        catch (NpgsqlException e)
        {
            throw new StartupException($"{name} cannot be used: {e.Message}. Is it running, does it exist, and are user and password right?");
        }
    }
}
