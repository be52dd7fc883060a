using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using Marten;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Http.Resilience;
using Npgsql;
using OpenAI;
using OpenAI.Chat;
using OpenTelemetry.Metrics;
using Polly;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language.Model.Trials;

namespace TravelBuddy.Web.Language.Model;

/// <summary>Registers the language model of <c>Llm__*</c>: each server of its chain an <see cref="IChatClient"/>, so that another provider's replaces one line.</summary>
public static class LanguageModelRegistration
{
    /// <summary>Adds the model, if one is configured; what was spent on one is kept, shown and erased either way.</summary>
    public static void AddLanguageModel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IPersonalDataHolder, ModelSpendingData>();
        services.AddSingleton<ModelEar>();
        services.ConfigureMarten(marten => marten.Storage.ExtendedSchemaObjects.Add(ModelSpending.Table()));
        if (LanguageModelOptions.From(configuration) is not { } options)
        {
            services.AddSingleton<ILanguageModel, NoLanguageModel>();
            services.AddSingleton(new StartupNote("No language model: rules read the wishes, and questions are answered in the tours' own words. One of an OpenAI-compatible server joins them with Llm__BaseUrl, Llm__Model and Llm__ApiKey."));
            return;
        }

        services.AddSingleton(options);
        // At once, so that a file that is no prompt stops the start and not a question.
        services.AddSingleton(Prompts.Load(new DataFiles(configuration).FolderOf("prompts")));
        services.AddHybridCache();
        services.AddMetrics();
        services.AddSingleton<ModelMetrics>();
        services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(ModelMetrics.Name));
        services.AddSingleton<AnswerCache>();
        services.AddSingleton(provider => new ModelSpending(options.Budgets, provider.GetService<TimeProvider>() ?? TimeProvider.System, provider.GetService<NpgsqlDataSource>(), provider.GetService<WhoPays>()));
        for (var i = 0; i < options.Servers.Count; i++)
        {
            services.AddClient(ClientOf(i), options.Servers[i]);
        }

        services.AddSingleton(provider => new LanguageModel(
            [.. options.Servers.Select((server, i) => new ModelLink(server, Client(provider, ClientOf(i), server), options.Streams, provider.GetService<TimeProvider>() ?? TimeProvider.System))],
            provider.GetRequiredService<Prompts>(),
            provider.GetRequiredService<ModelSpending>(),
            provider.GetRequiredService<AnswerCache>(),
            provider.GetRequiredService<ModelMetrics>(),
            provider.GetRequiredService<ModelEar>(),
            provider.GetRequiredService<ILogger<LanguageModel>>()));
        services.AddSingleton<ILanguageModel>(provider => provider.GetRequiredService<LanguageModel>());
    }

    private static string ClientOf(int server) => $"llm-{server}";

    /// <summary>Retries live here alone. What fails again and again is left in peace, so that not every message waits for a dead server. No loggers: addresses need not be in logs.</summary>
    private static void AddClient(this IServiceCollection services, string name, ModelServer server) =>
        services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddResilienceHandler(name, pipeline => pipeline
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { SamplingDuration = TimeSpan.FromSeconds(60), MinimumThroughput = 5, FailureRatio = .8, BreakDuration = TimeSpan.FromSeconds(15) })
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = 1,
                    Delay = TimeSpan.FromMilliseconds(200),
                    BackoffType = DelayBackoffType.Constant,
                    // Who is busy says for how long: the next in the chain is asked meanwhile.
                    ShouldHandle = tried => ValueTask.FromResult(HttpClientResiliencePredicates.IsTransient(tried.Outcome) && tried.Outcome.Result?.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)),
                })
                .AddTimeout(server.Time));

    private static IChatClient Client(IServiceProvider provider, string name, ModelServer server) => new ChatClient(
        server.Model,
        new ApiKeyCredential(server.ApiKey),
        new OpenAIClientOptions
        {
            Endpoint = server.Endpoint,
            Transport = new HttpClientPipelineTransport(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name)),
            RetryPolicy = new ClientRetryPolicy(0),
        }).AsIChatClient();
}
