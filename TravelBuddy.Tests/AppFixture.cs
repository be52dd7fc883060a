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
[assembly: AssemblyFixture(typeof(RealBrowser))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace TravelBuddy.Tests;

/// <summary>
/// The whole application for the tests of one run: a PostgreSQL of its own in a temporary folder, a template database with schema and sample
/// catalogue, one database made from it, and the real Kestrel on a free port. Tests isolate by new travellers, never by wiping.
/// </summary>
public sealed class AppFixture : IAsyncLifetime
{
    public const string Template = "tb_template";

    private readonly Lazy<Running> _running = new(() => Task.Run(Running.StartAsync).GetAwaiter().GetResult());

    /// <summary>The database server of this run.</summary>
    public EmbeddedPostgres Postgres => _running.Value.Postgres;

    /// <summary>Services of the running application.</summary>
    public IServiceProvider Services => _running.Value.Factory.Services;

    /// <summary>The running host, for Wolverine's message tracking.</summary>
    public IHost Host => _running.Value.Factory.Started;

    /// <summary>Where the application listens, such as http://127.0.0.1:41234, without a slash at the end.</summary>
    public string BaseUrl => _running.Value.Factory.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_running.IsValueCreated)
        {
            await _running.Value.DisposeAsync();
        }
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

    /// <summary>Started by the first test that needs it, so that tests of pure functions run alone at once.</summary>
    private sealed record Running(string Folder, EmbeddedPostgres Postgres, TravelBuddyFactory Factory) : IAsyncDisposable
    {
        public static async Task<Running> StartAsync()
        {
            JasperFxEnvironment.AutoStartHost = true;
            var folder = Directory.CreateTempSubdirectory("travelbuddy-tests-").FullName;
            // The postgres user must be able to reach its cluster; mode 0700 would send it elsewhere.
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            }

            var settings = new Dictionary<string, string> { ["fsync"] = "off", ["synchronous_commit"] = "off", ["full_page_writes"] = "off", ["max_connections"] = "200" };
            var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder) { Settings = settings }, null, CancellationToken.None);
            await postgres.CreateDatabaseAsync(Template);
            await TravelBuddyFactory.Start(postgres.ConnectionString(Template), draws: false).DisposeAsync();
            Npgsql.NpgsqlConnection.ClearAllPools();
            var database = $"tb_run_{Environment.ProcessId}";
            await postgres.CreateDatabaseAsync(database, Template);
            return new Running(folder, postgres, TravelBuddyFactory.Start(postgres.ConnectionString(database), draws: true));
        }

        public async ValueTask DisposeAsync()
        {
            await Factory.DisposeAsync();
            Npgsql.NpgsqlConnection.ClearAllPools();
            await Postgres.DisposeAsync();
            Directory.Delete(Folder, recursive: true);
        }
    }

    private sealed class TravelBuddyFactory(string connectionString, bool draws) : WebApplicationFactory<Program>
    {
        private IHost? _started;

        public IHost Started => _started ?? throw new InvalidOperationException("The host has not started.");

        /// <summary>The application on a real Kestrel and a free port, schema in place.</summary>
        public static TravelBuddyFactory Start(string connectionString, bool draws)
        {
            var factory = new TravelBuddyFactory(connectionString, draws);
            factory.UseKestrel(0);
            factory.StartServer();
            return factory;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("environment", "Development");
            builder.UseSetting("Hosting:PrintNotes", "false");
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("Recommendations:WarmUp", "false");
            builder.UseSetting("Pictures:Draw", draws ? "true" : "false");
            builder.UseSetting($"ConnectionStrings:{HostingFeature.ConnectionName}", connectionString);
            builder.ConfigureServices(services =>
            {
                services.RunWolverineInSoloMode();
                services.AddResourceSetupOnStartup();
            });
        }

        protected override IHost CreateHost(IHostBuilder builder) => _started = base.CreateHost(builder);
    }
}

/// <summary>A database of one test.</summary>
public sealed class ScratchDatabase(EmbeddedPostgres postgres, string name) : IAsyncDisposable
{
    public string ConnectionString => postgres.ConnectionString(name);

    public async ValueTask DisposeAsync() => await postgres.DropDatabaseAsync(name);
}
