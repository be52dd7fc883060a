using System.Net;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accommodation.Reading;

/// <summary>Registers the reader of pages and its client.</summary>
public static class StayPageRegistration
{
    public static void AddStayPages(this IServiceCollection services)
    {
        services.AddSingleton<PageReader>();
        // No loggers: what somebody's search led to need not be in logs. Redirects are followed by hand, for each asks its own robots.txt.
        services.AddHttpClient(PageReader.Client, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.ParseAdd($"{PageReader.Product}/0.1 (reads one page when a traveller looks for a place to stay)");
                client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml;q=0.9");
                client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en, vi;q=0.9");
            })
            .ConfigurePrimaryHttpMessageHandler(() =>
            {
                var handler = PublicAddresses.Handler(redirects: 0);
                handler.AutomaticDecompression = DecompressionMethods.All;
                return handler;
            })
            .RemoveAllLoggers();
    }
}
