using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Tests.Language.Embeddings;

/// <summary>Speaks the side of an OpenAI-compatible server on loopback that embeds texts: words and their pieces as numbers, so that equal texts are equal and kin is alike.</summary>
public sealed class StandInEmbeddings : IAsyncDisposable
{
    private readonly TaskCompletionSource _closing = new();
    private LoopbackServer? _server;

    /// <summary>Length of its vectors.</summary>
    public int Dimensions { get; init; } = 96;

    /// <summary>What the next requests get instead of vectors, one each.</summary>
    public ConcurrentQueue<Func<HttpContext, string[], IResult>> Mishaps { get; } = new();

    /// <summary>What every request gets instead of vectors, after the mishaps.</summary>
    public Func<HttpContext, string[], IResult>? Always { get; set; }

    /// <summary>Holds requests back until it is completed.</summary>
    public TaskCompletionSource? Held { get; set; }

    /// <summary>Which requests are held back; null for all.</summary>
    public Func<Task<bool>>? HeldWhen { get; set; }

    /// <summary>Whether a request is being held back.</summary>
    public bool IsHolding { get; private set; }

    /// <summary>The texts of every request, mishaps included.</summary>
    public ConcurrentQueue<string[]> Asked { get; } = new();

    /// <summary>The bodies and keys it was sent.</summary>
    public ConcurrentQueue<(JsonElement Body, string? Authorization)> Requests { get; } = new();

    public string Address => _server?.Address ?? "";

    public async Task<StandInEmbeddings> StartAsync()
    {
        _server = await LoopbackServer.StartAsync(app => app.MapPost("/v1/embeddings", (Delegate)AnswerAsync));
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        _closing.TrySetResult();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>The vector of a text.</summary>
    public float[] Vector(string text)
    {
        var vector = HashedText.Phrase(text, Dimensions);
        // As real models do: everything leans the same way.
        vector[0] += 1;
        return vector;
    }

    /// <summary>The protocol's answer with these vectors.</summary>
    public static object Answer(IEnumerable<float[]> vectors) =>
        new { @object = "list", model = "stand-in", data = vectors.Select((embedding, index) => new { @object = "embedding", index, embedding }), usage = new { prompt_tokens = 1, total_tokens = 1 } };

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        string[] texts = [.. body.RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];
        Asked.Enqueue(texts);
        Requests.Enqueue((body.RootElement.Clone(), context.Request.Headers.Authorization));
        if (Held is { } held && (HeldWhen is null || await HeldWhen()))
        {
            IsHolding = true;
            await Task.WhenAny(held.Task, _closing.Task);
        }

        return Mishaps.TryDequeue(out var mishap) ? mishap(context, texts) : Always is { } always ? always(context, texts) : Results.Json(Answer(texts.Select(Vector)));
    }
}
