using System.Diagnostics;
using System.Runtime.CompilerServices;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Hosting;

/// <summary>
/// Another process that starts (or joins) an embedded server and holds it until it is killed or told to leave: this very test
/// program, started with an environment variable that keeps it from running tests.
/// </summary>
public sealed class EmbeddedPostgresHolder : IDisposable
{
    private const string Variable = "TRAVELBUDDY_TESTS_HOLD_POSTGRES";
    private readonly Process _process;

    private EmbeddedPostgresHolder(Process process) => _process = process;

    public int ProcessId => _process.Id;

    /// <summary>What the process found: whether it started the server itself.</summary>
    public bool StartedIt { get; private set; }

    /// <summary>Starts the process as the leader of a session of its own, like a program in a terminal, and waits until its server answers.</summary>
    public static async Task<EmbeddedPostgresHolder> StartAsync(string dataRoot)
    {
        var start = new ProcessStartInfo("setsid", [Environment.ProcessPath!]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(EmbeddedPostgresHolder).Assembly.Location);
        }

        start.Environment[Variable] = dataRoot;
        var holder = new EmbeddedPostgresHolder(Process.Start(start)!);
        try
        {
            var line = await holder._process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            line.ShouldNotBeNull();
            line.ShouldStartWith("holding");
            holder.StartedIt = line == "holding, started";
            return holder;
        }
        catch
        {
            holder.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL: it can do nothing more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>SIGINT to its whole process group, as a terminal does on Ctrl+C.</summary>
    public async Task InterruptLikeATerminalAsync()
    {
        using var kill = Process.Start("kill", ["-INT", "--", $"-{_process.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>Lets it leave the server in good order.</summary>
    public async Task LeaveAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        _process.ExitCode.ShouldBe(0);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    // Nothing asynchronous of this assembly may run in here: other threads wait for its initializer before they enter its code.
    [ModuleInitializer]
    internal static void HoldIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } dataRoot)
        {
            return;
        }

        var server = EmbeddedPostgres.StartAsync(EmbeddedPostgresFolder.Options(dataRoot), null, CancellationToken.None).GetAwaiter().GetResult();
        Console.WriteLine(server.StartedByUs ? "holding, started" : "holding, joined");
        Console.In.ReadToEnd();
        server.StopAsync().GetAwaiter().GetResult();
        Environment.Exit(0);
    }
}
