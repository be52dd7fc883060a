using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accounts;

/// <summary>What signing in needs to know of how this installation runs.</summary>
public sealed class SignInSettings(IConfiguration configuration, OwnAddress own)
{
    /// <summary>The pretend phone stands in for WhatsApp: codes arrive there.</summary>
    public bool IsSimulated { get; } = !string.Equals(configuration["WhatsApp:Mode"], "Cloud", StringComparison.OrdinalIgnoreCase);

    /// <summary>Someone on another machine may open the pretend phone.</summary>
    public bool PretendPhoneIsRemote => configuration.GetValue<bool>("Simulator:AllowRemote") || !own.IsLocalOnly;
}
