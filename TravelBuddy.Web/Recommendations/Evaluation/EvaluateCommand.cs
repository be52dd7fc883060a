using System.Diagnostics;
using JasperFx.CommandLine;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>What <c>evaluate</c> is given.</summary>
public sealed class EvaluateInput : NetCoreInput
{
    [Description("Packages in the interchange format; they go into a scratch database that is dropped afterwards. Without it the current database is evaluated")]
    public string? PackagesFlag { get; set; }

    [Description("Wishes in the interchange format, one JSON object a line")]
    public string? QueriesFlag { get; set; }

    [Description("Judgements: query_id 0 package_id grade")]
    public string? QrelsFlag { get; set; }

    [Description("Where to write the run in TREC format")]
    public string? RunOutFlag { get; set; }
}

/// <summary><c>evaluate [--packages F] --queries F [--qrels F] [--run-out F]</c>: ranks every query and prints how good the lists are.</summary>
[Description("Measure the quality of the ranking", Name = "evaluate")]
public sealed class EvaluateCommand : JasperFxAsyncCommand<EvaluateInput>
{
    public override async Task<bool> Execute(EvaluateInput input)
    {
        foreach (var (name, path) in new[] { ("--queries", input.QueriesFlag), ("--packages", input.PackagesFlag), ("--qrels", input.QrelsFlag) })
        {
            if (path is not null && !File.Exists(path))
            {
                Console.Error.WriteLine($"{name}: there is no file {path}.");
                return false;
            }
        }

        if (input.QueriesFlag is null)
        {
            Console.Error.WriteLine("--queries is missing: a file of wishes in the interchange format.");
            return false;
        }

        return input.PackagesFlag is null ? await EvaluateAsync(input) : await InScratchDatabaseAsync(input);
    }

    private static async Task<bool> EvaluateAsync(EvaluateInput input)
    {
        using var host = input.BuildHost();
        await host.StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var evaluation = ActivatorUtilities.CreateInstance<Evaluation>(scope.ServiceProvider);
        var judgements = input.QrelsFlag is null ? null : TrecFiles.ReadJudgements(input.QrelsFlag);
        var report = await evaluation.RunAsync(input.QueriesFlag!, judgements, CancellationToken.None);
        foreach (var problem in report.Problems)
        {
            Console.Error.WriteLine(problem);
        }

        if (input.RunOutFlag is not null)
        {
            TrecFiles.WriteRun(input.RunOutFlag, report.Lists, "travelbuddy");
        }

        Console.Write(report.Table());
        await host.StopAsync();
        return report.Lists.Count > 0;
    }

    /// <summary>Runs this program's own commands (schema, import, evaluate) against a database made for the purpose, so that what is measured is what ships.</summary>
    private static async Task<bool> InScratchDatabaseAsync(EvaluateInput input)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
        await using var postgres = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(DatabaseSetup.DataRoot(configuration)), message => Console.Error.WriteLine($"· {message}"), CancellationToken.None);
        var database = $"tb_evaluate_{Environment.ProcessId}";
        await postgres.CreateDatabaseAsync(database);
        try
        {
            var connection = postgres.ConnectionString(database);
            string[] evaluate = ["evaluate", "--queries", Path.GetFullPath(input.QueriesFlag!), .. Optional("--qrels", input.QrelsFlag), .. Optional("--run-out", input.RunOutFlag)];
            return await ChildAsync(connection, quiet: true, "resources", "setup")
                && await ChildAsync(connection, quiet: true, "import", Path.GetFullPath(input.PackagesFlag!))
                && await ChildAsync(connection, quiet: false, evaluate);
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await postgres.DropDatabaseAsync(database);
        }
    }

    private static string[] Optional(string flag, string? path) => path is null ? [] : [flag, Path.GetFullPath(path)];

    private static async Task<bool> ChildAsync(string connectionString, bool quiet, params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = quiet };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(EvaluateCommand).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[$"ConnectionStrings__{HostingFeature.ConnectionName}"] = connectionString;
        using var child = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var said = quiet ? await child.StandardOutput.ReadToEndAsync() : "";
        await child.WaitForExitAsync();
        if (child.ExitCode != 0)
        {
            Console.Error.WriteLine($"{string.Join(' ', arguments.Take(2))} failed with exit code {child.ExitCode}.");
            Console.Error.Write(said);
        }
        else if (arguments[0] == "import")
        {
            Console.Error.WriteLine(said.TrimEnd().Split('\n')[^1]);
        }

        return child.ExitCode == 0;
    }
}
