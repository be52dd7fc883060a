using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>The Release build as a process of its own, on a database of its own on an embedded server of its own; both are gone afterwards.</summary>
public sealed class ScratchApp : IAsyncDisposable
{
    private const string Database = "webhooks";
    private const UnixFileMode EveryoneMayEnter = (UnixFileMode)0b111_101_101;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _build;
    private readonly string _folder;
    private readonly EmbeddedPostgres _server;
    private readonly (string Name, string Value)[] _settings;
    private readonly StreamWriter _log;
    private Process? _process;
    private int _isDisposed;
    private TimeSpan _spent;

    private ScratchApp(string build, string folder, EmbeddedPostgres server, (string, string)[] settings)
    {
        (_build, _folder, _server, _settings) = (build, folder, server, settings);
        LogFile = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"webhooks-{Environment.ProcessId}.log"));
        _log = new StreamWriter(LogFile) { AutoFlush = true };
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DisposeAsync().AsTask().GetAwaiter().GetResult();
        BaseUrl = FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public string BaseUrl { get; }

    /// <summary>What the app printed; kept.</summary>
    public string LogFile { get; }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server.ConnectionString(Database)) { ApplicationName = "webhooks load test" }.ConnectionString;

    /// <summary>Whether the process ended without being told to.</summary>
    public bool HasEnded => _process is { HasExited: true };

    /// <summary>Processor time of the app, ended processes included.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process?.Refresh();
            return _spent + (_process is { HasExited: false } running ? running.TotalProcessorTime : TimeSpan.Zero);
        }
    }

    public long MemoryBytes
    {
        get
        {
            _process?.Refresh();
            return _process is { HasExited: false } running ? running.WorkingSet64 : 0;
        }
    }

    /// <summary>Makes server, database and schema, and starts the app.</summary>
    public static async Task<ScratchApp> StartAsync(string build, IEnumerable<(string, string)> settings)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("The embedded database runs on Linux only.");
        }

        var folder = Directory.CreateTempSubdirectory("webhooks").FullName;
        File.SetUnixFileMode(folder, EveryoneMayEnter);
        var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder), null, CancellationToken.None);
        await server.CreateDatabaseAsync(Database);
        var app = new ScratchApp(build, folder, server, [.. settings]);
        using (var setup = app.Launch("resources", "setup"))
        {
            await setup.WaitForExitAsync();
            if (setup.ExitCode != 0)
            {
                throw new InvalidOperationException($"The schema could not be made; see {app.LogFile}.");
            }
        }

        await app.StartAsync();
        return app;
    }

    /// <summary>Starts the process and waits until it says that it is ready.</summary>
    public async Task StartAsync()
    {
        _process = Launch("--urls", BaseUrl);
        using var client = new HttpClient();
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            if (_process.HasExited || waited.Elapsed > Patience)
            {
                throw new InvalidOperationException($"The app did not become ready; see {LogFile}.");
            }

            try
            {
                if ((await client.GetAsync($"{BaseUrl}/health/ready")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _spent = ProcessorTime;
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Stops the database server as its operator would, and starts it again; who is connected is cut off.</summary>
    public async Task RestartDatabaseAsync()
    {
        var pgdata = Path.Combine(_folder, "pgdata");
        var installation = await EmbeddedPostgresInstallation.FindAsync(null, CancellationToken.None);
        var restarted = await EmbeddedPostgresProcess.RunAsServerAsync(
            installation.Tool("pg_ctl"), ["restart", "--wait", "--timeout=60", "--silent", "--mode=fast", "-D", pgdata, "-l", _server.LogFile], CancellationToken.None);
        if (restarted.ExitCode != 0)
        {
            throw new InvalidOperationException($"The database server did not start again: {restarted.Output}");
        }
    }

    /// <summary>Processor time of the database server, all its processes.</summary>
    public TimeSpan DatabaseTime()
    {
        var postmaster = File.ReadLines(Path.Combine(_folder, "pgdata", "postmaster.pid")).First();
        var ticks = 0L;
        foreach (var process in Directory.GetDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(process, "stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                if (Path.GetFileName(process) == postmaster)
                {
                    ticks += fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
                }
                else if (fields[1] == postmaster)
                {
                    ticks += fields[11..13].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile; its parent has its time.
            }
        }

        return TimeSpan.FromSeconds(ticks / 100.0);
    }

    /// <summary>Processor time of everything on the machine.</summary>
    public static TimeSpan MachineTime()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return TimeSpan.FromSeconds(new[] { 1, 2, 3, 6, 7 }.Sum(field => long.Parse(fields[field], CultureInfo.InvariantCulture)) / 100.0);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return; // Disposed, and then the process ended; or it was ended before.
        }

        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        NpgsqlConnection.ClearAllPools();
        await _server.DisposeAsync();
        await _log.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Process Launch(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(_build, "TravelBuddy.Web.dll"), .. arguments])
        {
            WorkingDirectory = _build,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["ConnectionStrings__TravelBuddy"] = _server.ConnectionString(Database);
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                _log.WriteLine(line);
            }
        }
    }
}
