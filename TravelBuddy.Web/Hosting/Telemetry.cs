using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace TravelBuddy.Web.Hosting;

/// <summary>
/// Figures of the node for whoever watches it: <c>/metrics</c> in Prometheus' format, for callers at this machine alone, and OTLP to a collector elsewhere.
/// Metrics only: traces would carry paths, and in those are tokens. Features add meters of their own.
/// </summary>
public static class Telemetry
{
    public const string Path = "/metrics";

    /// <summary>Where OTLP goes, by OpenTelemetry's own name; whatever else it reads from the environment holds too.</summary>
    public const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "System.Net.Http", "Npgsql", "Marten", "Wolverine:TravelBuddy"];

    /// <exception cref="StartupException">The collector's address is none.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());
        if (builder.Configuration[CollectorSetting] is not { Length: > 0 } collector)
        {
            return;
        }

        if (!Uri.TryCreate(collector, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new StartupException($"{CollectorSetting} is the http(s) address of an OpenTelemetry collector, for example http://127.0.0.1:4317.");
        }

        telemetry.UseOtlpExporter();
    }

    /// <summary>For callers from elsewhere nothing is there.</summary>
    public static void UseTelemetry(this WebApplication app) =>
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Request.Path == Path && Caller.IsOnThisMachine(context));
}
