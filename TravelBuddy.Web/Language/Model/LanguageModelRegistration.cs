using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Http.Resilience;
using OpenAI;
using OpenAI.Chat;
using Polly;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Language.Model;

/// <summary>Registers the chat model of <c>Llm__*</c> as <see cref="IChatClient"/>; another provider replaces this one registration.</summary>
public static class LanguageModelRegistration
{
    private const string ClientName = "llm";

    /// <summary>Adds the model, if one is configured.</summary>
    public static void AddLanguageModel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ILanguageModel, NoLanguageModel>();
        if (LanguageModelOptions.From(configuration) is not { } options)
        {
            services.AddSingleton(new StartupNote("No language model: rules read the wishes. One of an OpenAI-compatible server joins them with Llm__BaseUrl, Llm__Model and Llm__ApiKey."));
            return;
        }

        services.AddSingleton(options);

        // Retries live here alone. What fails again and again is left in peace, so that not every message waits for a dead server. No loggers: addresses need not be in logs.
        services.AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddResilienceHandler(ClientName, pipeline => pipeline
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { SamplingDuration = TimeSpan.FromSeconds(60), MinimumThroughput = 5, FailureRatio = .8, BreakDuration = TimeSpan.FromSeconds(15) })
                .AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 1, Delay = TimeSpan.FromMilliseconds(200), BackoffType = DelayBackoffType.Constant })
                .AddTimeout(options.Time));
        services.AddSingleton<IChatClient>(provider => new ChatClient(
            options.Model,
            new ApiKeyCredential(options.ApiKey),
            new OpenAIClientOptions
            {
                Endpoint = options.Endpoint,
                Transport = new HttpClientPipelineTransport(provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName)),
                RetryPolicy = new ClientRetryPolicy(0),
            }).AsIChatClient());
    }
}
