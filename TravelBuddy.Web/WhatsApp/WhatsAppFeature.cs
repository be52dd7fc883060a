using Marten;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using Polly;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language.Model.Trials;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Templates;
using TravelBuddy.Web.WhatsApp.Webhook;
using Wolverine;
using Wolverine.Configuration;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>Everything the feature registers and maps.</summary>
public static class WhatsAppFeature
{
    /// <summary>Received messages, in order per sender; between nodes <see cref="SendersTurn"/> keeps it.</summary>
    public const string InboxQueue = "whatsapp-inbox";

    /// <summary>Those of them that end messages, ahead of their turn.</summary>
    public const string StopQueue = "whatsapp-stops";

    /// <summary>Messages to send, in order per person.</summary>
    public const string OutboxQueue = "whatsapp-outbox";

    /// <summary>Delivery states, in order per message.</summary>
    public const string StatusQueue = "whatsapp-statuses";

    /// <summary>How many received messages are handled at once: reading and ranking is the processors' work, and more at once only keeps webhooks waiting.</summary>
    private static PartitionSlots Readers => Environment.ProcessorCount switch { <= 2 => PartitionSlots.Three, <= 4 => PartitionSlots.Five, <= 6 => PartitionSlots.Seven, _ => PartitionSlots.Nine };

    public static void AddWhatsApp(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<WhatsAppOptions>, WhatsAppOptionsValidator>();
        services.AddOptions<WhatsAppOptions>().BindConfiguration(WhatsAppOptions.Section).ValidateOnStart();

        services.AddSingleton<BusinessAccount>();
        services.AddSingleton<JoinCodes>();
        services.AddSingleton<IPersonalDataHolder, ChatData>();
        services.AddSingleton<GraphClient>();
        services.AddSingleton<GraphMedia>();
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<ChatStates>();
        services.AddSingleton<WebhookSeal>();
        services.AddSingleton<WebhookInbox>();
        services.AddSingleton<WebhookIntake>();
        services.AddSingleton(new WebhooksFirst());
        services.AddTidying<WebhookTidying>();
        services.AddSingleton<WhatsAppMetrics>();
        services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(WhatsAppMetrics.Name));
        services.AddSingleton<DeliveryNotices>();
        services.AddSingleton<TemplateStates>();
        services.AddSingleton<Standstills>();
        services.AddSingleton<StandstillFigures>();
        services.AddHostedService(provider => provider.GetRequiredService<StandstillFigures>());
        services.AddSingleton<StoppedTemplates>();
        services.AddHostedService(provider => provider.GetRequiredService<StoppedTemplates>());
        services.AddSingleton<KnownNumbers>();
        services.AddSingleton<DeliveryCosts>();
        services.AddSingleton<SentLists>();
        services.AddSingleton<TemplateReview>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<StatusProgress>();
        services.AddSingleton<Pictures>();
        services.AddScoped<TourWords>();
        services.AddScoped<PriceWords>();
        services.AddScoped<ComparisonWords>();
        services.AddScoped<BookingWords>();
        services.AddSingleton<UnmetWishes>();
        services.AddScoped<MessageComposer>();
        services.AddScoped<Joining>();
        services.AddScoped<ShownTours>();
        services.AddScoped<SentTours>();
        services.AddScoped<StoppedTalk>();
        services.AddScoped<ChatPatience>();
        services.AddScoped<MeantTalk>();
        services.AddScoped<IModelTrial, SmallTalkTrial>();
        services.AddScoped<WordedReasons>();
        services.AddScoped<ShownTalk>();
        services.AddScoped<StayTalk>();
        services.AddSingleton<StayMessages>();
        services.AddSingleton<AskedBack>();
        services.AddScoped<TripTalk>();
        services.AddScoped<FreeTalk>();
        services.AddScoped<Arrivals>();
        services.AddScoped<VoiceNotes>();
        services.AddScoped<Reactions>();
        services.AddScoped<Consent>();
        services.AddScoped<Conversation>();
        services.AddScoped<IWhatsApp, WhatsAppService>();

        // No loggers: what a request came to is in the outbox, and addresses need not be in logs.
        services.AddHttpClient(GraphClient.Sending, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddResilienceHandler("send", (pipeline, context) =>
            {
                pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
                pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    MinimumThroughput = 20,
                    FailureRatio = .9,
                    BreakDuration = TimeSpan.FromSeconds(10),
                })
                .AddTimeout(TimeSpan.FromSeconds(15));
            });
        services.AddHttpClient(GraphMedia.Client, client => client.Timeout = Timeout.InfiniteTimeSpan).RemoveAllLoggers().AddStandardResilienceHandler();

        services.ConfigureMarten(options =>
        {
            options.Schema.For<WhatsAppInstallation>();
            options.Schema.For<OutboundMessage>().Index(m => m.PersonId).Index(m => m.MessageIdHash!).Index(m => m.ListId!).Index(m => m.CreatedAt).Index(m => m.State);
            options.Schema.For<UploadedMedia>();
            options.Schema.For<NumberState>();
            options.Schema.For<DeliveryNotice>();
            options.Schema.For<TemplateState>();
            options.Schema.For<KnownNumber>();
            options.Schema.For<ChatState>().UseOptimisticConcurrency(true);
            options.Schema.For<WebhookUpdate>().Index(u => u.ReceivedAt).Index(u => u.Sender!);
            options.Schema.For<TakenMessage>().Index(t => t.At);
            options.Schema.For<JoinCode>().UseOptimisticConcurrency(true).Index(c => c.Reference).Index(c => c.TravellerId).Index(c => c.ExpiresAt);
            options.Schema.For<Invitation>().Index(i => i.NumberHash).Index(i => i.TravellerId).Index(i => i.At);
        });

        services.ConfigureWolverine(options =>
        {
            options.Policies.AddMiddleware(typeof(WebhooksFirstMiddleware), chain => chain.MessageType == typeof(ReceiveMessage) || chain.MessageType == typeof(SendMessage));
            options.MessagePartitioning.ByMessage<IByPerson>(message => message.PersonId.ToString("N"));
            options.MessagePartitioning.ByMessage<ReceiveMessage>(message => message.Sender);
            options.MessagePartitioning.ByMessage<ErasePerson>(message => message.Sender);
            options.MessagePartitioning.ByMessage<IByMessage>(message => message.Key);
            options.PublishMessage<ReceiveMessage>().ToLocalQueue(InboxQueue).UseDurableInbox().PartitionProcessingByGroupId(Readers);
            options.PublishMessage<ErasePerson>().ToLocalQueue(InboxQueue);
            options.PublishMessage<StopAtOnce>().ToLocalQueue(StopQueue).UseDurableInbox();
            options.PublishMessage<SendMessage>().ToLocalQueue(OutboxQueue).UseDurableInbox().PartitionProcessingByGroupId(PartitionSlots.Nine);
            options.PublishMessage<SendRecommendations>().ToLocalQueue(OutboxQueue);
            options.PublishMessage<DeliverOneTimeCode>().ToLocalQueue(OutboxQueue);
            options.PublishMessage<RecordStatuses>().ToLocalQueue(StatusQueue);
            options.PublishMessage<RecordStatus>().ToLocalQueue(StatusQueue).UseDurableInbox().PartitionProcessingByGroupId(PartitionSlots.Five);
        });
    }

    public static void MapWhatsApp(this WebApplication app) => app.MapWebhook();
}
