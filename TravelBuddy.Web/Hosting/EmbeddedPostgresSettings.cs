using System.Globalization;

namespace TravelBuddy.Web.Hosting;

/// <summary>The embedded server's settings: one machine, one app, many vectors, and nothing personal in its log.</summary>
internal static class EmbeddedPostgresSettings
{
    // A parallel index build keeps its memory in /dev/shm, which containers often limit to 64 MB.
    private const long RoomForParallelIndexBuilds = 512L * 1024 * 1024;

    public static IEnumerable<KeyValuePair<string, string>> For(int port, IReadOnlyDictionary<string, string> own)
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = "",
            ["max_connections"] = "200",
            ["password_encryption"] = "scram-sha-256",
            ["shared_buffers"] = "256MB",
            ["effective_cache_size"] = "1GB",
            ["work_mem"] = "16MB",
            ["maintenance_work_mem"] = "256MB",
            ["max_wal_size"] = "2GB",
            ["random_page_cost"] = "1.1",
            // Short queries only: compiling them costs more than it saves.
            ["jit"] = "off",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["lc_messages"] = "C",
            // Failing statements and the values in their details can hold what a person wrote.
            ["log_statement"] = "none",
            ["log_min_error_statement"] = "panic",
            ["log_error_verbosity"] = "terse",
        };
        if (!HasRoomForParallelIndexBuilds())
        {
            settings["max_parallel_maintenance_workers"] = "0";
        }

        foreach (var (name, value) in own)
        {
            settings[name] = value;
        }

        return settings;
    }

    private static bool HasRoomForParallelIndexBuilds()
    {
        const string sharedMemory = "/dev/shm";
        return Directory.Exists(sharedMemory) && new DriveInfo(sharedMemory).AvailableFreeSpace >= RoomForParallelIndexBuilds;
    }
}
