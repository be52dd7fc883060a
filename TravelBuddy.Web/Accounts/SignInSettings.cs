namespace TravelBuddy.Web.Accounts;

/// <summary>What signing in needs to know of how this installation runs.</summary>
public sealed class SignInSettings(IConfiguration configuration)
{
    /// <summary>The pretend phone stands in for WhatsApp: codes arrive there, those for admins on the console.</summary>
    public bool IsSimulated { get; } = !string.Equals(configuration["WhatsApp:Mode"], "Cloud", StringComparison.OrdinalIgnoreCase);
}
