namespace TravelBuddy.Benchmarks;

internal static class Repository
{
    /// <summary>The repository's root, above this program.</summary>
    public static string Root()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "TravelBuddy.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("TravelBuddy.sln was not found above the benchmarks.");
    }
}
