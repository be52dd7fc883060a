namespace TravelBuddy.Web.Hosting;

/// <summary>Where an embedded server lives and how it is set.</summary>
/// <param name="DataRoot">The <c>.data</c> directory; made when absent. Holds the cluster (<c>pgdata</c>), the port, the password and the lock.</param>
/// <param name="AllowRootRelocation">
/// When started by root from a place the <c>postgres</c> user cannot reach (below root's home, say): whether the cluster may
/// live below <c>/var/lib/travelbuddy</c> instead, linked from <c>DataRoot/pgdata</c>. Otherwise that is an error.
/// </param>
public sealed record EmbeddedPostgresOptions(string DataRoot, bool AllowRootRelocation = true)
{
    /// <summary>Server settings (<c>postgresql.conf</c> names) on top of ours, such as <c>fsync=off</c> for a server that tests throw away.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}

/// <summary>The embedded server could not be started, stopped or used. The message says what failed and how to mend it.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
