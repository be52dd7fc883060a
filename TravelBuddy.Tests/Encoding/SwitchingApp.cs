using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Language.Embeddings;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using Wolverine;

namespace TravelBuddy.Tests.Encoding;

/// <summary>An application whose settings choose a model's encoder, on a database that the built-in encoder has filled.</summary>
internal sealed class SwitchingApp : IAsyncDisposable
{
    public const string AdminPhone = "+84901234567";

    private readonly Factory _factory;

    private SwitchingApp(Factory factory)
    {
        _factory = factory;
        BaseUrl = factory.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    public string BaseUrl { get; }

    public IServiceProvider Services => _factory.Services;

    public static SwitchingApp Start(ScratchDatabase database, StandInEmbeddings server, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            [$"ConnectionStrings:{HostingFeature.ConnectionName}"] = database.ConnectionString,
            ["urls"] = "http://127.0.0.1:0",
            ["Pictures:Draw"] = "false",
            ["Admin:Phones"] = AdminPhone,
            ["Embeddings:Provider"] = "OpenAI",
            ["Embeddings:BaseUrl"] = server.Address,
            ["Embeddings:Model"] = "stand-in",
            ["Embeddings:QueryPrefix"] = "query: ",
            ["Embeddings:PassagePrefix"] = "passage: ",
            ["Encoding:LookEvery"] = "00:00:00.1",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var factory = new Factory(all);
        factory.UseKestrel(0);
        factory.StartServer();
        return new SwitchingApp(factory);
    }

    public async Task<string> ActiveAsync() => (await Services.GetRequiredService<PackageEncoding>().ActiveAsync(CancellationToken.None))!.Encoder;

    public string Target => Services.GetRequiredService<Encoders>().Target.Id;

    public Task SwitchedAsync() => Polling.UntilAsync($"the switch to {Target}", async () => await ActiveAsync() == Target, 60);

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    private sealed class Factory(IReadOnlyDictionary<string, string?> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("environment", "Development");
            builder.UseSetting("Hosting:PrintNotes", "false");
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }

            builder.ConfigureServices(services => services.RunWolverineInSoloMode());
        }
    }
}
