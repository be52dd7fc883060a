using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>Where this process listens, as it can reach itself (for the pretend Graph API and our own pictures), and where others reach it.</summary>
public sealed class OwnAddress(IServer server, IConfiguration configuration)
{
    /// <summary>An address of this process without a trailing slash; before the server listens <see cref="InvalidOperationException"/>.</summary>
    public string Address
    {
        get
        {
            var all = Listening();
            var chosen = all.FirstOrDefault(a => a.StartsWith("http://", StringComparison.Ordinal)) ?? all.FirstOrDefault()
                ?? throw new InvalidOperationException("The server does not listen yet.");
            return chosen.Replace("//+", "//127.0.0.1").Replace("//*", "//127.0.0.1").Replace("//0.0.0.0", "//127.0.0.1").Replace("//[::]", "//127.0.0.1").TrimEnd('/');
        }
    }

    /// <summary>Base of absolute links given to people, without a trailing slash.</summary>
    public string Public => configuration["PublicBaseUrl"]?.TrimEnd('/') ?? Address;

    /// <summary>Whether nobody outside this machine can reach any address the process listens on.</summary>
    public bool IsLoopbackOnly => Listening().All(address =>
        Uri.TryCreate(address.Replace("//+", "//0.0.0.0").Replace("//*", "//0.0.0.0"), UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    private ICollection<string> Listening() => server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
}
