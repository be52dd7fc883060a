using System.Runtime.Loader;
using Microsoft.Extensions.DependencyInjection;
using Wolverine.Runtime;

namespace TravelBuddy.Tests.Release;

public sealed class when_the_release_build_runs(AppFixture app)
{
    [Fact]
    public async Task it_serves_pages_with_the_code_that_was_generated()
    {
        await using var released = await StartAsync("released");
        using var session = new BrowserSession(released.BaseUrl, "vi");

        var page = await session.GetAsync("/");

        released.Output.ShouldStartWith("· Reading places, words and tours …");
        page.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        page.Page.DocumentElement.GetAttribute("lang").ShouldBe("vi");
    }

    [Fact]
    public void every_handler_found_by_reflection_has_generated_code()
    {
        var runtime = app.Services.GetRequiredService<IWolverineRuntime>() as WolverineRuntime;
        var context = new AssemblyLoadContext("release", isCollectible: true);
        var generated = context.LoadFromAssemblyPath(Path.Combine(ReleaseApp.Folder, "TravelBuddy.Web.dll")).GetTypes()
            .Where(type => type.Namespace?.Contains("Internal.Generated", StringComparison.Ordinal) == true).Select(type => type.Name).ToHashSet();

        var missing = runtime!.Handlers.Chains.Where(chain => chain.MessageType.Assembly == typeof(Program).Assembly)
            .Select(chain => chain.TypeName).Where(name => !generated.Contains(name)).ToList();

        generated.ShouldNotBeEmpty();
        missing.ShouldBeEmpty("a handler without generated code is silently ignored by the Release build; run scripts/setup");
        context.Unload();
    }

    [Fact]
    public async Task the_database_schema_needs_no_change_after_setup()
    {
        await using var database = await DatabaseAsync("asserted");

        var (exitCode, output) = await ReleaseApp.RunAsync(database.ConnectionString, ["db-assert"]);

        exitCode.ShouldBe(0, output);
    }

    [Fact]
    public async Task a_taken_port_is_told_with_the_way_out()
    {
        await using var database = await DatabaseAsync("taken");
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        var (exitCode, output) = await ReleaseApp.RunAsync(database.ConnectionString, ["--urls", $"http://localhost:{port}"]);

        exitCode.ShouldBe(1);
        output.ShouldContain($"Port {port} is taken");
        output.ShouldContain("--urls");
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task a_database_that_cannot_hold_vietnamese_letters_is_refused_in_a_sentence()
    {
        await using var database = await DatabaseAsync("latin");
        await using var server = new Npgsql.NpgsqlConnection(database.ConnectionString);
        await server.OpenAsync();
        await using var create = new Npgsql.NpgsqlCommand("create database latin_letters encoding 'LATIN1' locale 'C' template template0", server);
        await create.ExecuteNonQueryAsync();
        var latin = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "latin_letters" }.ConnectionString;

        var (exitCode, output) = await ReleaseApp.RunAsync(latin, ["--urls", "http://127.0.0.1:0"]);

        exitCode.ShouldBe(1);
        output.ShouldContain("has the encoding LATIN1");
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task a_database_that_does_not_answer_is_told_without_its_password()
    {
        var (exitCode, output) = await ReleaseApp.RunAsync("Host=127.0.0.1;Port=1;Username=someone;Password=hush;Database=nowhere", ["--urls", "http://127.0.0.1:0"]);

        exitCode.ShouldBe(1);
        output.ShouldContain("The database nowhere at 127.0.0.1:1");
        output.ShouldNotContain("hush");
        output.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("WhatsApp__Mode", "Pigeon")]
    [InlineData("Admin__Phones", "one")]
    [InlineData("KeyRing__CertificateFile", "nowhere.pfx")]
    [InlineData("Recommendations__Candidates", "Anywhere")]
    [InlineData("Recommendations__Depth", "1")]
    [InlineData("Encoding__ExactUpTo", "many")]
    [InlineData("Simulator__AllowRemote", "yes")]
    [InlineData("Catalog__LoadSample", "perhaps")]
    [InlineData("DataDirectory", "/nowhere/at/all")]
    public async Task a_wrong_setting_is_told_by_its_name_in_a_sentence(string setting, string value)
    {
        await using var database = await DatabaseAsync("wrongly_set");

        var (exitCode, output) = await ReleaseApp.RunAsync(database.ConnectionString, ["--urls", "http://127.0.0.1:0"], (setting, value));

        exitCode.ShouldBe(1);
        output.ShouldContain("TravelBuddy cannot start.");
        output.ShouldContain(setting);
        output.ShouldNotContain("   at ");
    }

    private async Task<ReleaseApp> StartAsync(string name) => await ReleaseApp.StartAsync((await DatabaseAsync(name)).ConnectionString);

    private async Task<ScratchDatabase> DatabaseAsync(string name) => await app.NewDatabaseAsync(name);
}
