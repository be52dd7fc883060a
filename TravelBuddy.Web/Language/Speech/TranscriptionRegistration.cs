using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Http.Resilience;
using OpenAI;
using OpenAI.Audio;
using Polly;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Language.Speech;

/// <summary>Registers the server of <c>Transcription__{BaseUrl,Model,ApiKey,TimeoutSeconds}</c>.</summary>
public static class TranscriptionRegistration
{
    private const string ClientName = "transcription";
    private static readonly TimeSpan UsualTime = TimeSpan.FromSeconds(15);

    /// <summary>Adds the server, if one is configured.</summary>
    public static void AddTranscription(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetSection("Transcription") is not { } section || section["BaseUrl"] is not { Length: > 0 })
        {
            services.AddSingleton<ITranscriber, NoTranscriber>();
            return;
        }

        var server = ModelServer.From(section, new ModelServer(new Uri("http://127.0.0.1"), "", "", UsualTime, 0, 0, null));
        services.AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddResilienceHandler(ClientName, pipeline => pipeline
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { SamplingDuration = TimeSpan.FromSeconds(60), MinimumThroughput = 5, FailureRatio = .8, BreakDuration = TimeSpan.FromSeconds(15) })
                .AddTimeout(server.Time));
        services.AddSingleton<ITranscriber>(provider => new Transcriber(
            new AudioClient(server.Model, new ApiKeyCredential(server.ApiKey), new OpenAIClientOptions
            {
                Endpoint = server.Endpoint,
                Transport = new HttpClientPipelineTransport(provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName)),
                RetryPolicy = new ClientRetryPolicy(0),
            }),
            provider.GetRequiredService<ILogger<Transcriber>>()));
    }
}
