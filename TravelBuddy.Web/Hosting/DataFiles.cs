namespace TravelBuddy.Web.Hosting;

/// <summary>Finds the repository's <c>data/</c> folder: setting <c>DataDirectory</c>, else upward from the application and the working directory.</summary>
public sealed class DataFiles(IConfiguration configuration)
{
    private readonly string _directory = Find(configuration["DataDirectory"]);

    /// <summary>Full path of a data file; a missing one throws <see cref="StartupException"/> naming it.</summary>
    public string PathOf(string name)
    {
        var path = Path.Combine(_directory, name);
        return File.Exists(path) ? path : throw new StartupException($"Data file {name} is not in {_directory}. Set DataDirectory to the folder that holds it.");
    }

    /// <summary>Full path of a folder below it, whether it is there or not.</summary>
    public string FolderOf(string name) => Path.Combine(_directory, name);

    private static string Find(string? configured)
    {
        if (configured is not null)
        {
            return Directory.Exists(configured) ? Path.GetFullPath(configured) : throw new StartupException($"Setting DataDirectory: there is no folder \"{configured}\".");
        }

        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
            {
                var data = Path.Combine(directory.FullName, "data");
                if (File.Exists(Path.Combine(data, "places.jsonl")))
                {
                    return data;
                }
            }
        }

        throw new StartupException("The data folder (with places.jsonl) was not found. Set DataDirectory to it.");
    }
}
