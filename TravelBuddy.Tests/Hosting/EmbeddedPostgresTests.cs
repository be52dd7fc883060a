using System.Net;
using System.Net.Sockets;
using Npgsql;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Hosting;

/// <summary>One server on a folder of its own, for tests that leave it running.</summary>
public sealed class EmbeddedPostgresServer : IAsyncLifetime
{
    public EmbeddedPostgresFolder Folder { get; } = new();

    public EmbeddedPostgres Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await Folder.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Folder.DisposeAsync();
    }
}

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class when_an_embedded_server_runs(EmbeddedPostgresServer running) : IClassFixture<EmbeddedPostgresServer>
{
    private readonly EmbeddedPostgresFolder _folder = running.Folder;
    private readonly EmbeddedPostgres _server = running.Server;

    [Fact]
    public async Task it_speaks_utf8_keeps_its_files_safe_and_listens_on_loopback_only()
    {
        _server.StartedByUs.ShouldBeTrue();
        (await EmbeddedPostgresFolder.AskAsync<string>(_server, "postgres", "select current_setting('server_encoding')")).ShouldBe("UTF8");
        (await EmbeddedPostgresFolder.AskAsync<string>(_server, "postgres", "select lower('ĐÀ NẴNG')")).ShouldBe("đà nẵng");
        (await EmbeddedPostgresFolder.AskAsync<string>(_server, "postgres", "select current_setting('listen_addresses')")).ShouldBe("127.0.0.1");
        (await EmbeddedPostgresFolder.AskAsync<string>(_server, "postgres", "select current_setting('unix_socket_directories')")).ShouldBe("");
        (await EmbeddedPostgresFolder.AskAsync<bool>(_server, "postgres", "select bool_and(auth_method = 'scram-sha-256') from pg_hba_file_rules")).ShouldBeTrue();
    }

    [Fact]
    public void password_and_port_are_for_their_owner_only()
    {
        foreach (var file in new[] { "postgres.password", "postgres.port" })
        {
            File.GetUnixFileMode(Path.Combine(_folder.Root, file)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }

        var password = new NpgsqlConnectionStringBuilder(_server.ConnectionString("postgres")).Password.ShouldNotBeNull();
        password.Length.ShouldBeGreaterThan(30);
        Directory.EnumerateFiles(_folder.Root).Where(f => File.ReadAllText(f).Contains(password, StringComparison.Ordinal)).Select(Path.GetFileName)
            .ShouldBe(["postgres.password"]);
    }

    [Fact]
    public async Task a_wrong_password_is_refused()
    {
        var wrong = new NpgsqlConnectionStringBuilder(_server.ConnectionString("postgres")) { Password = "guess", Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(wrong);
        (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync())).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task a_new_database_has_vectors_and_unaccent_before_it_is_handed_out()
    {
        (await _server.CreateDatabaseAsync("new \"one\"")).ShouldBeTrue();
        (await EmbeddedPostgresFolder.AskAsync<double>(_server, "new \"one\"", "select '[1,2]'::halfvec <#> '[3,4]'::halfvec")).ShouldBe(-11);
        (await EmbeddedPostgresFolder.AskAsync<string>(_server, "new \"one\"", "select unaccent('Đà Nẵng')")).ShouldBe("Da Nang");
        (await _server.CreateDatabaseAsync("new \"one\"")).ShouldBeFalse();
    }

    [Fact]
    public async Task a_database_can_be_copied_and_dropped_while_someone_is_connected_to_it()
    {
        await _server.CreateDatabaseAsync("pattern");
        await EmbeddedPostgresFolder.AskAsync<object>(_server, "pattern", "create table t as select 7 as n");
        await _server.CreateDatabaseAsync("copy", template: "pattern");
        await using var connected = new NpgsqlConnection(_server.ConnectionString("copy") + ";Pooling=false");
        await connected.OpenAsync();
        (await EmbeddedPostgresFolder.AskAsync<int>(_server, "copy", "select n from t")).ShouldBe(7);
        await _server.DropDatabaseAsync("copy");
        await _server.DropDatabaseAsync("copy");
        (await EmbeddedPostgresFolder.AskAsync<long>(_server, "postgres", "select count(*) from pg_database where datname = 'copy'")).ShouldBe(0);
    }
}

public sealed class when_an_embedded_server_starts_again : IAsyncLifetime
{
    private readonly EmbeddedPostgresServer _running = new();

    private EmbeddedPostgresFolder Folder => _running.Folder;

    private EmbeddedPostgres Server => _running.Server;

    public ValueTask InitializeAsync() => _running.InitializeAsync();

    public ValueTask DisposeAsync() => _running.DisposeAsync();

    [Fact]
    public async Task it_stops_with_its_starter_and_comes_back_on_the_same_port_with_the_data()
    {
        var port = new NpgsqlConnectionStringBuilder(Server.ConnectionString("postgres")).Port;
        await Server.CreateDatabaseAsync("kept");
        await Server.StopAsync();
        Folder.PostmasterId().ShouldBeNull();

        List<string> told = [];
        await using var second = await Folder.StartAsync(told);
        second.StartedByUs.ShouldBeTrue();
        told.ShouldBe(["Starting the embedded database …"]);
        new NpgsqlConnectionStringBuilder(second.ConnectionString("postgres")).Port.ShouldBe(port);
        (await second.CreateDatabaseAsync("kept")).ShouldBeFalse();
    }

    [Fact]
    public async Task a_port_taken_meanwhile_makes_it_move()
    {
        var port = new NpgsqlConnectionStringBuilder(Server.ConnectionString("postgres")).Port;
        await Server.StopAsync();
        using var thief = new TcpListener(IPAddress.Loopback, port);
        thief.Start();

        List<string> told = [];
        await using var second = await Folder.StartAsync(told);
        new NpgsqlConnectionStringBuilder(second.ConnectionString("postgres")).Port.ShouldNotBe(port);
        told.ShouldContain(line => line.Contains($"Port {port}"));
    }

    [Fact]
    public async Task an_unknown_setting_is_named()
    {
        await Server.StopAsync();
        var options = new EmbeddedPostgresOptions(Folder.Root) { Settings = new Dictionary<string, string> { ["no_such_thing"] = "1" } };
        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(options, null, TestContext.Current.CancellationToken));
        refused.Message.ShouldContain("no_such_thing");
    }

    [Fact]
    public async Task a_lost_password_is_explained()
    {
        await Server.StopAsync();
        File.Delete(Path.Combine(Folder.Root, "postgres.password"));
        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => Folder.StartAsync());
        refused.Message.ShouldContain("postgres.password");
        refused.Message.ShouldContain("Restore");
    }
}
