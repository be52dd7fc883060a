namespace TravelBuddy.Web.Hosting;

/// <summary>Decides which database a command uses: the configured one, the embedded one, or none at all.</summary>
public static class DatabaseSetup
{
    /// <summary>Set to true by <see cref="AddDatabaseAsync"/> when the embedded server is used: only then is the schema created by itself.</summary>
    public const string EmbeddedSetting = "Hosting:EmbeddedDatabase";

    private static readonly string[] WithoutDatabase = ["codegen", "help", "--help", "-h", "?", "describe"];

    public static Task AddDatabaseAsync(this WebApplicationBuilder builder, string[] args)
    {
        if (builder.Configuration.GetConnectionString(HostingFeature.ConnectionName) is { Length: > 0 })
        {
            return Task.CompletedTask;
        }

        if (args.Length > 0 && WithoutDatabase.Contains(args[0], StringComparer.OrdinalIgnoreCase))
        {
            builder.Configuration[$"ConnectionStrings:{HostingFeature.ConnectionName}"] = "Host=127.0.0.1;Database=not-needed-by-this-command";
            return Task.CompletedTask;
        }

        throw new InvalidOperationException("Set ConnectionStrings__TravelBuddy.");
    }
}
