using System.Net;

namespace TravelBuddy.Web.Hosting;

/// <summary>Where a request comes from.</summary>
public static class Caller
{
    /// <summary>What proxies add, and what the framework leaves of it once it has been read.</summary>
    private static readonly string[] LeftByProxies =
    [
        "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Server", "X-Real-IP",
        "X-Original-For", "X-Original-Host", "X-Original-Proto", "CF-Connecting-IP", "True-Client-IP",
    ];

    /// <summary>Whether someone at this machine asks: a loopback connection that no proxy stands before, for a loopback name.</summary>
    public static bool IsOnThisMachine(HttpContext context) =>
        (context.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(context.Connection.RemoteIpAddress))
        && ListenAddresses.IsLoopbackHost(context.Request.Host.Host)
        && !LeftByProxies.Any(context.Request.Headers.ContainsKey);

    /// <summary>The caller's address, for limits; null for someone at this machine, who is not limited. Everyone behind a proxy that does not say whom it serves counts as one.</summary>
    public static string? AddressOf(HttpContext context) => IsOnThisMachine(context) ? null : context.Connection.RemoteIpAddress is { } address ? Counted(address) : "unknown";

    /// <summary>Of IPv6 the network of one household or server, 64 bits of it: whoever has one has all its addresses.</summary>
    private static string Counted(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? new IPNetwork(new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]), 64).ToString()
        : address.ToString();
}
