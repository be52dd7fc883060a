using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TravelBuddy.Web.Hosting;
using Wolverine;

namespace TravelBuddy.Tests;

/// <summary>A second application on the real Kestrel, for tests that need other settings or a catalogue of their own.</summary>
public sealed class OwnApp : IAsyncDisposable
{
    private readonly Factory _factory;

    private OwnApp(Factory factory)
    {
        _factory = factory;
        BaseUrl = factory.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string BaseUrl { get; }

    public IServiceProvider Services => _factory.Services;

    /// <summary>The running host, for Wolverine's message tracking.</summary>
    public IHost Host => _factory.Started;

    public static OwnApp Start(ScratchDatabase database, params ReadOnlySpan<(string Name, string Value)> settings) => Start(database, _ => { }, settings);

    /// <summary>The same with some services in other ones' place: for what only an outside company has, or allows.</summary>
    public static OwnApp Start(ScratchDatabase database, Action<IServiceCollection> configure, params ReadOnlySpan<(string Name, string Value)> settings)
    {
        var all = new Dictionary<string, string>
        {
            [$"ConnectionStrings:{HostingFeature.ConnectionName}"] = database.ConnectionString,
            ["urls"] = "http://127.0.0.1:0",
            ["environment"] = "Development",
            ["Hosting:PrintNotes"] = "false",
            ["Recommendations:WarmUp"] = "false",
            // A picture for each tour of the sample takes a processor longer than most tests; the run's application draws them.
            ["Pictures:Draw"] = "false",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var factory = new Factory(all, configure);
        factory.UseKestrel(0);
        factory.StartServer();
        return new OwnApp(factory);
    }

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    private sealed class Factory(IReadOnlyDictionary<string, string> settings, Action<IServiceCollection> configure) : WebApplicationFactory<Program>
    {
        private IHost? _started;

        public IHost Started => _started ?? throw new InvalidOperationException("The host has not started.");

        protected override IHost CreateHost(IHostBuilder builder) => _started = base.CreateHost(builder);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }

            builder.ConfigureServices(services =>
            {
                services.RunWolverineInSoloMode();
                configure(services);
            });
        }
    }
}
