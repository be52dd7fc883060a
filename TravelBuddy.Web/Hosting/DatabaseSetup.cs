namespace TravelBuddy.Web.Hosting;

/// <summary>Decides which database a command uses: the configured one, the embedded one, or none at all.</summary>
public static class DatabaseSetup
{
    /// <summary>Set by <see cref="AddDatabaseAsync"/> when the embedded server is used: only then is the schema created by itself.</summary>
    public const string EmbeddedSetting = "Hosting:EmbeddedDatabase";

    private static readonly string[] WithoutDatabase = ["codegen", "help", "--help", "-h", "?"];

    /// <summary>Commands that do their work and end: they listen on no known port and never load the sample catalogue.</summary>
    private static readonly string[] ShortLived = ["import", "evaluate", "evaluate-model", "export-user", "erase-user", "resources", "db-assert", "db-apply", "db-patch", "db-dump", "storage", "check-env", "describe"];

    /// <summary>Sets the connection string of this run; what is returned stops the embedded server, if this process started it.</summary>
    public static async Task<IAsyncDisposable> AddDatabaseAsync(this WebApplicationBuilder builder, string[] args)
    {
        var command = args.FirstOrDefault();
        if (command is not null && (WithoutDatabase.Contains(command, StringComparer.OrdinalIgnoreCase) || UsesScratchDatabase(args)))
        {
            builder.Configuration[$"ConnectionStrings:{HostingFeature.ConnectionName}"] = "Host=127.0.0.1;Database=not-needed-by-this-command";
            return Nothing.ToDispose;
        }

        if (command is not null && ShortLived.Contains(command, StringComparer.OrdinalIgnoreCase))
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Configuration["Catalog:LoadSample"] = "false";
            builder.Configuration["Encoding:Background"] = "false";
            builder.Configuration["Recommendations:WarmUp"] = "false";
            builder.Configuration["Pictures:Draw"] = "false";
            // What was judged stays judged when its season is over.
            builder.Configuration["Recommendations:Past"] = command.Equals("evaluate", StringComparison.OrdinalIgnoreCase) ? "true" : "false";
            builder.Configuration["Hosting:PrintNotes"] = "false";
            // Whoever measures a model is told how often which fault came, not of each.
            builder.Configuration["Logging:LogLevel:TravelBuddy.Web.Language.Model"] = "Error";
        }
        else
        {
            ListenAddresses.EnsureFree(builder.Configuration);
            OwnAddress.EnsureReadable(builder.Configuration);
        }

        if (builder.Configuration.GetConnectionString(HostingFeature.ConnectionName) is { Length: > 0 } configured)
        {
            await ConfiguredDatabase.EnsureUsableAsync(configured, CancellationToken.None);
            return Nothing.ToDispose;
        }

        var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(DataRoot(builder.Configuration)), message => Console.Error.WriteLine($"· {message}"), CancellationToken.None);
        await postgres.CreateDatabaseAsync("travelbuddy");
        builder.Configuration[$"ConnectionStrings:{HostingFeature.ConnectionName}"] = postgres.ConnectionString("travelbuddy");
        builder.Configuration[EmbeddedSetting] = "true";
        return postgres;
    }

    /// <summary>Whether there is no command among the arguments, at most settings such as --urls.</summary>
    public static bool Serves(string[] args) => args is [] || args[0].StartsWith("--", StringComparison.Ordinal) && !WithoutDatabase.Contains(args[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>Packages to evaluate go into a database that the command makes and drops itself: the configured one is not even connected to.</summary>
    private static bool UsesScratchDatabase(string[] args) =>
        args is ["evaluate", ..] && args.Any(argument => argument is "--packages" or "-p" || argument.StartsWith("--packages=", StringComparison.Ordinal));

    /// <summary>The <c>.data</c> folder of the checkout: beside TravelBuddy.sln above the application or the working directory, else in the working directory; setting <c>Hosting__DataRoot</c> overrides.</summary>
    public static string DataRoot(IConfiguration configuration)
    {
        if (configuration["Hosting:DataRoot"] is { Length: > 0 } configured)
        {
            return Path.GetFullPath(configured);
        }

        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
            {
                if (File.Exists(Path.Combine(directory.FullName, "TravelBuddy.sln")))
                {
                    return Path.Combine(directory.FullName, ".data");
                }
            }
        }

        return Path.Combine(Directory.GetCurrentDirectory(), ".data");
    }

    private sealed class Nothing : IAsyncDisposable
    {
        public static readonly Nothing ToDispose = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
