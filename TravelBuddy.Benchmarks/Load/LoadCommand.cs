using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace TravelBuddy.Benchmarks.Load;

/// <summary>
/// <c>load BASE EMPTY [TRAVELLERS] [SECONDS]</c>: plays travellers against a running TravelBuddy at BASE (a loopback address) and prints what it reached.
/// A new wish is its three requests: the text, the ranking, the list it leads to. Recorded lists are then shown by wrk, each request another
/// traveller's, and the framework's empty template page at EMPTY in the same run.
/// </summary>
public static partial class LoadCommand
{
    private const int Users = 8;

    private static readonly string[] Places =
        ["Đà Nẵng", "Hội An", "Hà Nội", "Sa Pa", "Hạ Long", "Ninh Bình", "Huế", "Phú Quốc", "Nha Trang", "Đà Lạt", "Cần Thơ", "Mũi Né", "Hà Giang", "Phong Nha", "Quy Nhơn", "Côn Đảo"];

    private static readonly string[] Extras = ["seafood", "trekking", "with kids", "homestay", "vegetarian food", "by train", "a quiet beach", "street food", "museums and war history", "a cruise"];

    private sealed record Shown(string Path, string Cookies);

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (args.Length < 2 || !Uri.TryCreate(args[0], UriKind.Absolute, out var app) || !Uri.TryCreate(args[1], UriKind.Absolute, out var empty) || !app.IsLoopback || !empty.IsLoopback)
        {
            await output.WriteLineAsync("usage: load BASE EMPTY [TRAVELLERS] [SECONDS]; both addresses on this machine. scripts/load-test starts everything.");
            return 1;
        }

        var travellers = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1_000;
        var seconds = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 10;

        await WishAsync(app, travellers, seed: 1);
        var started = Stopwatch.GetTimestamp();
        var (lists, find, all) = await WishAsync(app, travellers, seed: 2);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await output.WriteLineAsync($"new wishes, {Users} users, load generator included: {travellers / took:0} a second");
        await output.WriteLineAsync($"  POST that ranks and records, then the list: median {Quantile(find, .5):0.0} ms, p99 {Quantile(find, .99):0.0} ms");
        await output.WriteLineAsync($"  with the POST of the text before it:        median {Quantile(all, .5):0.0} ms, p99 {Quantile(all, .99):0.0} ms");

        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Script(lists));
        await WrkAsync(app, script, 5);
        await output.WriteLineAsync($"recorded lists of {lists.Count} travellers: {await WrkAsync(app, script, seconds)}");
        await WrkAsync(empty, null, 5);
        await output.WriteLineAsync($"the framework's empty template page:       {await WrkAsync(empty, null, seconds)}");
        File.Delete(script);
        return 0;
    }

    private static async Task<(IReadOnlyCollection<Shown> Lists, List<double> Find, List<double> All)> WishAsync(Uri app, int travellers, int seed)
    {
        var lists = new ConcurrentBag<Shown>();
        var (find, all) = (new ConcurrentBag<double>(), new ConcurrentBag<double>());
        await Parallel.ForEachAsync(Enumerable.Range(0, travellers), new ParallelOptions { MaxDegreeOfParallelism = Users }, async (i, ct) =>
        {
            var random = new Random(seed * 1_000_000 + i);
            var text = $"{random.Next(1, 8)} days around {Places[random.Next(Places.Length)]}, under {random.Next(2, 16)} million VND, {Extras[random.Next(Extras.Length)]}";
            var cookies = new CookieContainer();
            using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = app };
            var token = Token().Match(await client.GetStringAsync("/", ct)).Groups[1].Value;
            var began = Stopwatch.GetTimestamp();
            using (await PostAsync(client, "/plan/text", token, text, ct))
            {
                var asked = Stopwatch.GetTimestamp();
                using var found = await PostAsync(client, "/plan/find", token, null, ct);
                var path = found.Headers.Location?.ToString() ?? throw new InvalidOperationException($"/plan/find answered {(int)found.StatusCode}.");
                using var page = await client.GetAsync(path, ct);
                page.EnsureSuccessStatusCode();
                await page.Content.ReadAsByteArrayAsync(ct);
                find.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                all.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                lists.Add(new Shown(path, cookies.GetCookieHeader(app)));
            }
        });
        return (lists, [.. find], [.. all]);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string token, string? text, CancellationToken ct)
    {
        var form = new Dictionary<string, string> { ["__RequestVerificationToken"] = token };
        if (text is not null)
        {
            form["text"] = text;
        }

        return await client.PostAsync(path, new FormUrlEncodedContent(form), ct);
    }

    private static string Script(IEnumerable<Shown> lists)
    {
        var script = new StringBuilder("local requests = {}\nfunction init(args)\n");
        foreach (var list in lists)
        {
            script.AppendLine(CultureInfo.InvariantCulture, $"  requests[#requests + 1] = wrk.format('GET', '{list.Path}', {{ ['Cookie'] = '{list.Cookies}', ['Accept-Language'] = 'en' }})");
        }

        return script.Append("end\nlocal at = 0\nfunction request() at = at % #requests + 1 return requests[at] end\n").ToString();
    }

    private static async Task<string> WrkAsync(Uri address, string? script, int seconds)
    {
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{Users}", $"-d{seconds}s", "--latency", .. script is null ? Array.Empty<string>() : ["-s", script], address.ToString()]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start; install it from the distribution.");
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var failed = Failed().Match(text) is { Success: true } bad ? $", {bad.Value.Trim()}" : "";
        return $"{Rate().Match(text).Groups[1].Value} a second, p50 {Half().Match(text).Groups[1].Value}, p99 {Slow().Match(text).Groups[1].Value}{failed}";
    }

    private static double Quantile(List<double> values, double q)
    {
        values.Sort();
        return values[(int)Math.Min(values.Count - 1, q * values.Count)];
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" (?:type=\"hidden\" )?value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"50%\s+(\S+)")]
    private static partial Regex Half();

    [GeneratedRegex(@"99%\s+(\S+)")]
    private static partial Regex Slow();

    [GeneratedRegex(@"Non-2xx or 3xx responses: \d+|Socket errors:.*")]
    private static partial Regex Failed();
}
