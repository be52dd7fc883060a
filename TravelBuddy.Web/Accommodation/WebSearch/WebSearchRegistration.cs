using System.Net;
using Marten;
using Microsoft.Extensions.Http.Resilience;
using Polly;
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
                client.Timeout = options.Time + TimeSpan.FromMilliseconds(500);
                client.MaxResponseContentBufferSize = HttpWebSearch.MostBytes;
                client.DefaultRequestHeaders.UserAgent.ParseAdd("TravelBuddy/0.1");
                client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
            })
            // A redirect would take the key elsewhere.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All })
            .RemoveAllLoggers()
            // What is tried again is counted again: FrugalWebSearch sees to it.
            .AddResilienceHandler(HttpWebSearch.Client, pipeline => pipeline
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { SamplingDuration = TimeSpan.FromSeconds(30), MinimumThroughput = 6, FailureRatio = .8, BreakDuration = TimeSpan.FromSeconds(15) })
                .AddTimeout(options.Time));
        services.AddSingleton<IWebSearch>(provider => new FrugalWebSearch(
            new HttpWebSearch(provider.GetRequiredService<IHttpClientFactory>(), api, options), options, provider.GetRequiredService<SearchUse>(), provider.GetRequiredService<Allowances>(),
            provider.GetRequiredService<IDocumentStore>(), provider.GetRequiredService<StaySearchMetrics>(), provider.GetRequiredService<TimeProvider>()));
    }
}
