using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TravelBuddy.Benchmarks.Load;

/// <summary>
/// <c>load BASE EMPTY [TRAVELLERS] [SECONDS]</c>: plays travellers against a running TravelBuddy at BASE (a loopback address) and prints what it reached.
/// First all write their wishes; then each has them ranked and is shown the list (POST and the GET it leads to); then each moves the sliders (one POST
/// that ranks, records and renders). Recorded lists are then shown by wrk, each request another traveller's, and the framework's empty template page at
/// EMPTY in the same run. A first pass with other travellers, not counted, warms the app up.
/// </summary>
public static class LoadCommand
{
    private const int Users = 8;

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (args.Length < 2 || !Uri.TryCreate(args[0], UriKind.Absolute, out var app) || !Uri.TryCreate(args[1], UriKind.Absolute, out var empty) || !app.IsLoopback || !empty.IsLoopback)
        {
            await output.WriteLineAsync("usage: load BASE EMPTY [TRAVELLERS] [SECONDS]; both addresses on this machine. scripts/load-test starts everything.");
            return 1;
        }

        var count = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1_000;
        var seconds = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 10;
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = Users }) { BaseAddress = app };

        await output.WriteLineAsync($"{Users} users, load generator included:");
        await PlayAsync(client, count, seed: 1, TextWriter.Null);
        var travellers = await PlayAsync(client, count, seed: 2, output);

        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Wrk.Script(travellers));
        await Wrk.RunAsync(app, script, Users, 5);
        await output.WriteLineAsync($"recorded lists of {count} travellers:  {await Wrk.RunAsync(app, script, Users, seconds)}");
        await Wrk.RunAsync(empty, null, Users, 5);
        await output.WriteLineAsync($"the framework's empty template page: {await Wrk.RunAsync(empty, null, Users, seconds)}");
        File.Delete(script);
        return 0;
    }

    private static async Task<Visitor[]> PlayAsync(HttpClient client, int count, int seed, TextWriter output)
    {
        Visitor[] travellers = [.. Enumerable.Range(0, count).Select(i => new Visitor(client, new Random(seed * 1_000_000 + i)))];
        await EachAsync("the home page and a text, not ranked (GET, POST)", travellers, (one, ct) => one.WriteAsync(ct), output);
        await EachAsync("a new wish: ranked, recorded, shown (POST, GET) ", travellers, (one, ct) => one.FindAsync(ct), output);
        await EachAsync("the sliders: ranked, recorded, shown (one POST) ", travellers, (one, ct) => one.WeighAsync(ct), output);
        return travellers;
    }

    private static async Task EachAsync(string what, Visitor[] travellers, Func<Visitor, CancellationToken, Task> act, TextWriter output)
    {
        var took = new ConcurrentBag<double>();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(travellers, new ParallelOptions { MaxDegreeOfParallelism = Users }, async (one, ct) =>
        {
            var began = Stopwatch.GetTimestamp();
            await act(one, ct);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        });
        var rate = travellers.Length / Stopwatch.GetElapsedTime(started).TotalSeconds;
        double[] sorted = [.. took.Order()];
        await output.WriteLineAsync($"{what}: {rate:0} a second, median {sorted[sorted.Length / 2]:0.0} ms, p99 {sorted[(int)(.99 * (sorted.Length - 1))]:0.0} ms");
    }
}
