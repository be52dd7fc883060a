using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace TravelBuddy.Web.Hosting;

/// <summary>The files of one embedded server: makes the cluster, writes its settings, starts and stops the server on it.</summary>
internal sealed class EmbeddedPostgresCluster
{
    public const string SuperUser = "travelbuddy";
    private const string SettingsFile = "travelbuddy.conf";
    private const string RelocationRoot = "/var/lib/travelbuddy";
    private const long LargestLog = 10 * 1024 * 1024;

    private readonly EmbeddedPostgresOptions _options;
    private readonly string _root;

    public EmbeddedPostgresCluster(EmbeddedPostgresOptions options)
    {
        _options = options;
        _root = Directory.CreateDirectory(Path.GetFullPath(options.DataRoot)).FullName;
    }

    /// <summary>As others find it: a folder, or for root possibly a link to one.</summary>
    private string Link => Path.Combine(_root, "pgdata");

    /// <summary>The data directory itself, links resolved, as the server sees it in /proc.</summary>
    public string Pgdata => EmbeddedPostgresFiles.Resolve(Link);

    public string LockFile => Path.Combine(_root, "postgres.lock");

    public string LogFile => Path.Combine(Pgdata, "server.log");

    private string PortFile => Path.Combine(_root, "postgres.port");

    private string PasswordFile => Path.Combine(_root, "postgres.password");

    private string OwnerFile => Path.Combine(_root, "postgres.owner");

    public bool Exists => File.Exists(Path.Combine(Pgdata, "PG_VERSION"));

    public int? Major => Exists
        ? int.Parse(File.ReadAllText(Path.Combine(Pgdata, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture)
        : null;

    public string Password => EmbeddedPostgresFiles.ReadOrNull(PasswordFile)
        ?? throw new EmbeddedPostgresException(
            $"{PasswordFile} is missing, so the embedded database cannot be opened. Restore it, or move {Link} away to start with an empty database.");

    public int? Port
    {
        get => int.TryParse(EmbeddedPostgresFiles.ReadOrNull(PortFile), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
        set => EmbeddedPostgresFiles.WriteSecret(PortFile, value!.Value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Who is to stop the server: the process that started it, or that took it over from one that died.</summary>
    public string? Owner
    {
        get => EmbeddedPostgresFiles.ReadOrNull(OwnerFile);
        set
        {
            if (value is null)
            {
                File.Delete(OwnerFile);
            }
            else
            {
                EmbeddedPostgresFiles.WriteSecret(OwnerFile, value);
            }
        }
    }

    /// <summary>The running server's process, or null. A postmaster.pid left by a crash or by a reboot names none or a stranger.</summary>
    public int? RunningPid()
    {
        var line = EmbeddedPostgresFiles.ReadOrNull(Path.Combine(Pgdata, "postmaster.pid"))?.Split('\n')[0];
        return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && EmbeddedPostgresProcess.Serves(pid, Pgdata) ? pid : null;
    }

    /// <summary>The port the running server wrote down for itself; null while it is only just starting.</summary>
    public int? RunningPort()
    {
        var lines = EmbeddedPostgresFiles.ReadOrNull(Path.Combine(Pgdata, "postmaster.pid"))?.Split('\n');
        return lines is { Length: > 3 } && int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
    }

    /// <summary>Makes the cluster. Made beside its place and then moved there, so that one cut short is never taken for a whole one.</summary>
    public async Task CreateAsync(EmbeddedPostgresInstallation installation, Action<string>? progress, CancellationToken ct)
    {
        progress?.Invoke($"Creating the embedded database (PostgreSQL {installation.Major}) …");
        if (new FileInfo(Link).LinkTarget is not null)
        {
            // It led to a cluster that is gone.
            File.Delete(Link);
        }
        else if (Directory.Exists(Link))
        {
            throw new EmbeddedPostgresException($"{Link} exists but holds no database. Move it away and start again.");
        }

        var home = HomeForServer(progress);
        var fresh = Path.Combine(home, "pgdata.new");
        var passwordForServer = Path.Combine(home, "initdb.password");
        EmbeddedPostgresFiles.DeleteFolder(fresh);
        try
        {
            var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
            EmbeddedPostgresFiles.WriteSecret(passwordForServer, password);
            EmbeddedPostgresFiles.MakeFolder(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            await GiveToServerAsync([fresh, passwordForServer], ct);
            List<string> arguments = ["-D", fresh, "-U", SuperUser, $"--pwfile={passwordForServer}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"];
            if (_options.Settings.TryGetValue("fsync", out var fsync) && fsync == "off")
            {
                arguments.Add("--no-sync");
            }

            var made = await EmbeddedPostgresProcess.RunAsServerAsync(installation.Tool("initdb"), arguments, ct);
            if (made.ExitCode != 0)
            {
                throw Failure($"The embedded database could not be created in {home}", made.Output);
            }

            EmbeddedPostgresFiles.WriteSecret(PasswordFile, password);
        }
        finally
        {
            File.Delete(passwordForServer);
        }

        var place = Path.Combine(home, "pgdata");
        Directory.Move(fresh, place);
        if (place != Link)
        {
            File.CreateSymbolicLink(Link, place);
        }
    }

    /// <summary>
    /// Starts the server and waits until it answers. pg_ctl puts it into a session of its own, so a terminal's Ctrl+C reaches
    /// the app only, and the app can still finish its work on the database.
    /// </summary>
    public async Task<int> StartAsync(EmbeddedPostgresInstallation installation, Action<string>? progress, CancellationToken ct)
    {
        await RemoveRemainsAsync(progress, ct);
        const int attempts = 3;
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort(Port, progress);
            Configure(port);
            var log = LogLength();
            var started = await EmbeddedPostgresProcess.RunAsServerAsync(
                installation.Tool("pg_ctl"), ["start", "--wait", "--timeout=60", "--silent", "-D", Pgdata, "-l", LogFile], ct);
            if (started.ExitCode == 0)
            {
                Port = port;
                return port;
            }

            var said = NewLogLines(log);
            // Another program took the port between our look and the server's start.
            if (attempt == attempts || !said.Contains("could not bind", StringComparison.Ordinal))
            {
                throw Failure($"The embedded database in {Pgdata} did not start", started.Output + said);
            }
        }
    }

    public async Task StopAsync(EmbeddedPostgresInstallation installation, CancellationToken ct)
    {
        var stopped = await EmbeddedPostgresProcess.RunAsServerAsync(
            installation.Tool("pg_ctl"), ["stop", "--wait", "--timeout=60", "--silent", "--mode=fast", "-D", Pgdata], ct);
        if (stopped.ExitCode != 0 && RunningPid() is not null)
        {
            throw Failure($"The embedded database in {Pgdata} did not stop", stopped.Output);
        }
    }

    /// <summary>Explains a failure of one of PostgreSQL's tools in the words of someone who has to mend it.</summary>
    private static EmbeddedPostgresException Failure(string what, string output)
    {
        var hint = output switch
        {
            _ when output.Contains("No space left on device", StringComparison.Ordinal) => "The disk is full: make room and start again.",
            _ when output.Contains("Permission denied", StringComparison.Ordinal) => "The user the server runs as may not read or write there: correct the folder's owner and mode.",
            _ when output.Contains("could not create shared memory", StringComparison.Ordinal)
                || output.Contains("Cannot allocate memory", StringComparison.Ordinal) => "There is too little memory (or /dev/shm is too small).",
            _ when output.Contains("unrecognized configuration parameter", StringComparison.Ordinal) => "One of the settings given to the embedded server is unknown to this version of PostgreSQL.",
            _ => "PostgreSQL's own words are above.",
        };
        return new EmbeddedPostgresException($"{what}:\n{output.Trim()}\n{hint}");
    }

    /// <summary>Children of a killed postmaster end by themselves, but until then they hold the memory that a new one needs.</summary>
    private async Task RemoveRemainsAsync(Action<string>? progress, CancellationToken ct)
    {
        var pgdata = Pgdata;
        if (!File.Exists(Path.Combine(pgdata, "postmaster.pid")))
        {
            return;
        }

        progress?.Invoke("The embedded database was not shut down properly last time; it repairs itself …");

        var patience = DateTime.UtcNow.AddSeconds(3);
        var limit = patience.AddSeconds(10);
        while (await EmbeddedPostgresProcess.AllOnAsync(pgdata, ct) is { Count: > 0 } left)
        {
            var now = DateTime.UtcNow;
            if (now > limit)
            {
                throw new EmbeddedPostgresException($"Processes {string.Join(", ", left)} of an earlier embedded database do not end. End them and start again.");
            }

            if (now > patience)
            {
                left.ToList().ForEach(now > patience.AddSeconds(5) ? EmbeddedPostgresProcess.End : EmbeddedPostgresProcess.Quit);
            }

            await Task.Delay(50, ct);
        }

        // What it says is untrue now, and PostgreSQL would refuse to start if its process id has gone to another program meanwhile.
        File.Delete(Path.Combine(pgdata, "postmaster.pid"));
    }

    /// <summary>The folder in which the data directory is made: DataRoot, or for root a place that the server's user can reach.</summary>
    private string HomeForServer(Action<string>? progress)
    {
        if (!EmbeddedPostgresProcess.IsRoot || EmbeddedPostgresFiles.EveryoneCanEnter(_root))
        {
            return _root;
        }

        if (!_options.AllowRootRelocation)
        {
            throw new EmbeddedPostgresException(
                $"The user '{EmbeddedPostgresProcess.ServerUser}', as whom root runs the embedded database, cannot enter {_root}. Choose a folder that everyone can enter.");
        }

        // The checkout's path tells a person whose it is; the random part keeps a new clone at the same path from an old one's data.
        var place = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(_root)))[..12];
        var home = Path.Combine(RelocationRoot, $"{place}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}");
        const UnixFileMode open = (UnixFileMode)0b111_101_101;
        EmbeddedPostgresFiles.MakeFolder(RelocationRoot, open);
        EmbeddedPostgresFiles.MakeFolder(home, open);
        File.WriteAllText(Path.Combine(home, "README"), $"The embedded database of TravelBuddy in {_root}, linked from there as pgdata.\n");
        progress?.Invoke($"The database's files go to {home}: the user '{EmbeddedPostgresProcess.ServerUser}' cannot enter {_root}.");
        return home;
    }

    private static async Task GiveToServerAsync(IEnumerable<string> paths, CancellationToken ct)
    {
        if (!EmbeddedPostgresProcess.IsRoot)
        {
            return;
        }

        var given = await EmbeddedPostgresProcess.RunAsync("chown", [$"{EmbeddedPostgresProcess.ServerUser}:", .. paths], ct);
        if (given.ExitCode != 0)
        {
            throw Failure($"Root runs the embedded database as the user '{EmbeddedPostgresProcess.ServerUser}', and its files could not be given to that user", given.Output);
        }
    }

    /// <summary>The port used before, or a free one when there is none yet or another program has taken it.</summary>
    private static int FreePort(int? kept, Action<string>? progress)
    {
        if (kept is { } port && CanListen(port) is not null)
        {
            return port;
        }

        var free = CanListen(0) ?? throw new EmbeddedPostgresException("No port is free on 127.0.0.1.");
        if (kept is not null)
        {
            progress?.Invoke($"Port {kept} of the embedded database is taken by another program; it moves to {free}.");
        }

        return free;
    }

    private static int? CanListen(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen(1);
            return ((IPEndPoint)socket.LocalEndPoint!).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private void Configure(int port)
    {
        var main = Path.Combine(Pgdata, "postgresql.conf");
        var include = $"include '{SettingsFile}'";
        if (!File.ReadLines(main).Contains(include))
        {
            File.AppendAllText(main, $"\n{include}\n");
        }

        var text = new StringBuilder("# Written anew at every start of the embedded database.\n");
        foreach (var (name, value) in EmbeddedPostgresSettings.For(port, _options.Settings))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name} = '{value.Replace("'", "''", StringComparison.Ordinal)}'\n");
        }

        File.WriteAllText(Path.Combine(Pgdata, SettingsFile), text.ToString());
        if (LogLength() > LargestLog)
        {
            File.Move(LogFile, LogFile + ".1", overwrite: true);
        }
    }

    private long LogLength() => new FileInfo(LogFile) is { Exists: true } file ? file.Length : 0;

    private string NewLogLines(long from)
    {
        if (!File.Exists(LogFile))
        {
            return "";
        }

        using var log = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Min(from, log.Length);
        return new StreamReader(log).ReadToEnd();
    }
}
