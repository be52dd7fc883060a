namespace TravelBuddy.Web.Accounts;

/// <summary>Everything the feature registers and maps.</summary>
public static class AccountsFeature
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
    }

    public static void MapAccounts(this WebApplication app)
    {
    }
}
