using System.Globalization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Hosting;

/// <summary>One PostgreSQL installation on this machine.</summary>
/// <param name="Bin">The folder of <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>.</param>
/// <param name="Major">The major version, 15 or higher.</param>
/// <param name="Pgvector">The version of pgvector that <c>create extension</c> would install; null when there is none.</param>
internal sealed partial record EmbeddedPostgresInstallation(string Bin, int Major, Version? Pgvector)
{
    private const int OldestMajor = 15;
    private static readonly Version OldestPgvector = new(0, 8);

    public string Tool(string name) => Path.Combine(Bin, name);

    /// <summary>The installation of one major version (the one that made an existing cluster), or else the newest that has pgvector.</summary>
    public static async Task<EmbeddedPostgresInstallation> FindAsync(int? major, CancellationToken ct)
    {
        var found = new List<EmbeddedPostgresInstallation>();
        foreach (var bin in Folders().Distinct())
        {
            if (await InspectAsync(bin, ct) is { } installation)
            {
                found.Add(installation);
            }
        }

        var fitting = found.Where(i => i.Major >= OldestMajor && (major is null || i.Major == major)).ToList();
        if (fitting.Count == 0)
        {
            throw new EmbeddedPostgresException(major is { } wanted
                ? $"The embedded database was made by PostgreSQL {wanted}, which is not installed here any more. "
                  + $"Install it (package postgresql-{wanted}), or move .data/pgdata away to start with an empty database."
                : $"No PostgreSQL {OldestMajor} or newer was found below /usr/lib/postgresql or on PATH. "
                  + "Run scripts/setup to install it, or set ConnectionStrings__TravelBuddy to use a server of your own.");
        }

        return fitting.OrderByDescending(i => i.Pgvector >= OldestPgvector).ThenByDescending(i => i.Major).First() is { Pgvector: { } version } best
            && version >= OldestPgvector
                ? best
                : throw new EmbeddedPostgresException(
                    $"PostgreSQL {fitting[0].Major} has {(fitting[0].Pgvector is { } old ? $"pgvector {old}" : "no pgvector")}; {OldestPgvector} or newer is needed. "
                    + "Run scripts/setup to install it.");
    }

    private static IEnumerable<string> Folders()
    {
        const string debian = "/usr/lib/postgresql";
        if (Directory.Exists(debian))
        {
            foreach (var version in Directory.EnumerateDirectories(debian))
            {
                yield return Path.Combine(version, "bin");
            }
        }

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (File.Exists(Path.Combine(folder, "postgres")))
            {
                yield return folder;
            }
        }
    }

    private static async Task<EmbeddedPostgresInstallation?> InspectAsync(string bin, CancellationToken ct)
    {
        if (!new[] { "postgres", "initdb", "pg_ctl" }.All(tool => File.Exists(Path.Combine(bin, tool))))
        {
            return null;
        }

        var version = await EmbeddedPostgresProcess.RunAsync(Path.Combine(bin, "postgres"), ["--version"], ct);
        if (version.ExitCode != 0 || FirstNumber().Match(version.Output) is not { Success: true } match)
        {
            return null;
        }

        var major = int.Parse(match.Value, CultureInfo.InvariantCulture);
        return new EmbeddedPostgresInstallation(bin, major, await PgvectorAsync(bin, major, ct));
    }

    private static async Task<Version?> PgvectorAsync(string bin, int major, CancellationToken ct)
    {
        var share = $"/usr/share/postgresql/{major}";
        if (File.Exists(Path.Combine(bin, "pg_config")))
        {
            var answer = await EmbeddedPostgresProcess.RunAsync(Path.Combine(bin, "pg_config"), ["--sharedir"], ct);
            share = answer.ExitCode == 0 ? answer.Output.Trim() : share;
        }

        var control = Path.Combine(share, "extension", "vector.control");
        return File.Exists(control) && DefaultVersion().Match(await File.ReadAllTextAsync(control, ct)) is { Success: true } match
            && Version.TryParse(match.Groups[1].Value, out var version) ? version : null;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex FirstNumber();

    [GeneratedRegex(@"default_version\s*=\s*'([\d.]+)")]
    private static partial Regex DefaultVersion();
}
