using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TravelBuddy.Tests;

/// <summary>A Chromium of one test, on a phone's screen.</summary>
public sealed class RealBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _chromium;

    private RealBrowser(IPlaywright playwright, IBrowser chromium) => (_playwright, _chromium) = (playwright, chromium);

    public static async Task<RealBrowser> StartAsync()
    {
        var executable = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("No Chromium was found; ./test installs the distribution's.");
        var playwright = await Playwright.CreateAsync();
        return new RealBrowser(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] }));
    }

    /// <summary>Cookies of its own.</summary>
    public Task<IBrowserContext> NewContextAsync(string baseUrl, string locale = "en-US") =>
        _chromium.NewContextAsync(new() { BaseURL = baseUrl, Locale = locale, ViewportSize = new() { Width = 390, Height = 844 } });

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }
}

internal static class Arrivals
{
    /// <summary>Waits until a page with such a path is shown and loaded. IPage.WaitForURLAsync looks at the address and only then begins to listen, so that now and then it misses the navigation between the two.</summary>
    public static async Task ArrivesAtAsync(this IPage page, string path, string? butNot = null)
    {
        var other = butNot is null ? "" : $"(?!{Regex.Escape(butNot)})";
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^https?://[^/]+{other}{Regex.Escape(path)}"), new() { Timeout = 30_000 });
        await page.WaitForLoadStateAsync();
    }
}
