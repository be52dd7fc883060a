// File modes exist on Linux only, and EmbeddedPostgres.StartAsync refuses to start anywhere else.
#pragma warning disable CA1416

namespace TravelBuddy.Web.Hosting;

/// <summary>Small file helpers of the embedded server.</summary>
internal static class EmbeddedPostgresFiles
{
    /// <summary>A folder's real path: the whole of it, links on the way included, because that is what the server shows of itself.</summary>
    public static string Resolve(string path)
    {
        var resolved = Path.GetPathRoot(path)!;
        foreach (var part in path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            if (new DirectoryInfo(resolved) is { LinkTarget: not null } link)
            {
                resolved = Resolve(Path.GetFullPath(link.LinkTarget, Path.GetDirectoryName(resolved)!));
            }
        }

        return resolved;
    }

    public static string? ReadOrNull(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } text ? text : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a file that only its owner can read, in one step: readers see the old text or the new one.</summary>
    public static void WriteSecret(string path, string text)
    {
        var fresh = path + ".new";
        File.Delete(fresh);
        using (var stream = new FileStream(fresh, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text + "\n"));
        }

        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Whether any user can pass through a folder and all those above it.</summary>
    public static bool EveryoneCanEnter(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
        {
            if (!directory.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Makes a folder, or corrects the mode of the one that is there: the process's umask does not count.</summary>
    public static void MakeFolder(string path, UnixFileMode mode)
    {
        Directory.CreateDirectory(path, mode);
        new DirectoryInfo(path).UnixFileMode = mode;
    }

    /// <summary>Opens a file that no other process can open this way until the stream is closed or this process ends; null while another holds it.</summary>
    public static FileStream? TryLock(string path)
    {
        const int wouldBlock = 11;
        try
        {
            return new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (IOException e) when (e.HResult == wouldBlock)
        {
            return null;
        }
    }

    public static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
