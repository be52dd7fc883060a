using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace TravelBuddy.Tests;

/// <summary>What every stand-in for an outside company's service stands on: an HTTP server on a free port of this machine, without logs.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app) => (_app, Address) = (app, app.Urls.First());

    /// <summary>"http://127.0.0.1:PORT"; nobody is there any more once this is disposed of.</summary>
    public string Address { get; }

    public static async Task<LoopbackServer> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new LoopbackServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
