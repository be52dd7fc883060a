namespace TravelBuddy.Web.Simulator;

/// <summary>Everything the feature registers and maps.</summary>
public static class SimulatorFeature
{
    public static void AddSimulator(this WebApplicationBuilder builder)
    {
    }

    public static void MapSimulator(this WebApplication app)
    {
    }
}
