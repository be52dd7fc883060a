using System.Net;

namespace TravelBuddy.Web.Hosting;

/// <summary>Whose word on where a request comes from is taken, besides this machine's: setting <c>KnownProxies</c>, addresses or networks separated by commas ("10.0.0.5, 172.16.0.0/12").</summary>
public static class KnownProxies
{
    /// <exception cref="StartupException">A part is neither an address nor a network.</exception>
    public static IReadOnlyList<IPNetwork> Of(IConfiguration configuration) =>
        [.. (configuration["KnownProxies"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part =>
            IPNetwork.TryParse(part, out var network) ? network
            : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new StartupException($"Setting KnownProxies: \"{part}\" is neither an address nor a network, such as 10.0.0.5 or 172.16.0.0/12. Separate several with commas."))];
}
