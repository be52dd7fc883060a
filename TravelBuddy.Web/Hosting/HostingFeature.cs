using System.Text.Json;
using System.Text.Json.Serialization;
using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Core;
using JasperFx.Resources;
using Marten;
using Microsoft.AspNetCore.DataProtection;
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
        services.AddSingleton<DataFiles>();
        services.AddSingleton(TimeProvider.System);
        services.AddNpgsqlDataSource(builder.Configuration.GetConnectionString(ConnectionName)!, source => source.UseVector());
        services.AddMarten(options =>
            {
                options.DatabaseSchemaName = "tb";
                options.DisableNpgsqlLogging = true;
                options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase);
                options.Storage.ExtendedSchemaObjects.Add(new Extension("vector"));
                options.Storage.ExtendedSchemaObjects.Add(new Extension("unaccent"));
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
            options.Durability.MessageDeduplicationMode = MessageDeduplicationMode.CompareByHash;
            options.Durability.DeadLetterQueueExpirationEnabled = true;
            options.Durability.ScheduledJobPollingTime = 1.Seconds();
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
        services.AddRazorPages();
        services.AddSingleton<Pages.Recommendations.CardFragments>();
        services.AddSingleton<Pages.Recommendations.TripGlances>();
        services.AddSingleton<Pages.Recommendations.RecordedLists>();
        // Vietnamese letters go out as they are, not as character references eight times their size.
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(options => options.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        services.AddAntiforgery(options => options.HeaderName = "RequestVerificationToken");
        services.AddProblemDetails();
        services.AddHttpContextAccessor();
        services.AddOpenApi();
        services.AddHealthChecks();
        services.AddHybridCache();
        services.AddDataProtection().SetApplicationName("TravelBuddy");
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
    }

    public static void UseHosting(this WebApplication app)
    {
        app.UseExceptionHandler("/error");
        app.UseStaticFiles();
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

#if DEBUG
    internal const bool BuildIsDebug = true;
#else
    internal const bool BuildIsDebug = false;
#endif
}
