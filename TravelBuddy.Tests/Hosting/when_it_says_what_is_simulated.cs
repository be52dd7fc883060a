using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Hosting;

/// <summary>The lines for whoever starts it, on the console.</summary>
public sealed class when_it_says_what_is_simulated(AppFixture app)
{
    [Fact]
    public void every_part_that_is_not_the_real_thing_is_named_with_the_setting_for_it()
    {
        var said = Said(app.Services);

        foreach (var (part, setting) in new[]
        {
            ("WhatsApp is simulated", "WhatsApp__Mode=Cloud"), ("The catalogue is sample data", "./run import FILE"), ("their booking pages are a stand-in", "Catalog__LoadSample=false"),
            ($"Exchange rates are indicative, of {app.Services.GetRequiredService<ExchangeRates>().Date:yyyy-MM-dd}", "exchange-rates.json"), ("No language model", "Llm__BaseUrl"),
        })
        {
            said.ShouldContain(line => line.Contains(part, StringComparison.Ordinal) && line.Contains(setting, StringComparison.Ordinal), $"{part} … {setting}");
        }
    }

    [Fact]
    public async Task what_is_real_is_not_named()
    {
        await using var database = await app.NewDatabaseAsync("real");
        await using var own = OwnApp.Start(database, ("Llm:BaseUrl", "http://127.0.0.1:9/v1"));

        Said(own.Services).ShouldNotContain(line => line.StartsWith("No language model", StringComparison.Ordinal));
    }

    private static List<string> Said(IServiceProvider services) => [.. services.GetServices<StartupNote>().Select(note => note.Text).OfType<string>()];
}
