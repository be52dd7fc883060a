using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TravelBuddy.Benchmarks.Load;

/// <summary>Runs wrk of the distribution with one thread.</summary>
internal static partial class Wrk
{
    /// <summary>A script that asks for each traveller's list in turn.</summary>
    public static string Script(IEnumerable<Visitor> travellers)
    {
        var script = new StringBuilder("local requests = {}\nfunction init(args)\n");
        foreach (var traveller in travellers)
        {
            script.AppendLine(CultureInfo.InvariantCulture, $"  requests[#requests + 1] = wrk.format('GET', '{traveller.List}', {{ ['Cookie'] = '{traveller.Cookies}', ['Accept-Language'] = 'en' }})");
        }

        return script.Append("end\nlocal at = 0\nfunction request() at = at % #requests + 1 return requests[at] end\n").ToString();
    }

    /// <summary>Requests a second and latencies, in words.</summary>
    public static async Task<string> RunAsync(Uri address, string? script, int connections, int seconds)
    {
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--latency", .. script is null ? Array.Empty<string>() : ["-s", script], address.ToString()]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start; install it from the distribution.");
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var failed = Failed().Match(text) is { Success: true } bad ? $", {bad.Value.Trim()}" : "";
        return $"{Rate().Match(text).Groups[1].Value} a second, p50 {Half().Match(text).Groups[1].Value}, p99 {Slow().Match(text).Groups[1].Value}{failed}";
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"^\s+50%\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex Half();

    [GeneratedRegex(@"^\s+99%\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex Slow();

    [GeneratedRegex(@"Non-2xx or 3xx responses: \d+|Socket errors:.*")]
    private static partial Regex Failed();
}
