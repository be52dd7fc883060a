namespace TravelBuddy.Web.WhatsApp;

/// <summary>Everything the feature registers and maps.</summary>
public static class WhatsAppFeature
{
    public static void AddWhatsApp(this WebApplicationBuilder builder)
    {
    }

    public static void MapWhatsApp(this WebApplication app)
    {
    }
}
