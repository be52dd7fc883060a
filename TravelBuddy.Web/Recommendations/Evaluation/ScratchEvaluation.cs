using System.Diagnostics;
using System.Runtime.InteropServices;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>
/// An evaluation in a database made for the purpose on the embedded server, whatever database is configured. This program's own commands (schema,
/// import, evaluate) run against it as processes of their own, so that what is measured is what ships. It is dropped when they are through, have
/// failed or are interrupted.
/// </summary>
public static class ScratchEvaluation
{
    private const int MostRefusalsTold = 20;

    public static async Task<bool> RunAsync(EvaluateInput input)
    {
        using var interrupted = new CancellationTokenSource();
        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = true;
            interrupted.Cancel();
        }

        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt);
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
        await using var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(DatabaseSetup.DataRoot(configuration)), Say, CancellationToken.None);
        var database = $"tb_evaluate_{Environment.ProcessId}";
        try
        {
            Say($"Creating the scratch database {database} …");
            await postgres.CreateDatabaseAsync(database, ct: interrupted.Token);
            return await RunAsync(input, postgres.ConnectionString(database), interrupted.Token);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            Console.Error.WriteLine("Interrupted.");
            return false;
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await postgres.DropDatabaseAsync(database);
        }
    }

    private static async Task<bool> RunAsync(EvaluateInput input, string connection, CancellationToken ct)
    {
        if (!await ChildAsync(connection, quiet: true, ct, "resources", "setup"))
        {
            return false;
        }

        Say($"Importing and encoding {input.PackagesFlag} …");
        if (!await ChildAsync(connection, quiet: true, ct, "import", Path.GetFullPath(input.PackagesFlag!)))
        {
            return false;
        }

        Say($"Ranking the wishes of {input.QueriesFlag} …");
        return await ChildAsync(connection, quiet: false, ct, ["evaluate", "--queries", Path.GetFullPath(input.QueriesFlag!), .. Optional("--qrels", input.QrelsFlag), .. Optional("--run-out", input.RunOutFlag)]);
    }

    private static void Say(string message) => Console.Error.WriteLine($"· {message}");

    private static string[] Optional(string flag, string? path) => path is null ? [] : [flag, Path.GetFullPath(path)];

    private static async Task<bool> ChildAsync(string connectionString, bool quiet, CancellationToken ct, params string[] arguments)
    {
        ct.ThrowIfCancellationRequested();
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = quiet };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ScratchEvaluation).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[$"ConnectionStrings__{HostingFeature.ConnectionName}"] = connectionString;
        // Drawing pictures would compete with what is measured, and what the server says of itself is no part of the table.
        start.Environment["Pictures__Draw"] = "false";
        start.Environment["Hosting__PrintNotes"] = "false";
        start.Environment.TryAdd("Logging__LogLevel__Default", "Warning");
        using var child = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        try
        {
            var said = quiet ? await child.StandardOutput.ReadToEndAsync(ct) : "";
            await child.WaitForExitAsync(ct);
            Report(arguments, child.ExitCode, said);
            return child.ExitCode == 0;
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill(entireProcessTree: true);
                await child.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static void Report(string[] arguments, int exitCode, string said)
    {
        if (exitCode != 0)
        {
            Console.Error.WriteLine($"{arguments[0]} failed with exit code {exitCode}.");
            Console.Error.Write(said);
        }
        else if (arguments[0] == "import")
        {
            var lines = said.TrimEnd().Split('\n');
            var refused = lines.Where(line => line.Contains(": REFUSED: ", StringComparison.Ordinal)).ToList();
            refused.Take(MostRefusalsTold).ToList().ForEach(Say);
            if (refused.Count > MostRefusalsTold)
            {
                Say($"… and {refused.Count - MostRefusalsTold} more lines that cannot be read; `./run import` names them all.");
            }

            Say(lines[^1]);
        }
    }
}
