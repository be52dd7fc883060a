using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TravelBuddy.Tests.Interests.Model;

/// <summary>Speaks the side of an OpenAI-compatible server on loopback that answers chats, and says what it is told to.</summary>
public sealed class StandInModel : IAsyncDisposable
{
    private readonly TaskCompletionSource _closing = new();
    private WebApplication? _app;

    /// <summary>What the next answers say.</summary>
    public string Says { get; set; } = "{}";

    /// <summary>The status of the next answers.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Never answers.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Refuses to be given a schema.</summary>
    public bool KnowsNoSchemas { get; set; }

    /// <summary>The bodies it was sent.</summary>
    public ConcurrentQueue<JsonElement> Asked { get; } = new();

    public string Address { get; private set; } = "";

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", AnswerAsync);
        await _app.StartAsync();
        Address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public async ValueTask DisposeAsync()
    {
        _closing.TrySetResult();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        Asked.Enqueue(body.RootElement.Clone());
        if (IsSilent)
        {
            await _closing.Task;
        }

        if (Status != 200 || KnowsNoSchemas && body.RootElement.GetProperty("response_format").GetProperty("type").GetString() == "json_schema")
        {
            return Results.Json(new { error = new { message = "No." } }, statusCode: Status == 200 ? 400 : Status);
        }

        return Results.Json(new
        {
            id = "chat-1",
            @object = "chat.completion",
            created = 1_770_000_000,
            model = "stand-in",
            choices = new[] { new { index = 0, message = new { role = "assistant", content = Says }, finish_reason = "stop" } },
            usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
        });
    }
}
