using System.Net;
using JasperFx.CommandLine;
using JasperFx.Resources;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TravelBuddy.Tests;
using TravelBuddy.Web.Hosting;
using Wolverine;

[assembly: AssemblyFixture(typeof(AppFixture))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace TravelBuddy.Tests;

/// <summary>
/// The whole application for the tests of one run: a PostgreSQL of its own in a temporary folder, a template database with schema and sample
/// catalogue, one database made from it, and the real Kestrel on a free port. Tests isolate by new travellers, never by wiping.
/// </summary>
public sealed class AppFixture : IAsyncLifetime
{
    public const string Template = "tb_template";

    private readonly string _folder = Directory.CreateTempSubdirectory("travelbuddy-tests-").FullName;
    private EmbeddedPostgres? _postgres;
    private TravelBuddyFactory? _factory;

    /// <summary>The database server of this run.</summary>
    public EmbeddedPostgres Postgres => _postgres ?? throw new InvalidOperationException("The fixture has not started.");

    /// <summary>Services of the running application.</summary>
    public IServiceProvider Services => Factory.Services;

    /// <summary>The running host, for Wolverine's message tracking.</summary>
    public IHost Host => Factory.Running ?? throw new InvalidOperationException("The host has not started.");

    /// <summary>Where the application listens, such as http://127.0.0.1:41234, without a slash at the end.</summary>
    public string BaseUrl { get; private set; } = "";

    private TravelBuddyFactory Factory => _factory ?? throw new InvalidOperationException("The fixture has not started.");

    public async ValueTask InitializeAsync()
    {
        JasperFxEnvironment.AutoStartHost = true;
        _postgres = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(_folder)
            {
                Settings = new Dictionary<string, string> { ["fsync"] = "off", ["synchronous_commit"] = "off", ["full_page_writes"] = "off", ["max_connections"] = "200" },
            },
            null,
            TestContext.Current.CancellationToken);
        await _postgres.CreateDatabaseAsync(Template);
        await using (var maker = new TravelBuddyFactory(_postgres.ConnectionString(Template)))
        {
            maker.UseKestrel(0);
            maker.StartServer();
        }

        Npgsql.NpgsqlConnection.ClearAllPools();
        var database = $"tb_run_{Environment.ProcessId}";
        await _postgres.CreateDatabaseAsync(database, Template);
        _factory = new TravelBuddyFactory(_postgres.ConnectionString(database));
        _factory.UseKestrel(0);
        _factory.StartServer();
        BaseUrl = _factory.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        if (_postgres is not null)
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await _postgres.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A browser-like session: cookies of its own, redirects not followed, answers read as pages.</summary>
    public BrowserSession NewBrowserSession(string language = "en") => new(BaseUrl, language);

    /// <summary>Runs something with services of a scope of its own.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider);
    }

    /// <summary>A database of a test's own, made from the template with schema and sample catalogue; dropped with what is returned.</summary>
    public async Task<ScratchDatabase> NewDatabaseAsync(string name)
    {
        var database = $"tb_{name}_{Environment.ProcessId}";
        await Postgres.CreateDatabaseAsync(database, Template);
        return new ScratchDatabase(Postgres, database);
    }

    /// <summary>An HTTP client without cookies.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(BaseUrl) };

    private sealed class TravelBuddyFactory(string connectionString) : WebApplicationFactory<Program>
    {
        public IHost? Running { get; private set; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("environment", "Development");
            builder.UseSetting($"ConnectionStrings:{HostingFeature.ConnectionName}", connectionString);
            builder.ConfigureServices(services =>
            {
                services.RunWolverineInSoloMode();
                services.AddResourceSetupOnStartup();
            });
        }

        protected override IHost CreateHost(IHostBuilder builder) => Running = base.CreateHost(builder);
    }
}

/// <summary>A database of one test.</summary>
public sealed class ScratchDatabase(EmbeddedPostgres postgres, string name) : IAsyncDisposable
{
    public string ConnectionString => postgres.ConnectionString(name);

    public async ValueTask DisposeAsync() => await postgres.DropDatabaseAsync(name);
}
