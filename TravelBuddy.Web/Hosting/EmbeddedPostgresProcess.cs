using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace TravelBuddy.Web.Hosting;

/// <summary>Operating system side of the embedded server: running its tools, and telling its processes from others.</summary>
internal static class EmbeddedPostgresProcess
{
    private const int SigQuit = 3;
    private const int SigKill = 9;

    /// <summary>The operating system user that the server runs as when we are root, which PostgreSQL refuses to be.</summary>
    public const string ServerUser = "postgres";

    public static bool IsRoot { get; } = Environment.IsPrivilegedProcess;

    /// <summary>What a finished command printed (both streams) and its exit code.</summary>
    public sealed record Result(int ExitCode, string Output);

    public static Task<Result> RunAsync(string file, IEnumerable<string> arguments, CancellationToken ct) => RunCoreAsync(file, arguments, ct);

    /// <summary>Runs one of PostgreSQL's tools as the user that owns the cluster.</summary>
    public static Task<Result> RunAsServerAsync(string file, IEnumerable<string> arguments, CancellationToken ct) =>
        IsRoot
            ? RunCoreAsync("setpriv", ["--reuid", ServerUser, "--regid", ServerUser, "--init-groups", file, .. arguments], ct)
            : RunCoreAsync(file, arguments, ct);

    /// <summary>
    /// Whether a process is the server on exactly this cluster, by the command line that pg_ctl gave it: readable for every user,
    /// unlike the links in /proc, which a container's root may not follow for other users' processes.
    /// </summary>
    public static bool Serves(int pid, string pgdata)
    {
        try
        {
            var arguments = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
            return Path.GetFileName(arguments[0]) is "postgres" or "postmaster" && Array.IndexOf(arguments, "-D") is var at and >= 0
                && at + 1 < arguments.Length && arguments[at + 1] == pgdata;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Ended meanwhile.
            return false;
        }
    }

    /// <summary>Every process of this cluster's server, children of a dead postmaster included: all work inside the data directory.</summary>
    public static async Task<IReadOnlyList<int>> AllOnAsync(string pgdata, CancellationToken ct)
    {
        var pattern = string.Concat(pgdata.Select(c => c is '*' or '?' or '[' or '\\' ? $"\\{c}" : c.ToString()));
        var found = await RunAsServerAsync("find", ["/proc", "-mindepth", "2", "-maxdepth", "2", "-name", "cwd", "-lname", pattern], ct);
        return [.. found.Output.Split('\n').Select(line => line.Split('/')).Where(p => p is ["", "proc", _, "cwd"])
            .Select(p => int.Parse(p[2], CultureInfo.InvariantCulture))];
    }

    /// <summary>Asks a server process to end at once without waiting for its clients.</summary>
    public static void Quit(int pid) => Kill(pid, SigQuit);

    /// <summary>Ends a server process that did not heed <see cref="Quit"/>.</summary>
    public static void End(int pid) => Kill(pid, SigKill);

    /// <summary>Names a running process so that a later process with the same id is not mistaken for it: id and start time.</summary>
    public static string? Identity(int pid)
    {
        try
        {
            // The second field is the program's name in parentheses and may hold spaces; the start time is the 20th after it.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return $"{pid} {stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19]}";
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<Result> RunCoreAsync(string file, IEnumerable<string> arguments, CancellationToken ct)
    {
        // The working directory is one that the server's user can be in; LC_ALL keeps the messages readable to us.
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start) ?? throw new EmbeddedPostgresException($"{file} could not be started.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return new Result(process.ExitCode, await output + await errors);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int pid, int signal);
}
