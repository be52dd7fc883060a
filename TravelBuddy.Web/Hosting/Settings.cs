namespace TravelBuddy.Web.Hosting;

/// <summary>Settings read so that a wrong value stops the start with its name.</summary>
public static class Settings
{
    /// <summary>Settings that are read while running; looked at when the application starts.</summary>
    private static readonly string[] Flags = ["Simulator:AllowRemote", "Catalog:LoadSample", "Pictures:Draw", "Recommendations:WarmUp", "Hosting:PrintNotes"];

    /// <exception cref="StartupException">A setting that is yes or no has another value.</exception>
    public static void EnsureFlagsAreReadable(IConfiguration configuration)
    {
        foreach (var flag in Flags.Where(flag => configuration[flag] is { Length: > 0 } given && !bool.TryParse(given, out _)))
        {
            throw new StartupException($"Setting {flag.Replace(":", "__", StringComparison.Ordinal)}: \"{configuration[flag]}\" is neither true nor false.");
        }
    }

    /// <summary>A section's options; the usual ones where nothing is set.</summary>
    /// <exception cref="StartupException">A value cannot be read as what it should be.</exception>
    public static T Options<T>(this IConfiguration configuration, string section)
        where T : class, new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException problem)
        {
            var name = configuration.GetSection(section).GetChildren().FirstOrDefault(child => problem.Message.Contains($"'{child.Path}'", StringComparison.Ordinal));
            throw new StartupException(name is null ? $"The settings {section}__* cannot be read: {problem.Message}" : $"Setting {section}__{name.Key}: \"{name.Value}\" cannot be read. {problem.InnerException?.Message}");
        }
    }
}
