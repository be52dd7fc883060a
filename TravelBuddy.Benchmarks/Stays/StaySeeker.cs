using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace TravelBuddy.Benchmarks.Stays;

/// <summary>What a search took from the click: until the page with the first houses was there, and until it was told of the first change (null: it was over before).</summary>
internal sealed record SeekerFigures(int Houses, double FirstHouses, double? FirstChange);

/// <summary>One traveller with a browser of their own who writes what they look for and waits.</summary>
internal sealed partial class StaySeeker(string baseUrl) : IDisposable
{
    private const string Changed = "event: stays-changed", Over = "event: stays-over";

    /// <summary>A search is over after twelve seconds, whatever became of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _browser = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(baseUrl) };

    /// <summary>Searches once; the form is open before the click, as it is where people are.</summary>
    public async Task<SeekerFigures> SeekAsync(string text)
    {
        var form = await _browser.GetStringAsync("/stays");
        var token = Token().Match(form).Groups[1].Value;
        var click = Stopwatch.GetTimestamp();
        using var answer = await _browser.PostAsync("/stays", new FormUrlEncodedContent([new("Text", text), new("__RequestVerificationToken", token)]));
        var page = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        var first = Stopwatch.GetElapsedTime(click).TotalSeconds;
        return new SeekerFigures(House().Count(page), first, Live().Match(page) is { Success: true } live ? await ChangeAsync(WebUtility.HtmlDecode(live.Groups[1].Value), click) : null);
    }

    public void Dispose() => _browser.Dispose();

    private async Task<double?> ChangeAsync(string address, long click)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var events = new StreamReader(await _browser.GetStreamAsync(address, patience.Token));
        while (await events.ReadLineAsync(patience.Token) is { } line && line != Over)
        {
            if (line == Changed)
            {
                return Stopwatch.GetElapsedTime(click).TotalSeconds;
            }
        }

        return null;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" (?:type=\"hidden\" )?value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("hx-sse:connect=\"([^\"]+)\"")]
    private static partial Regex Live();

    [GeneratedRegex("<li class=\"card stay\"")]
    private static partial Regex House();
}
