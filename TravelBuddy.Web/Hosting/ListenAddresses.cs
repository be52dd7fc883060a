using System.Net;
using System.Net.Sockets;

namespace TravelBuddy.Web.Hosting;

/// <summary>The addresses the web server is told to listen on (setting <c>Urls</c>, <c>--urls</c>, <c>ASPNETCORE_URLS</c>).</summary>
public static class ListenAddresses
{
    /// <summary>The configured addresses; http://localhost:5080 if there are none.</summary>
    public static IReadOnlyList<BindingAddress> Of(IConfiguration configuration) =>
        [.. (configuration["urls"] ?? "http://localhost:5080").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(BindingAddress.Parse)];

    /// <summary>Whether nobody but this machine can reach the server.</summary>
    public static bool AllLoopback(IConfiguration configuration) =>
        Of(configuration).All(address => address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    /// <summary>Throws <see cref="StartupException"/> for an address that cannot be read or whose port another program holds, before anything else is started.</summary>
    public static void EnsureFree(IConfiguration configuration)
    {
        IReadOnlyList<BindingAddress> addresses;
        try
        {
            addresses = Of(configuration);
        }
        catch (FormatException)
        {
            throw new StartupException($"--urls {configuration["urls"]} is not an address to listen on. Give one such as --urls http://localhost:5080.");
        }

        foreach (var address in addresses.Where(address => address.Port != 0))
        {
            var ip = IPAddress.TryParse(address.Host.Trim('[', ']'), out var parsed) ? parsed
                : address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.Any;
            using var probe = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            // Kestrel does the same: without it a connection of a server just stopped would count as a taken port.
            probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            try
            {
                probe.Bind(new IPEndPoint(ip, address.Port));
                probe.Listen(1);
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                throw new StartupException($"Port {address.Port} is taken by another program (another TravelBuddy, perhaps). Stop that one, or choose another port: ./run --urls http://localhost:{address.Port + 1}");
            }
            catch (SocketException error)
            {
                throw new StartupException($"Cannot listen on {address}: {error.Message}. Choose another address with --urls, such as --urls http://localhost:5080.");
            }
        }
    }
}
