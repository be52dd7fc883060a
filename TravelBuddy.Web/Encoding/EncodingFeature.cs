namespace TravelBuddy.Web.Encoding;

/// <summary>Everything the feature registers.</summary>
public static class EncodingFeature
{
    public static void AddEncoding(this WebApplicationBuilder builder)
    {
    }
}
