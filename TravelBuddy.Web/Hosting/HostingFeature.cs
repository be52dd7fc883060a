using System.Text.Json;
using System.Text.Json.Serialization;
using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Core;
using JasperFx.Resources;
using Marten;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql;
using Wolverine;
using Wolverine.Marten;

namespace TravelBuddy.Web.Hosting;

/// <summary>The shared parts every feature stands on: database, messaging, pages, errors and health.</summary>
public static class HostingFeature
{
    public const string ConnectionName = "TravelBuddy";

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddOutsideCalls();
        Settings.EnsureFlagsAreReadable(builder.Configuration);
        services.AddSingleton(new DataFiles(builder.Configuration));
        services.AddSingleton<OwnAddress>();
        services.AddSingleton(TimeProvider.System);
        services.AddNpgsqlDataSource(builder.Configuration.GetConnectionString(ConnectionName)!, source => source.UseVector());
        services.AddMarten(options =>
            {
                options.DatabaseSchemaName = "tb";
                options.DisableNpgsqlLogging = true;
                options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase);
                options.Storage.ExtendedSchemaObjects.Add(new Extension("vector"));
                options.Storage.ExtendedSchemaObjects.Add(new Extension("unaccent"));
                options.Storage.ExtendedSchemaObjects.Add(PostgresKeyRing.Table());
                options.Advanced.UseNGramSearchWithUnaccent = true;
            })
            .UseNpgsqlDataSource()
            .UseLightweightSessions()
            .IntegrateWithWolverine();

        builder.Host.UseWolverine(options =>
        {
            options.ServiceName = "TravelBuddy";
            options.ApplicationAssembly = typeof(HostingFeature).Assembly;
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableLocalQueues();
            options.Durability.DeadLetterQueueExpirationEnabled = true;
            options.Durability.ScheduledJobPollingTime = 1.Seconds();
            // Counting what is stored reads all of it; in a backlog every five seconds took an eighth of a processor.
            options.Durability.UpdateMetricsPeriod = 1.Minutes();
            // A node that was killed is noticed, and its messages are taken over, within half a minute; handlers survive a false alarm.
            options.Durability.HealthCheckPollingTime = 5.Seconds();
            options.Durability.StaleNodeTimeout = 20.Seconds();
            options.MultipleHandlerBehavior = MultipleHandlerBehavior.Separated;
        });
        services.CritterStackDefaults(defaults =>
        {
            // Code mode follows the build, not the environment (design: "How it runs").
            defaults.ApplicationAssembly = typeof(HostingFeature).Assembly;
            foreach (var profile in new[] { defaults.Development, defaults.Production })
            {
                profile.GeneratedCodeMode = BuildIsDebug ? TypeLoadMode.Dynamic : TypeLoadMode.Static;
                profile.AssertAllPreGeneratedTypesExist = !BuildIsDebug;
                profile.ResourceAutoCreate = AutoCreate.None;
            }
        });
        if (builder.Configuration.GetValue<bool>(DatabaseSetup.EmbeddedSetting))
        {
            services.AddResourceSetupOnStartup();
        }

        services.AddHostedService<StartupNotes>();
        services.AddHostedService<HourlyTidying>();
        services.AddSingleton<LongWork>();
        services.AddSingleton<StrandedMessages>();
        services.AddHostedService(provider => provider.GetRequiredService<StrandedMessages>());
        services.AddRazorPages().AddMvcOptions(options => options.Filters.Add<FormGuard>(FormGuard.Order));
        // Vietnamese letters go out as they are, not as character references eight times their size.
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(options => options.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        services.AddAntiforgery(options => options.HeaderName = "RequestVerificationToken");
        services.AddProblemDetails();
        services.AddHttpContextAccessor();
        services.AddOpenApi(options =>
        {
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "TravelBuddy",
                    Version = "v1",
                    Description = "Ranks tour packages of many agencies in Viet Nam against a traveller's wishes and says why. Errors are ProblemDetails (RFC 9457).",
                };
                return Task.CompletedTask;
            });
        });
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database");
        builder.AddTelemetry();
        services.AddHybridCache();
        services.AddResponseCompression(options => options.EnableForHttps = true);
        var proxies = KnownProxies.Of(builder.Configuration);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in proxies)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, UsePostgresKeyRing>();
        builder.AddKeyRing();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
    }

    public static void UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseTelemetry();
        app.UseWhen(IsForPrograms, programs => programs.UseExceptionHandler());
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages());
        app.UseWhen(context => !IsForPrograms(context), pages =>
        {
            pages.UseExceptionHandler("/error/500");
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            // A versioned address (asp-append-version) never changes its content.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") || file.Context.Request.Path.StartsWithSegments("/lib/fonts")
                ? "public, max-age=31536000, immutable" : "public, max-age=600",
        });
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void MapHosting(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }

    /// <summary>Answers that no person reads: errors there are ProblemDetails or bare, never pages.</summary>
    private static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/webhooks")
        || context.Request.Path.StartsWithSegments("/simulator/graph") || context.Request.Path.StartsWithSegments("/health");

#if DEBUG
    internal const bool BuildIsDebug = true;
#else
    internal const bool BuildIsDebug = false;
#endif
}
