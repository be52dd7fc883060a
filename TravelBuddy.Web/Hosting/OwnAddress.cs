using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TravelBuddy.Web.Hosting;

/// <summary>Where this process listens, as it can reach itself (for the pretend Graph API and our own pictures), and where others reach it.</summary>
public sealed class OwnAddress(IServer server, IConfiguration configuration)
{
    /// <summary>The setting with the address that people use; absent or empty: the address the process listens on.</summary>
    public const string PublicSetting = "PublicBaseUrl";

    /// <summary>An address at which this process reaches itself, without a trailing slash; before it listens, the configured one.</summary>
    public string Address
    {
        get
        {
            var all = Listening();
            var chosen = all.FirstOrDefault(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ?? all[0];
            return chosen.Replace("//+", "//127.0.0.1").Replace("//*", "//127.0.0.1").Replace("//0.0.0.0", "//127.0.0.1").Replace("//[::]", "//127.0.0.1").TrimEnd('/');
        }
    }

    /// <summary>Base of absolute links given to people, without a trailing slash.</summary>
    public string Public => Configured?.TrimEnd('/') ?? Address;

    /// <summary>The same for an answer to <paramref name="request"/>: where nothing is configured, the address the request was sent to.</summary>
    public string PublicFor(HttpRequest request) => Configured?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";

    /// <summary>Whether nobody outside this machine reaches the process: every address it listens on is a loopback one, and so is the public one, if there is one.</summary>
    public bool IsLocalOnly =>
        Listening().All(address => ListenAddresses.IsLoopback(BindingAddress.Parse(address))) && (Configured is not { } address || new Uri(address).IsLoopback);

    private string? Configured => configuration[PublicSetting] is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : null;

    private IReadOnlyList<string> Listening() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } listening ? [.. listening] : [.. ListenAddresses.Of(configuration).Select(address => address.ToString())];

    /// <exception cref="StartupException">The public address is none.</exception>
    public static void EnsureReadable(IConfiguration configuration)
    {
        if (configuration[PublicSetting] is { } given && !string.IsNullOrWhiteSpace(given)
            && !(Uri.TryCreate(given.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0 && address.Fragment.Length == 0))
        {
            throw new StartupException($"The setting {PublicSetting} is {given}, which is not a web address. Give the one people use, such as https://tours.example, or leave it out.");
        }
    }
}
