using Npgsql;

namespace TravelBuddy.Web.Hosting;

/// <summary>
/// A PostgreSQL server of the app's own, on 127.0.0.1 only, with its cluster, port and password below one folder. A server that
/// is already running on that folder is used; one whose starter died is taken over. Several processes can share it: it is stopped
/// by the one that started it (or took it over), and only when no other is connected.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string MaintenanceDatabase = "postgres";
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(60);

    private readonly EmbeddedPostgresCluster _cluster;
    private readonly EmbeddedPostgresInstallation _installation;
    private readonly string _applicationName;
    private readonly string _password;
    private readonly int _port;
    private NpgsqlConnection? _presence;
    private bool _stopped;

    private EmbeddedPostgres(EmbeddedPostgresCluster cluster, EmbeddedPostgresInstallation installation, int port, bool startedByUs)
    {
        _cluster = cluster;
        _installation = installation;
        _port = port;
        _password = cluster.Password;
        StartedByUs = startedByUs;
        Identity = $"{EmbeddedPostgresProcess.Identity(Environment.ProcessId)} {Guid.NewGuid():N}";
        // Tells our own connections from another process's when it comes to stopping.
        _applicationName = $"travelbuddy {Environment.ProcessId} {Identity[^8..]}";
    }

    /// <summary>False when the server was running already.</summary>
    public bool StartedByUs { get; }

    /// <summary>Where the server writes its log.</summary>
    public string LogFile => _cluster.LogFile;

    private string Identity { get; }

    /// <summary>Starts the server, creating its cluster first where there is none, or joins the one that runs. Ready to connect on return.</summary>
    /// <param name="o">Where it lives.</param>
    /// <param name="progress">Told in a sentence what takes long; may be null.</param>
    /// <param name="ct">Gives up waiting; a server already started goes on and is taken over by the next start.</param>
    /// <exception cref="EmbeddedPostgresException">PostgreSQL or pgvector is missing or too old, or the server cannot be created or started.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions o, Action<string>? progress, CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new EmbeddedPostgresException("The embedded database runs on Linux only. Set ConnectionStrings__TravelBuddy to a PostgreSQL with pgvector, or use compose.yaml.");
        }

        try
        {
            var cluster = new EmbeddedPostgresCluster(o);
            await using var turn = await TakeTurnAsync(cluster, progress, ct);
            return await JoinAsync(cluster, progress, ct) ?? await StartNewAsync(cluster, progress, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"The embedded database in {o.DataRoot} cannot be used: {e.Message} Its folder must belong to the user who runs TravelBuddy, on a disk with room.", e);
        }
    }

    /// <summary>How to connect to one of its databases, as the server's superuser.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = EmbeddedPostgresCluster.SuperUser,
        Password = _password,
        Database = database,
        ApplicationName = _applicationName,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        // Statements stay prepared, and connections are not reset between uses: nothing here changes a session beyond its transaction.
        MaxAutoPrepare = 200,
        NoResetOnClose = true,
    }.ConnectionString;

    /// <summary>
    /// Makes sure that a database exists and has the extensions vector and unaccent, before anyone opens a pool on it (type
    /// information is read by a pool's first connection).
    /// </summary>
    /// <param name="name">Its name, in any characters.</param>
    /// <param name="template">A database to copy, to which nobody may be connected; null for an empty one.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>True when it was created now, false when it was there.</returns>
    public async Task<bool> CreateDatabaseAsync(string name, string? template = null, CancellationToken ct = default)
    {
        var created = false;
        await using (var server = await OpenAsync(MaintenanceDatabase, ct))
        {
            await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", server) { Parameters = { new() { Value = name } } };
            if (await exists.ExecuteScalarAsync(ct) is null)
            {
                created = await TryCreateAsync(server, name, template, ct);
            }
        }

        await using var database = await OpenAsync(name, ct);
        await ExecuteAsync(database, "set client_min_messages = warning; create extension if not exists vector; create extension if not exists unaccent;", ct);
        return created;
    }

    /// <summary>Drops a database, connected clients or not. Nothing happens when there is none.</summary>
    public async Task DropDatabaseAsync(string name, CancellationToken ct = default)
    {
        await using var server = await OpenAsync(MaintenanceDatabase, ct);
        await ExecuteAsync(server, $"drop database if exists {Quoted(name)} with (force)", ct);
    }

    /// <summary>
    /// Leaves the server, and stops it if that is ours to do: we started it or its starter is gone, and no other process is
    /// connected. Doing it twice does nothing more.
    /// </summary>
    public async Task StopAsync(CancellationToken ct = default)
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        await using var turn = await TakeTurnAsync(_cluster, null, ct);
        var ours = _cluster.Owner is not { } owner || owner == Identity || !IsAlive(owner);
        var stop = ours && !await OthersAreConnectedAsync(ct);
        if (_presence is { } presence)
        {
            _presence = null;
            await presence.DisposeAsync();
        }

        if (stop && _cluster.RunningPid() is not null)
        {
            await _cluster.StopAsync(_installation, ct);
        }

        if (ours)
        {
            // Stopped, or left to those who are still connected: the last of them stops it.
            _cluster.Owner = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<EmbeddedPostgres?> JoinAsync(EmbeddedPostgresCluster cluster, Action<string>? progress, CancellationToken ct)
    {
        if (cluster.RunningPid() is not { } pid)
        {
            return null;
        }

        var installation = await EmbeddedPostgresInstallation.FindAsync(cluster.Major, ct);
        var deadline = DateTime.UtcNow + AnswerPatience;
        while (cluster.RunningPid() == pid)
        {
            if (cluster.RunningPort() is { } port)
            {
                var joined = new EmbeddedPostgres(cluster, installation, port, startedByUs: false);
                if (await joined.TryConnectAsync(pid, ct))
                {
                    cluster.Port = port;
                    if (cluster.Owner is not { } owner || !IsAlive(owner))
                    {
                        progress?.Invoke("The embedded database was left running by a process that ended; it is used again.");
                        cluster.Owner = joined.Identity;
                    }

                    return joined;
                }
            }

            if (DateTime.UtcNow > deadline)
            {
                throw new EmbeddedPostgresException(
                    $"The embedded database (process {pid}) runs but does not answer. Its log is {cluster.LogFile}; if it hangs, end that process and start again.");
            }

            await Task.Delay(100, ct);
        }

        return null;
    }

    private static async Task<EmbeddedPostgres> StartNewAsync(EmbeddedPostgresCluster cluster, Action<string>? progress, CancellationToken ct)
    {
        var installation = await EmbeddedPostgresInstallation.FindAsync(cluster.Major, ct);
        if (!cluster.Exists)
        {
            await cluster.CreateAsync(installation, progress, ct);
        }
        else
        {
            progress?.Invoke("Starting the embedded database …");
        }

        var port = await cluster.StartAsync(installation, progress, ct);
        var started = new EmbeddedPostgres(cluster, installation, port, startedByUs: true);
        cluster.Owner = started.Identity;
        if (cluster.RunningPid() is not { } pid || !await started.TryConnectAsync(pid, ct))
        {
            throw new EmbeddedPostgresException($"The embedded database started but ended again at once. Its log is {cluster.LogFile}.");
        }

        return started;
    }

    /// <summary>
    /// Opens the connection that shows other processes that we are here. False while the server is starting up.
    /// The server that answers is compared with the one that runs on our cluster: a port can have changed hands.
    /// </summary>
    private async Task<bool> TryConnectAsync(int pid, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString(MaintenanceDatabase)) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand("select current_setting('data_directory')", connection);
            if ((string?)await command.ExecuteScalarAsync(ct) == _cluster.Pgdata && _cluster.RunningPid() == pid)
            {
                _presence = connection;
                return true;
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            await connection.DisposeAsync();
            throw new EmbeddedPostgresException(
                $"The embedded database in {_cluster.Pgdata} does not accept the password in .data/postgres.password. Restore that file, "
                + "or move .data/pgdata away to start with an empty database.", e);
        }
        catch (NpgsqlException e) when (e is not PostgresException { SqlState: not PostgresErrorCodes.CannotConnectNow })
        {
            // Still starting, or ended meanwhile: the caller looks again.
        }

        await connection.DisposeAsync();
        return false;
    }

    private async Task<bool> OthersAreConnectedAsync(CancellationToken ct)
    {
        try
        {
            await using var server = await OpenAsync(MaintenanceDatabase, ct);
            await using var command = new NpgsqlCommand(
                "select exists (select from pg_stat_activity where backend_type = 'client backend' and application_name <> $1)", server)
            {
                Parameters = { new() { Value = _applicationName } },
            };
            return (bool)(await command.ExecuteScalarAsync(ct))!;
        }
        catch (NpgsqlException)
        {
            // It does not answer any more, so nobody is served by it.
            return false;
        }
    }

    private static async Task<bool> TryCreateAsync(NpgsqlConnection server, string name, string? template, CancellationToken ct)
    {
        try
        {
            await ExecuteAsync(server, $"create database {Quoted(name)} template {Quoted(template ?? "template0")}", ct);
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process was a moment faster.
            return false;
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(string database, CancellationToken ct)
    {
        // Not pooled: a database cannot be copied or dropped while an idle connection to it is kept.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString(database)) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsAlive(string owner)
    {
        var parts = owner.Split(' ');
        return parts.Length == 3 && int.TryParse(parts[0], out var pid) && EmbeddedPostgresProcess.Identity(pid) == $"{parts[0]} {parts[1]}";
    }

    /// <summary>Starting and stopping happen one at a time on a cluster, over all processes. The lock goes with the process that holds it.</summary>
    private static async Task<FileStream> TakeTurnAsync(EmbeddedPostgresCluster cluster, Action<string>? progress, CancellationToken ct)
    {
        var deadline = DateTime.UtcNow + LockPatience;
        var told = false;
        while (true)
        {
            if (EmbeddedPostgresFiles.TryLock(cluster.LockFile) is { } turn)
            {
                return turn;
            }

            if (DateTime.UtcNow > deadline)
            {
                throw new EmbeddedPostgresException(
                    $"Another process has been starting or stopping the embedded database for {LockPatience.TotalMinutes:0} minutes (lock {cluster.LockFile}).");
            }

            if (!told)
            {
                progress?.Invoke("Waiting for another process that is starting or stopping the embedded database …");
                told = true;
            }

            await Task.Delay(50, ct);
        }
    }
}
