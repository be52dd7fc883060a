namespace TravelBuddy.Web.Catalog;

/// <summary>Everything the feature registers and maps.</summary>
public static class CatalogFeature
{
    public static void AddCatalog(this WebApplicationBuilder builder)
    {
    }

    public static void MapCatalog(this WebApplication app)
    {
    }
}
