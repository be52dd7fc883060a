using System.Net;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>Registers the models of <c>Embeddings__*</c>, each as <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> under its <see cref="EmbeddingProvider"/>.</summary>
public static class EmbeddingRegistration
{
    private const string ClientName = "embeddings";
    private const int MostRetries = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Adds the models that are configured.</summary>
    public static void AddEmbeddings(this IServiceCollection services, IConfiguration configuration)
    {
        var options = EmbeddingOptions.From(configuration);
        services.AddSingleton(options);
        if (options.OpenAI is { } openAI)
        {
            services.AddOpenAI(openAI);
        }

        if (options.Onnx is { } onnx)
        {
            services.AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>>(EmbeddingProvider.Onnx, (_, _) => new OnnxEmbeddings(onnx));
        }
    }

    /// <summary>Retries live here alone. No loggers: addresses need not be in logs.</summary>
    private static void AddOpenAI(this IServiceCollection services, OpenAIEmbeddingOptions options)
    {
        services.AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddResilienceHandler(ClientName, pipeline => pipeline
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = MostRetries,
                    Delay = TimeSpan.FromMilliseconds(250),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    MaxDelay = LongestWait,
                    ShouldRetryAfterHeader = false,
                    DelayGenerator = arguments => ValueTask.FromResult(AskedToWait(arguments.Outcome.Result)),
                })
                .AddTimeout(options.Time));
        services.AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>>(EmbeddingProvider.OpenAI, (provider, _) =>
            new OpenAIEmbeddings(provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName), options));
    }

    /// <summary>What the server asks for, within reason; null for the usual wait.</summary>
    private static TimeSpan? AskedToWait(HttpResponseMessage? response)
    {
        if (response?.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) || response.Headers.RetryAfter is not { } after)
        {
            return null;
        }

        var wait = after.Delta ?? after.Date - TimeProvider.System.GetUtcNow() ?? TimeSpan.Zero;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait;
    }
}
