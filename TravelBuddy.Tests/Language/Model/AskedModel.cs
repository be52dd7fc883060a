using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Tests.Language.Model;

/// <summary>The language model as the application registers it, over the given servers.</summary>
public sealed class AskedModel : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private AskedModel(ServiceProvider services) => _services = services;

    public LanguageModel Model => _services.GetRequiredService<LanguageModel>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Without a database nothing is limited.</summary>
    public static AskedModel Of(IReadOnlyList<StandInServer> servers, NpgsqlDataSource? database = null, params ReadOnlySpan<(string Name, string Value)> settings)
    {
        var all = new Dictionary<string, string?> { ["Llm:TimeoutSeconds"] = "20" };
        if (database is null)
        {
            all["Llm:DailyTokens"] = all["Llm:DailyTokensPerPerson"] = "0";
        }

        for (var i = 0; i < servers.Count; i++)
        {
            var name = i == 0 ? "Llm" : $"Llm:Fallbacks:{i - 1}";
            (all[$"{name}:BaseUrl"], all[$"{name}:Model"], all[$"{name}:ApiKey"]) = (servers[i].Address, StandInServer.Model, StandInServer.Key);
        }

        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(new DataFiles(configuration));
        if (database is not null)
        {
            services.AddSingleton(database);
        }

        services.AddLanguageModel(configuration);
        return new AskedModel(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
