using Polly.Telemetry;

namespace TravelBuddy.Web.Hosting;

/// <summary>Logs of calls to outside services: that a circuit opens or closes is told; that an attempt failed is told by whoever made the call, in its own words and without a stack trace.</summary>
public static class OutsideCalls
{
    public static void AddOutsideCalls(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Polly", LogLevel.Warning);
        builder.Services.Configure<TelemetryOptions>(options => options.SeverityProvider = told =>
            told.Event.EventName is "OnCircuitOpened" or "OnCircuitClosed" ? ResilienceEventSeverity.Warning : ResilienceEventSeverity.Debug);
    }
}
