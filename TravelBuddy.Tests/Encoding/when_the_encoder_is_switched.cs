using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Tests.Accounts;
using TravelBuddy.Tests.Language.Embeddings;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Feeds;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language.Embeddings;
using TravelBuddy.Web.Recommendations;
using Wolverine;

namespace TravelBuddy.Tests.Encoding;

/// <summary>From the built-in encoder to a server's model and back, with the server in the test's hand.</summary>
public sealed class when_the_encoder_is_switched(AppFixture app) : IAsyncLifetime
{
    private static readonly Wishes Kayaking = new() { Places = [new PlaceWish("da-nang", null)], Activities = new ConceptWishes(["kayaking"], []) };

    private readonly StandInEmbeddings _server = new();
    private ScratchDatabase? _database;

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync();
        _database = await app.NewDatabaseAsync($"switch_{Guid.NewGuid():N}"[..24]);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        if (_database is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task the_old_encoder_serves_until_the_new_one_has_every_package()
    {
        _server.Held = new TaskCompletionSource();
        await using var switching = SwitchingApp.Start(_database!, _server, ("Encoding:KeepReplaced", "00:00:00"));
        await AskedAsync();
        (await switching.ActiveAsync()).ShouldBe(Repository.Encoder.Id);
        var before = await RankAsync(switching);
        before.Encoder.ShouldBe(Repository.Encoder.Id);
        before.Packages.ShouldNotBeEmpty();

        // A tour that comes in during the run is found at once, and by the new encoder afterwards.
        await ImportAsync(switching, """{"id":"new-1","provider":"Late Tours","title":"Qzorbing in Da Nang","locations":["Da Nang"],"activities":["kayaking"],"duration_days":1}""");
        (await CountAsync("late-tours~new-1", Repository.Encoder.Id)).ShouldBe(1);

        _server.Held.SetResult();
        await switching.SwitchedAsync();

        var after = await Polling.UntilAsync("a list by the new encoder", async () => await RankAsync(switching) is { } result && result.Encoder == switching.Target ? result : null);
        after.Packages.ShouldNotBeEmpty();
        (await CountAsync(null, switching.Target)).ShouldBe(Repository.Packages.Count + 1);
        (await CountAsync("late-tours~new-1", switching.Target)).ShouldBe(1);
        await Polling.UntilAsync("the old vectors to be removed", async () => await CountAsync(null, Repository.Encoder.Id) == 0);
    }

    [Fact]
    public async Task stopped_in_the_middle_it_goes_on_where_it_was()
    {
        _server.Held = new TaskCompletionSource();
        _server.HeldWhen = async () => await CountAsync(null, null) > Repository.Packages.Count;
        await using (SwitchingApp.Start(_database!, _server, ("Encoding:CalibratedOver", "40")))
        {
            await Polling.UntilAsync("some packages to be encoded, and the next on their way", () => Task.FromResult(_server.IsHolding), 60);
        }

        var done = await CountAsync(null, null) - Repository.Packages.Count;
        done.ShouldBeInRange(1, Repository.Packages.Count - 1);
        _server.Held.SetResult();
        await using var second = SwitchingApp.Start(_database!, _server, ("Encoding:CalibratedOver", "40"));
        await second.SwitchedAsync();

        (await CountAsync(null, second.Target)).ShouldBe(Repository.Packages.Count);
        // What was on its way when it stopped is asked for again, no more.
        const int OnTheWay = 256;
        var asked = _server.Asked.SelectMany(texts => texts).ToList();
        asked.Count.ShouldBeLessThanOrEqualTo(asked.Distinct().Count() + OnTheWay);
    }

    [Fact]
    public async Task a_server_that_refuses_is_shown_to_admins_who_can_have_it_tried_again()
    {
        _server.Always = (_, _) => Results.StatusCode(401);
        await using var switching = SwitchingApp.Start(_database!, _server);
        var runs = switching.Services.GetRequiredService<EncoderRuns>();
        var failed = await Polling.UntilAsync("the failure", async () => await runs.FindAsync(switching.Target, CancellationToken.None) is { State: EncoderRunState.Failed } run ? run : null);
        failed.Fault.ShouldBe(EmbeddingFault.Refused);
        failed.Detail.ShouldBe("HTTP 401");
        failed.NextAt.ShouldNotBeNull();
        (await RankAsync(switching)).Encoder.ShouldBe(Repository.Encoder.Id);

        using var admin = new BrowserSession(switching.BaseUrl, "en");
        await admin.SignInAsync(switching.Services, SwitchingApp.AdminPhone);
        var page = await admin.GetAsync("/admin/encoding");
        page.Texts("#active-encoder").ShouldBe([Repository.Encoder.Id]);
        page.Texts("#next-encoder").ShouldBe([switching.Target]);
        page.Texts(".notice--error b").ShouldBe(["The server refused."]);
        page.Body.ShouldContain("HTTP 401");
        page.Page.QuerySelector("#encoding")!.GetAttribute("hx-get").ShouldBeNull();

        _server.Always = null;
        (await admin.SubmitAsync(page, "#encoding form")).Location.ShouldBe("/admin/encoding");
        await switching.SwitchedAsync();
        await Polling.UntilAsync("the run to be complete", async () => (await runs.FindAsync(switching.Target, CancellationToken.None))!.State == EncoderRunState.Complete);
        page = await admin.GetAsync("/admin/encoding");
        page.Texts("#active-encoder").ShouldBe([switching.Target]);
        page.Texts("#next-encoder").ShouldBeEmpty();
        page.Texts(".notice--error").ShouldBeEmpty();
    }

    [Fact]
    public async Task progress_is_asked_for_again_only_while_it_goes_on()
    {
        _server.Held = new TaskCompletionSource();
        await using var switching = SwitchingApp.Start(_database!, _server);
        await AskedAsync();
        using var admin = new BrowserSession(switching.BaseUrl, "vi");
        await admin.SignInAsync(switching.Services, SwitchingApp.AdminPhone);

        var fragment = await admin.GetAsync("/admin/encoding?handler=Progress");
        fragment.Status.ShouldBe(HttpStatusCode.OK);
        fragment.Page.QuerySelector("#encoding")!.GetAttribute("hx-get").ShouldBe("/admin/encoding?handler=Progress");
        fragment.Body.ShouldContain("Đang chuẩn bị.");

        _server.Held.SetResult();
        await switching.SwitchedAsync();
        await Polling.UntilAsync("the polling to end", async () => (await admin.GetAsync("/admin/encoding?handler=Progress")).Page.QuerySelector("#encoding")!.GetAttribute("hx-get") is null);
    }

    [Fact]
    public async Task how_many_texts_a_slow_model_has_read_is_shown_before_the_first_package_is_encoded()
    {
        _server.Held = new TaskCompletionSource();
        _server.HeldWhen = async () => await TextsAsync() > 0;
        await using var switching = SwitchingApp.Start(_database!, _server);
        await Polling.UntilAsync("the first texts to be read, and the next on their way", () => Task.FromResult(_server.IsHolding), 60);
        using var admin = new BrowserSession(switching.BaseUrl, "en");
        await admin.SignInAsync(switching.Services, SwitchingApp.AdminPhone);

        (await admin.GetAsync("/admin/encoding")).Texts("#getting-ready").ShouldBe([$"Getting ready: {await TextsAsync()} names and texts read by the model so far."]);

        _server.Held.SetResult();
        await switching.SwitchedAsync();
    }

    [Fact]
    public async Task two_servers_share_the_work_without_doing_it_twice()
    {
        await using var one = SwitchingApp.Start(_database!, _server);
        await using var other = SwitchingApp.Start(_database!, _server);
        await one.SwitchedAsync();
        await other.SwitchedAsync();

        (await CountAsync(null, one.Target)).ShouldBe(Repository.Packages.Count);
        (await Polling.UntilAsync("the other server to see it", async () => await RankAsync(other) is { } result && result.Encoder == one.Target ? result : null)).Packages.ShouldNotBeEmpty();
        var asked = _server.Asked.SelectMany(texts => texts).ToList();
        asked.Count.ShouldBe(asked.Distinct().Count());
    }

    [Fact]
    public async Task every_encoder_has_an_index_of_its_own_and_one_left_half_built_is_built_anew()
    {
        await using (var before = SwitchingApp.Start(_database!, _server, ("Encoding:ExactUpTo", "100"), ("Embeddings:Provider", "BuiltIn")))
        {
            var encoding = before.Services.GetRequiredService<PackageEncoding>();
            var active = (await encoding.ActiveAsync(CancellationToken.None))!;
            active.NearestIndexName.ShouldBe(PackageVectors.NearestIndexes[0]);
            await ScalarAsync($"update pg_index set indisvalid = false where indexrelid = 'tb.{active.NearestIndexName}'::regclass returning 1");

            await encoding.RunAsync(active.CatalogVersion, CancellationToken.None);
            (await IsValidAsync(PackageVectors.NearestIndexes[0])).ShouldBeTrue();
        }

        await using var switching = SwitchingApp.Start(_database!, _server, ("Encoding:ExactUpTo", "100"));
        await switching.SwitchedAsync();

        var after = (await switching.Services.GetRequiredService<PackageEncoding>().ActiveAsync(CancellationToken.None))!;
        after.NearestIndexName.ShouldBe(PackageVectors.NearestIndexes[1]);
        (await IsValidAsync(PackageVectors.NearestIndexes[1])).ShouldBeTrue();
        ((string)(await ScalarAsync($"select pg_get_indexdef('tb.{after.NearestIndexName}'::regclass)"))!).ShouldContain(switching.Target);

        async Task<bool> IsValidAsync(string index) => (bool)(await ScalarAsync($"select indisvalid from pg_index where indexrelid = 'tb.{index}'::regclass"))!;
    }

    [Fact]
    public async Task two_that_encode_at_once_do_not_wait_for_each_other_for_ever()
    {
        await using var switching = SwitchingApp.Start(_database!, _server, ("Encoding:ExactUpTo", "100"), ("Embeddings:Provider", "BuiltIn"));
        var encoding = switching.Services.GetRequiredService<PackageEncoding>();
        await ScalarAsync($"drop index tb.{PackageVectors.NearestIndex}");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => encoding.RunAsync(1, CancellationToken.None))).WaitAsync(TimeSpan.FromSeconds(60));

        (await ScalarAsync($"select indisvalid from pg_index where indexrelid = 'tb.{PackageVectors.NearestIndex}'::regclass")).ShouldBe(true);
    }

    [Fact]
    public async Task switched_back_the_built_in_encoder_serves_again()
    {
        await using (var there = SwitchingApp.Start(_database!, _server))
        {
            await there.SwitchedAsync();
        }

        await using var back = SwitchingApp.Start(_database!, _server, ("Embeddings:Provider", "BuiltIn"));
        await back.SwitchedAsync();

        (await back.ActiveAsync()).ShouldBe(Repository.Encoder.Id);
        (await CountAsync(null, Repository.Encoder.Id)).ShouldBe(Repository.Packages.Count);
    }

    [Fact]
    public async Task where_the_model_before_is_gone_the_built_in_encoder_bridges_the_gap()
    {
        await using (var there = SwitchingApp.Start(_database!, _server))
        {
            await there.SwitchedAsync();
        }

        _server.Held = new TaskCompletionSource();
        await using var next = SwitchingApp.Start(_database!, _server, ("Embeddings:Model", "another"));
        await Polling.UntilAsync("the built-in encoder to step in", async () => await next.ActiveAsync() == Repository.Encoder.Id);
        _server.Held.SetResult();
        await next.SwitchedAsync();
    }

    [Fact]
    public async Task an_import_while_the_server_is_down_is_made_good_later()
    {
        await using var switching = SwitchingApp.Start(_database!, _server);
        await switching.SwitchedAsync();
        _server.Always = (_, _) => Results.StatusCode(401);

        await ImportAsync(switching, """{"id":"new-2","provider":"Late Tours","title":"Something new","locations":["Da Nang"],"activities":["words never said before"],"duration_days":1}""");
        var runs = switching.Services.GetRequiredService<EncoderRuns>();
        await Polling.UntilAsync("the failure", async () => (await runs.FindAsync(switching.Target, CancellationToken.None))?.State == EncoderRunState.Failed);
        (await RankAsync(switching)).Packages.ShouldNotBeEmpty();

        _server.Always = null;
        await runs.TryAgainAsync(switching.Target, CancellationToken.None);
        await Polling.UntilAsync("the new tour", async () => await CountAsync("late-tours~new-2", switching.Target) == 1);
        await Polling.UntilAsync("the run to be complete", async () => (await runs.FindAsync(switching.Target, CancellationToken.None))?.State == EncoderRunState.Complete);
    }

    private Task AskedAsync() => Polling.UntilAsync("a request", () => Task.FromResult(!_server.Asked.IsEmpty));

    private static async Task<RankingResult> RankAsync(SwitchingApp of)
    {
        await using var scope = of.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IRecommender>().RankAsync(Kayaking, 10, CancellationToken.None);
    }

    private static async Task ImportAsync(SwitchingApp into, string line)
    {
        using var lines = new StringReader(line);
        var report = await into.Services.GetRequiredService<FeedImport>().ImportAsync(lines, new FeedSource("late.jsonl", "jsonl"), CancellationToken.None);
        report.Added.ShouldBe(1);
        await using var scope = into.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync(new CatalogChanged(report.CatalogVersion));
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(_database!.ConnectionString);
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private async Task<long> TextsAsync()
    {
        await using var database = NpgsqlDataSource.Create(_database!.ConnectionString);
        await using var command = database.CreateCommand("select count(*) from tb.text_vectors");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<long> CountAsync(string? package, string? encoder)
    {
        await using var database = NpgsqlDataSource.Create(_database!.ConnectionString);
        await using var command = database.CreateCommand("select count(*) from tb.package_vectors where ($1::text is null or package_id = $1) and ($2::text is null or encoder = $2)");
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)package ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)encoder ?? DBNull.Value });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
