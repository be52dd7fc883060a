using Marten;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp;
using Wolverine;
using Wolverine.Configuration;

namespace TravelBuddy.Web.Simulator;

/// <summary>Everything the feature registers and maps: nothing of it is reachable in cloud mode.</summary>
public static class SimulatorFeature
{
    public const string Queue = "simulator";

    public static void AddSimulator(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SimulatorGate>();
        services.AddSingleton<PretendPhones>();
        services.AddSingleton<PretendFaults>();
        services.AddSingleton<MisbehaviourPanel>();
        services.AddSingleton<MisbehavingCalls>();
        services.AddSingleton(provider => PretendTemplates.Of(provider.GetRequiredService<IOptions<WhatsAppOptions>>()));
        services.AddSingleton<PretendWebhooks>();
        services.AddScoped<PretendHand>();
        services.AddScoped<PretendChats>();
        services.AddHttpClient(PretendWebhooks.Posting, client => client.Timeout = TimeSpan.FromSeconds(20)).RemoveAllLoggers();
        services.ConfigureMarten(options =>
        {
            options.Schema.For<PretendPhone>().Index(phone => phone.NumberHash);
            options.Schema.For<PretendMessage>().Index(message => message.PhoneId).Index(message => message.At);
            options.Schema.For<PretendMedia>();
            options.Schema.For<Misbehaviour>();
            options.Schema.For<PretendMishap>().Index(mishap => mishap.Kind);
        });
        services.ConfigureWolverine(options =>
        {
            options.MessagePartitioning.ByMessage<IByPhone>(message => message.PhoneId.ToString("N"));
            options.PublishMessage<TellStatus>().ToLocalQueue(Queue).UseDurableInbox().PartitionProcessingByGroupId(PartitionSlots.Nine);
            options.PublishMessage<TellMessage>().ToLocalQueue(Queue);
        });
        if (!IsCloud(builder.Configuration))
        {
            services.AddSingleton(provider => new StartupNote("WhatsApp is simulated: "
                + (provider.GetRequiredService<SimulatorGate>().IsOpen ? "the pretend phone is at /simulator." : "the pretend phone is closed, because others can reach this address; Simulator__AllowRemote=true opens it to them.")
                + " For the real one set WhatsApp__Mode=Cloud and the WhatsApp__* settings."));
        }
    }

    public static void MapSimulator(this WebApplication app)
    {
        if (!IsCloud(app.Configuration))
        {
            app.MapPretendGraph();
        }
    }

    private static bool IsCloud(IConfiguration configuration) =>
        string.Equals(configuration[$"{WhatsAppOptions.Section}:{nameof(WhatsAppOptions.Mode)}"], "Cloud", StringComparison.OrdinalIgnoreCase);
}
