using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accommodation.WebSearch;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Tests.Accommodation.Search;

/// <summary>An application whose search engine, and the pages it names, are a stand-in on this machine, and whose language model says what a test tells it.</summary>
public sealed record StaysApp(OwnApp App, ScratchDatabase Database, StandInSearch Web, ToldModel Model) : IAsyncDisposable
{
    /// <summary>What a page may say of a house besides its name: phone, rating, price, what it has and a sentence.</summary>
    public const string Facts = ""","telephone":"+84 235 391 1234","aggregateRating":{"ratingValue":4.7,"reviewCount":310},"offers":{"@type":"Offer","price":800000,"priceCurrency":"VND"},"amenityFeature":[{"name":"Swimming pool","value":true}],"description":"A quiet house in a garden." """;

    public static Task<StaysApp> StartAsync(AppFixture app, params (string Name, string Value)[] settings) => StartAsync(app, null, settings);

    /// <summary>The same with the application's own language model, which asks a stand-in of its server.</summary>
    public static async Task<StaysApp> StartAsync(AppFixture app, StandInServer? server, params (string Name, string Value)[] settings)
    {
        var web = await new StandInSearch().StartAsync();
        var model = new ToldModel { IsConfigured = false };
        var database = await app.NewDatabaseAsync($"stays_{Guid.NewGuid():N}"[..20]);
        var own = OwnApp.Start(
            database,
            services =>
            {
                if (server is null)
                {
                    services.AddSingleton<ILanguageModel>(model);
                }

                services.AddHttpClient(PageReader.Client).ConfigurePrimaryHttpMessageHandler(() => PublicAddresses.Handler(redirects: 0, server => IPAddress.IsLoopback(server.Address)));
            },
            [("Search:Provider", "SearXNG"), ("Search:BaseUrl", web.Address), ("Search:PerSecond", "1000"), ("Search:CacheHours", "0"),
                .. server is null ? [] : new[] { ("Llm:BaseUrl", server.Address), ("Llm:Model", StandInServer.Model), ("Llm:ApiKey", StandInServer.Key), ("Llm:CacheMinutes", "0") }, .. settings]);
        return new StaysApp(own, database, web, model);
    }

    /// <summary>A page about a house, found by the search engine from now on; several at one place stand on sites of their own names.</summary>
    public string AddHouse(string name, double latitude, double longitude, string more = "", string host = "127.0.0.1")
    {
        var path = $"/{Guid.NewGuid():N}";
        var geo = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"geo\":{{\"@type\":\"GeoCoordinates\",\"latitude\":{latitude},\"longitude\":{longitude}}}");
        Web.Pages[path] = StandInSearch.Html($$"""<html lang="en"><script type="application/ld+json">{"@context":"https://schema.org","@type":"Hotel","name":"{{name}}",{{geo}}{{more}}}</script></html>""");
        var url = Web.Address.Replace("127.0.0.1", host, StringComparison.Ordinal) + path;
        Web.Hits = [.. Web.Hits, (url, name, "")];
        return url;
    }

    public BrowserSession NewBrowserSession(string language = "en") => new(App.BaseUrl, language);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Database.DisposeAsync();
        await Web.DisposeAsync();
    }
}
