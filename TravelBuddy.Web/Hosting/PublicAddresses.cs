using System.Net;
using System.Net.Sockets;

namespace TravelBuddy.Web.Hosting;

/// <summary>
/// Fetching what others name: only from the open internet, and from the ports of the web. The address is looked at where the connection is made, so neither redirects nor names that change their address get around it.
/// </summary>
public static class PublicAddresses
{
    /// <summary>A handler that connects to public addresses only, and reads no more than is asked of it.</summary>
    /// <param name="redirects">How many redirects are followed; 0 for none.</param>
    /// <param name="isAllowed">Another rule than <see cref="IsOfTheWeb"/>.</param>
    public static SocketsHttpHandler Handler(int redirects, Func<IPEndPoint, bool>? isAllowed = null) => new()
    {
        AllowAutoRedirect = redirects > 0,
        MaxAutomaticRedirections = Math.Max(1, redirects),
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        ConnectCallback = async (context, ct) =>
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
            if (addresses.Length == 0 || !addresses.Select(address => new IPEndPoint(address, context.DnsEndPoint.Port)).All(isAllowed ?? IsOfTheWeb))
            {
                throw new HttpRequestException("the host has no public address");
            }

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    /// <summary>Whether a server of the web may stand there: nobody's other services are knocked at.</summary>
    public static bool IsOfTheWeb(IPEndPoint server) => server.Port is 80 or 443 && IsPublic(server.Address);

    /// <summary>Whether an address is of the open internet: not loopback, private, link-local, shared, benchmark, multicast, reserved, nor one of these inside IPv6.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return bytes switch
            {
                [0 or 10 or 127, ..] or [>= 224, ..] => false,
                [100, >= 64 and < 128, ..] or [169, 254, ..] or [172, >= 16 and < 32, ..] or [192, 168, ..] => false,
                [192, 0, 0 or 2, _] or [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
                _ => true,
            };
        }

        // Only global unicast (2000::/3), without 6to4, Teredo and documentation, which lead elsewhere or nowhere.
        return (bytes[0] & 0xE0) == 0x20 && bytes is not ([0x20, 0x02, ..] or [0x20, 0x01, 0, 0, ..] or [0x20, 0x01, 0x0d, 0xb8, ..]);
    }
}
