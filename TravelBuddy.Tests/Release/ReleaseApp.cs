using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TravelBuddy.Tests.Release;

/// <summary>The Release build as a process of its own on a free port, as it ships; it can be killed and started again on the same database.</summary>
public sealed class ReleaseApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly List<string> _output = [];

    private ReleaseApp(Process process, string baseUrl)
    {
        _process = process;
        BaseUrl = baseUrl;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string BaseUrl { get; }

    /// <summary>Everything the process has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    /// <summary>Folder of the Release build that <c>./test</c> made.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>A port that was free a moment ago, below those the system hands out: what other tests open meanwhile cannot take it.</summary>
    public static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Another program's.
            }
        }
    }

    /// <summary>Starts it and waits until it says it is ready. Where somebody took the port that was free a moment ago, on another.</summary>
    public static async Task<ReleaseApp> StartAsync(string connectionString, int? port = null, params (string Name, string Value)[] settings)
    {
        for (var left = 3; ; left--)
        {
            var url = $"http://127.0.0.1:{port ?? FreePort()}";
            var app = new ReleaseApp(Launch(connectionString, ["--urls", url], settings), url);
            try
            {
                await app.ReadyAsync();
                return app;
            }
            catch (InvalidOperationException) when (port is null && left > 0 && app.Output.Contains("is taken by another program", StringComparison.Ordinal))
            {
                await app.DisposeAsync();
            }
        }
    }

    /// <summary>Runs a command of the Release build to its end: exit code and what it printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string? connectionString, string[] arguments, params (string Name, string Value)[] settings)
    {
        using var process = Launch(connectionString, arguments, settings);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>SIGTERM, as an operator or a container stops it, and waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is said.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    /// <summary>Starts a command of the Release build, its output redirected.</summary>
    public static Process Launch(string? connectionString, string[] arguments, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Folder, "TravelBuddy.Web.dll"), .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        if (connectionString is not null)
        {
            start.Environment["ConnectionStrings__TravelBuddy"] = connectionString;
        }

        // Drawn by the run's application: the sample's pictures would keep a processor busy while the process is looked at.
        start.Environment["Pictures__Draw"] = "false";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private async Task ReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(BaseUrl) };
        for (var waited = Stopwatch.StartNew(); ;)
        {
            if (_process.HasExited || waited.Elapsed > Patience)
            {
                throw new InvalidOperationException($"The Release build did not become ready{(_process.HasExited ? $" (it ended with {_process.ExitCode})" : "")}:\n{Output}");
            }

            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Polling.PauseAsync();
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.Add(line);
            }
        }
    }

    private static string FindFolder()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "TravelBuddy.sln")))
            {
                var folder = Path.Combine(directory.FullName, "TravelBuddy.Web", "bin", "Release", "net10.0");
                return File.Exists(Path.Combine(folder, "TravelBuddy.Web.dll")) ? folder : throw new InvalidOperationException($"There is no Release build in {folder}. ./test makes it (or: scripts/setup).");
            }
        }

        throw new InvalidOperationException("TravelBuddy.sln was not found above the tests.");
    }
}
