using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TravelBuddy.Tests;

/// <summary>The Chromium of the run on a phone's screen, started by the first test that needs it: starting one takes longer than most tests that use it.</summary>
public sealed class RealBrowser : IAsyncDisposable
{
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Chromium)>> _running = new(StartAsync);

    /// <summary>Cookies and pages of its own; its test closes it.</summary>
    public async Task<IBrowserContext> NewContextAsync(string baseUrl, string locale = "en-US") =>
        await (await _running.Value).Chromium.NewContextAsync(new() { BaseURL = baseUrl, Locale = locale, ViewportSize = new() { Width = 390, Height = 844 } });

    public async ValueTask DisposeAsync()
    {
        if (_running.IsValueCreated)
        {
            var (playwright, chromium) = await _running.Value;
            await chromium.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Chromium)> StartAsync()
    {
        var executable = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("No Chromium was found; ./test installs the distribution's.");
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] }));
    }
}

internal static class Arrivals
{
    /// <summary>Waits until a page with such a path is shown and loaded. IPage.WaitForURLAsync and WaitForLoadStateAsync look first and only then begin to listen, so that now and then they miss what came between the two; so the page itself is asked.</summary>
    public static async Task ArrivesAtAsync(this IPage page, string path, string? butNot = null)
    {
        var other = butNot is null ? "" : $"(?!{Regex.Escape(butNot)})";
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^https?://[^/]+{other}{Regex.Escape(path)}"), new() { Timeout = 30_000 });
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }
}
