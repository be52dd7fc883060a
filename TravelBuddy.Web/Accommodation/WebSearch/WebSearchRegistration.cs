using System.Net;
using Marten;
using Polly;
using Polly.Timeout;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accommodation.WebSearch;

/// <summary>Registers the provider of <c>Search__*</c>; another one is one more <see cref="ISearchApi"/>.</summary>
public static class WebSearchRegistration
{
    public static void AddWebSearch(this IServiceCollection services, IConfiguration configuration)
    {
        var options = SearchOptions.From(configuration);
        services.AddSingleton(options);
        services.AddSingleton<SearchUse>();
        if (options.Provider == SearchProvider.Local)
        {
            services.AddSingleton<IWebSearch, NoWebSearch>();
            services.AddSingleton(new StartupNote("Places to stay come from the directory alone. Search__Provider=SearXNG, Brave or Google searches the web too."));
            return;
        }

        ISearchApi api = options.Provider switch { SearchProvider.SearXNG => new SearxngApi(), SearchProvider.Brave => new BraveApi(), _ => new GoogleApi() };

        // No loggers: what is searched for need not be in logs. The client's own time also bounds reading the answer.
        services.AddHttpClient(HttpWebSearch.Client, client =>
            {
                client.Timeout = options.Time * 2 + TimeSpan.FromMilliseconds(500);
                client.MaxResponseContentBufferSize = HttpWebSearch.MostBytes;
                client.DefaultRequestHeaders.UserAgent.ParseAdd("TravelBuddy/0.1");
                client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
            })
            // A redirect would take the key elsewhere.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All })
            .RemoveAllLoggers()
            .AddStandardResilienceHandler(resilience =>
            {
                resilience.TotalRequestTimeout.Timeout = options.Time * 2 + TimeSpan.FromMilliseconds(400);
                resilience.AttemptTimeout.Timeout = options.Time;
                resilience.Retry.MaxRetryAttempts = 1;
                resilience.Retry.Delay = TimeSpan.FromMilliseconds(200);
                resilience.Retry.BackoffType = DelayBackoffType.Constant;
                // Who asks to be left alone is, and by all nodes: FrugalWebSearch sees to it.
                resilience.Retry.ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is HttpRequestException or TimeoutRejectedException || arguments.Outcome.Result is { StatusCode: >= HttpStatusCode.InternalServerError, Headers.RetryAfter: null });
                resilience.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(30);
                resilience.CircuitBreaker.MinimumThroughput = 6;
                resilience.CircuitBreaker.FailureRatio = .8;
                resilience.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(15);
            });
        services.AddSingleton<IWebSearch>(provider => new FrugalWebSearch(
            new HttpWebSearch(provider.GetRequiredService<IHttpClientFactory>(), api, options), options, provider.GetRequiredService<SearchUse>(), provider.GetRequiredService<Allowances>(),
            provider.GetRequiredService<IDocumentStore>(), provider.GetRequiredService<StaySearchMetrics>(), provider.GetRequiredService<TimeProvider>()));
    }
}
