using System.Diagnostics;
using System.Globalization;

namespace TravelBuddy.Tests.Hosting;

public sealed class when_an_embedded_server_meets_crashes_and_company
{
    [Fact]
    public async Task a_server_killed_outright_comes_back_with_its_data()
    {
        await using var folder = new EmbeddedPostgresFolder();
        await using (var server = await folder.StartAsync())
        {
            await server.CreateDatabaseAsync("trips");
            await EmbeddedPostgresFolder.AskAsync<object>(server, "trips", "create table t as select 42 as n");
            await folder.KillPostmasterAsync();
        }

        List<string> told = [];
        await using var again = await folder.StartAsync(told);
        again.StartedByUs.ShouldBeTrue();
        told.ShouldContain(line => line.Contains("repairs itself"));
        (await EmbeddedPostgresFolder.AskAsync<int>(again, "trips", "select n from t")).ShouldBe(42);
    }

    [Fact]
    public async Task a_lock_file_whose_process_id_now_belongs_to_another_program_is_no_obstacle()
    {
        await using var folder = new EmbeddedPostgresFolder();
        await using (var server = await folder.StartAsync())
        {
            await folder.KillPostmasterAsync();
        }

        // As after a reboot: the id in the file is alive, and it is someone else.
        var file = Path.Combine(folder.Pgdata, "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(file);
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file, lines);

        await using var again = await folder.StartAsync();
        again.StartedByUs.ShouldBeTrue();
        (await EmbeddedPostgresFolder.AskAsync<int>(again, "postgres", "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task a_server_left_behind_by_a_killed_process_is_taken_over_at_once_and_then_stopped()
    {
        await using var folder = new EmbeddedPostgresFolder();
        using var first = await EmbeddedPostgresHolder.StartAsync(folder.Root);
        first.StartedIt.ShouldBeTrue();
        var postmaster = folder.PostmasterId();
        await first.KillAsync();

        var time = Stopwatch.StartNew();
        await using (var second = await folder.StartAsync())
        {
            // Not after the minute for which a server without an answer is waited for.
            time.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(45));
            second.StartedByUs.ShouldBeFalse();
            folder.PostmasterId().ShouldBe(postmaster);
            (await EmbeddedPostgresFolder.AskAsync<int>(second, "postgres", "select 1")).ShouldBe(1);
        }

        folder.PostmasterId().ShouldBeNull();
    }

    [Fact]
    public async Task a_terminals_ctrl_c_ends_the_process_but_not_its_server()
    {
        await using var folder = new EmbeddedPostgresFolder();
        using var holder = await EmbeddedPostgresHolder.StartAsync(folder.Root);
        var postmaster = folder.PostmasterId();
        await holder.InterruptLikeATerminalAsync();

        await using var server = await folder.StartAsync();
        server.StartedByUs.ShouldBeFalse();
        folder.PostmasterId().ShouldBe(postmaster);
    }

    [Fact]
    public async Task a_guest_leaves_the_starters_server_running()
    {
        await using var folder = new EmbeddedPostgresFolder();
        using var starter = await EmbeddedPostgresHolder.StartAsync(folder.Root);
        await using (var guest = await folder.StartAsync())
        {
            guest.StartedByUs.ShouldBeFalse();
        }

        folder.PostmasterId().ShouldNotBeNull();
        await starter.LeaveAsync();
        folder.PostmasterId().ShouldBeNull();
    }

    [Fact]
    public async Task the_starter_leaves_it_running_for_a_guest_and_the_last_one_stops_it()
    {
        await using var folder = new EmbeddedPostgresFolder();
        await using var starter = await folder.StartAsync();
        using var guest = await EmbeddedPostgresHolder.StartAsync(folder.Root);
        guest.StartedIt.ShouldBeFalse();
        await starter.StopAsync();
        folder.PostmasterId().ShouldNotBeNull();
        await guest.LeaveAsync();
        folder.PostmasterId().ShouldBeNull();
    }

    [Fact]
    public async Task processes_that_start_together_share_one_server()
    {
        await using var folder = new EmbeddedPostgresFolder();
        var holders = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => EmbeddedPostgresHolder.StartAsync(folder.Root)));
        try
        {
            holders.Count(h => h.StartedIt).ShouldBe(1);
            await Task.WhenAll(holders.Select(h => h.LeaveAsync()));
            folder.PostmasterId().ShouldBeNull();
        }
        finally
        {
            holders.ToList().ForEach(h => h.Dispose());
        }
    }

    [Theory]
    [InlineData("a folder with spaces, 'quotes' and Đà Nẵng", true)]
    [InlineData("out of the server's reach", false)]
    public async Task it_works_below_awkward_places(string name, bool everyoneCanEnter)
    {
        await using var folder = new EmbeddedPostgresFolder(name, everyoneCanEnter);
        await using (var server = await folder.StartAsync())
        {
            await server.CreateDatabaseAsync("x");
        }

        // The second start finds it again, linked or not.
        await using var again = await folder.StartAsync();
        (await again.CreateDatabaseAsync("x")).ShouldBeFalse();
        File.Exists(Path.Combine(folder.Pgdata, "PG_VERSION")).ShouldBeTrue();
        var relocated = new DirectoryInfo(folder.Pgdata).LinkTarget is not null;
        relocated.ShouldBe(!everyoneCanEnter && Environment.IsPrivilegedProcess);
    }
}
