using System.Net;
using System.Net.Sockets;

namespace TravelBuddy.Web.Hosting;

/// <summary>The addresses the web server is told to listen on (setting <c>Urls</c>, <c>--urls</c>, <c>ASPNETCORE_URLS</c>).</summary>
public static class ListenAddresses
{
    private const string Example = "Give one such as --urls http://localhost:5080.";

    /// <summary>The configured addresses; http://localhost:5080 if there are none.</summary>
    public static IReadOnlyList<BindingAddress> Of(IConfiguration configuration) =>
        [.. (configuration["urls"] ?? "http://localhost:5080").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(BindingAddress.Parse)];

    /// <summary>Whether only this machine reaches an address.</summary>
    public static bool IsLoopback(BindingAddress address) => address.IsUnixPipe || address.IsNamedPipe || IsLoopbackHost(address.Host);

    /// <summary>Whether a name or number, as in a web address, is this machine's own.</summary>
    public static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>Throws <see cref="StartupException"/> for an address that cannot be read or whose port another program holds, before anything else is started.</summary>
    public static void EnsureFree(IConfiguration configuration)
    {
        foreach (var address in Read(configuration).Where(address => !address.IsUnixPipe && !address.IsNamedPipe && address.Port != 0))
        {
            foreach (var (ip, mustWork) in Bound(address.Host))
            {
                Probe(address, ip, mustWork);
            }
        }
    }

    private static IReadOnlyList<BindingAddress> Read(IConfiguration configuration)
    {
        try
        {
            var addresses = Of(configuration);
            return addresses.Count == 0 ? throw new StartupException($"The setting Urls (--urls) is empty. {Example}")
                : addresses.FirstOrDefault(address => address.Port is < 0 or > IPEndPoint.MaxPort) is { } outside ? throw new StartupException($"--urls {outside} has a port outside 1 to {IPEndPoint.MaxPort}. {Example}")
                : addresses.Any(IsMisread) ? throw NotAnAddress(configuration)
                : addresses;
        }
        catch (FormatException)
        {
            throw NotAnAddress(configuration);
        }
    }

    /// <summary>A port that is no number is taken for a part of the name, and the server would listen at port 80 for everyone.</summary>
    private static bool IsMisread(BindingAddress address) => !address.IsUnixPipe && !address.IsNamedPipe && address.Host.Contains(':') && !address.Host.StartsWith('[');

    private static StartupException NotAnAddress(IConfiguration configuration) => new($"--urls {configuration["urls"]} is not an address to listen on. {Example}");

    /// <summary>The numbers Kestrel binds for a host: both loopback ones for localhost (one may be missing), all for a name that is no number.</summary>
    private static IEnumerable<(IPAddress Ip, bool MustWork)> Bound(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? [(ip, true)]
        : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? [(IPAddress.Loopback, true), (IPAddress.IPv6Loopback, false)]
        : [(IPAddress.Any, true), (IPAddress.IPv6Any, false)];

    private static void Probe(BindingAddress address, IPAddress ip, bool mustWork)
    {
        try
        {
            using var probe = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            // Kestrel does the same: without it a connection of a server just stopped would count as a taken port.
            probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            probe.Bind(new IPEndPoint(ip, address.Port));
            probe.Listen(1);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new StartupException(
                $"Port {address.Port} is taken by another program (another TravelBuddy, perhaps), at {new IPEndPoint(ip, address.Port)}. Stop that one, or choose another port: ./run --urls http://localhost:{(address.Port < IPEndPoint.MaxPort ? address.Port + 1 : 5080)}");
        }
        catch (SocketException error) when (mustWork)
        {
            throw new StartupException($"Cannot listen on {address}: {error.Message}. Choose another address with --urls, such as --urls http://localhost:5080.");
        }
        catch (SocketException)
        {
            // No IPv6 on this machine: Kestrel listens on the other address alone.
        }
    }
}
