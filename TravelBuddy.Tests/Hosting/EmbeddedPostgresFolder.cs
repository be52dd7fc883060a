using System.Diagnostics;
using Npgsql;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Hosting;

/// <summary>A data folder of a test's own, with whatever server runs on it; both are gone at the end.</summary>
public sealed class EmbeddedPostgresFolder : IAsyncDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("travelbuddy-test-").FullName;

    public EmbeddedPostgresFolder(string name = "data", bool everyoneCanEnter = true)
    {
        if (everyoneCanEnter && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_parent, (UnixFileMode)0b111_101_101);
        }

        Root = Path.Combine(_parent, name);
    }

    public string Root { get; }

    public string Pgdata => Path.Combine(Root, "pgdata");

    public static EmbeddedPostgresOptions Options(string root) => new(root) { Settings = new Dictionary<string, string> { ["fsync"] = "off", ["shared_buffers"] = "32MB" } };

    public Task<EmbeddedPostgres> StartAsync(List<string>? told = null) =>
        EmbeddedPostgres.StartAsync(Options(Root), told is null ? null : told.Add, TestContext.Current.CancellationToken);

    /// <summary>The server's main process by its own lock file; null when there is none.</summary>
    public int? PostmasterId()
    {
        var file = Path.Combine(Pgdata, "postmaster.pid");
        return File.Exists(file) ? int.Parse(File.ReadLines(file).First(), System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>SIGKILL to the server's main process; its children notice by themselves.</summary>
    public async Task KillPostmasterAsync()
    {
        var pid = PostmasterId().ShouldNotBeNull();
        using var server = Process.GetProcessById(pid);
        server.Kill();
        await Polling.UntilAsync("the end of the server", () => Task.FromResult(!IsRunning(pid)));
    }

    /// <summary>A process that ended stays in /proc, without a command line, as long as nobody asked how (in a container without an init, say).</summary>
    private static bool IsRunning(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static async Task<T?> AskAsync<T>(EmbeddedPostgres server, string database, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (PostmasterId() is { } pid && IsRunning(pid))
        {
            await KillPostmasterAsync();
        }

        if (new DirectoryInfo(Pgdata).LinkTarget is { } elsewhere)
        {
            await DeleteAsync(Path.GetDirectoryName(elsewhere)!);
        }

        await DeleteAsync(_parent);
    }

    // rm, because the killed server's last children may still be writing while we delete.
    private static async Task DeleteAsync(string folder)
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (Directory.Exists(folder))
        {
            using var rm = Process.Start(new ProcessStartInfo("rm", ["-rf", folder]) { RedirectStandardError = true })!;
            await rm.WaitForExitAsync();
            (DateTime.UtcNow < deadline).ShouldBeTrue($"{folder} could not be deleted");
        }
    }
}
