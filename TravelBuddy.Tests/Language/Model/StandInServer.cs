using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TravelBuddy.Tests.Language.Model;

/// <summary>Whose side of the API is spoken.</summary>
public enum ServerKind { LlamaServer, Ollama, Vllm, OpenAI }

/// <summary>What goes wrong.</summary>
public enum ServerMood { Well, NoSchemas, NoForms, OldLimitOnly, NewLimitOnly, NoTemperature, SmallContext, Silent, CutOff, BreaksOff, TooBusy, Failing, Refusing }

/// <summary>Speaks the side of llama-server, Ollama, vLLM or OpenAI that completes chats, on loopback, in their own shapes of answers, streams and errors.</summary>
public sealed class StandInServer(ServerKind kind = ServerKind.OpenAI) : IAsyncDisposable
{
    /// <summary>Key that OpenAI's side wants.</summary>
    public const string Key = "sk-stand-in";

    /// <summary>Model that vLLM's and OpenAI's sides serve.</summary>
    public const string Model = "small-model";

    private const int SmallContext = 40;
    private readonly TaskCompletionSource _closing = new();
    private LoopbackServer? _server;
    private int _givenUp;

    public ServerMood Mood { get; set; }

    /// <summary>What it answers, from the messages it is given: the instructions and the data.</summary>
    public Func<string, string, string> Says { get; set; } = (_, _) => "{}";

    /// <summary>The bodies it was sent.</summary>
    public ConcurrentQueue<JsonElement> Asked { get; } = new();

    /// <summary>How many requests whoever asked has given up waiting for.</summary>
    public int GivenUp => _givenUp;

    public string Address => _server?.Address ?? "";

    public async Task<StandInServer> StartAsync()
    {
        _server = await LoopbackServer.StartAsync(app => app.MapPost("/v1/chat/completions", AnswerAsync));
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

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var asked = body.RootElement.Clone();
        Asked.Enqueue(asked);
        var messages = asked.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").ValueKind == JsonValueKind.String ? message.GetProperty("content").GetString()! : message.GetProperty("content")[0].GetProperty("text").GetString()!).ToList();
        if (Refusal(context, asked, messages) is var (status, error))
        {
            context.Response.StatusCode = status;
            if (status == 429)
            {
                context.Response.Headers.RetryAfter = "20";
            }

            await context.Response.WriteAsJsonAsync(error);
            return;
        }

        if (Mood == ServerMood.Silent)
        {
            try
            {
                await _closing.Task.WaitAsync(context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref _givenUp);
                return;
            }
        }

        // Ollama leaves out the beginning of what is too long for it, and says nothing of it: the instructions are gone then.
        var instructions = Mood == ServerMood.SmallContext ? "" : messages[0];
        var says = instructions.Length == 0 ? "Hello! How can I help you today?" : Says(instructions, messages[^1]);
        var finish = Mood == ServerMood.CutOff ? "length" : "stop";
        says = Mood == ServerMood.CutOff ? says[..(says.Length / 2)] : says;
        if (asked.TryGetProperty("stream", out var streams) && streams.GetBoolean())
        {
            await StreamAsync(context, asked, says, finish);
            return;
        }

        var answer = JsonSerializer.SerializeToUtf8Bytes(Completion(says, finish));
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        if (Mood == ServerMood.BreaksOff)
        {
            await context.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(answer);
    }

    private (int Status, JsonNode Error)? Refusal(HttpContext context, JsonElement asked, List<string> messages)
    {
        var form = asked.TryGetProperty("response_format", out var format) ? format.GetProperty("type").GetString() : null;
        var model = asked.GetProperty("model").GetString();
        if (kind == ServerKind.OpenAI && context.Request.Headers.Authorization != $"Bearer {Key}")
        {
            return (401, Error(401, "Incorrect API key provided.", "invalid_request_error", null, "invalid_api_key"));
        }

        if (kind is ServerKind.OpenAI or ServerKind.Vllm && model != Model)
        {
            return (404, Error(404, $"The model `{model}` does not exist.", kind == ServerKind.Vllm ? "NotFoundError" : "invalid_request_error", null, "model_not_found"));
        }

        return Mood switch
        {
            ServerMood.TooBusy => (429, Error(429, "Rate limit reached for requests", kind == ServerKind.OpenAI ? "requests" : "rate_limit_error", null, "rate_limit_exceeded")),
            ServerMood.Failing => (500, Error(500, "The server had an error while processing your request.", "server_error", null, null)),
            ServerMood.Refusing => (400, Error(400, "This cannot be done.", "invalid_request_error", null, null)),
            ServerMood.NoSchemas or ServerMood.NoForms when form == "json_schema" => (400, Error(400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.", "invalid_request_error", "response_format", null)),
            ServerMood.NoForms when form is not null => (400, Error(400, "response_format is not supported", "invalid_request_error", "response_format", null)),
            ServerMood.OldLimitOnly when asked.TryGetProperty("max_completion_tokens", out _) => (400, Error(400, "Unrecognized request argument supplied: max_completion_tokens", "invalid_request_error", "max_completion_tokens", null)),
            ServerMood.NewLimitOnly when asked.TryGetProperty("max_tokens", out _) =>
                (400, Error(400, "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", "invalid_request_error", "max_tokens", "unsupported_parameter")),
            ServerMood.NoTemperature when asked.TryGetProperty("temperature", out _) =>
                (400, Error(400, "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.", "invalid_request_error", "temperature", "unsupported_value")),
            ServerMood.SmallContext when kind != ServerKind.Ollama => (400, TooLong(messages.Sum(message => message.Length) / 4)),
            _ => null,
        };
    }

    private JsonNode TooLong(int tokens) => kind switch
    {
        ServerKind.LlamaServer => new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["code"] = 400,
                ["message"] = $"request ({tokens} tokens) exceeds the available context size ({SmallContext} tokens), try increasing it",
                ["type"] = "exceed_context_size_error",
                ["n_prompt_tokens"] = tokens,
                ["n_ctx"] = SmallContext,
            },
        },
        ServerKind.Vllm => Error(400, $"'max_tokens' or 'max_completion_tokens' is too large: 300. This model's maximum context length is {SmallContext} tokens and your request has {tokens} input tokens.", "BadRequestError", null, null),
        _ => Error(400, $"This model's maximum context length is {SmallContext} tokens. However, your messages resulted in {tokens} tokens. Please reduce the length of the messages.", "invalid_request_error", "messages", "context_length_exceeded"),
    };

    private JsonNode Error(int status, string message, string type, string? param, string? code) => kind switch
    {
        ServerKind.Vllm => new JsonObject { ["object"] = "error", ["message"] = message, ["type"] = type, ["param"] = param, ["code"] = status },
        ServerKind.LlamaServer => new JsonObject { ["error"] = new JsonObject { ["code"] = status, ["message"] = message, ["type"] = type } },
        ServerKind.Ollama => new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = "api_error", ["param"] = null, ["code"] = null } },
        _ => new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = param, ["code"] = code } },
    };

    private JsonObject Completion(string says, string finish)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = says };
        var choice = new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = finish };
        var answer = Head("chat.completion");
        answer["choices"] = new JsonArray(choice);
        answer["usage"] = Usage();
        switch (kind)
        {
            case ServerKind.OpenAI:
                message["refusal"] = null;
                message["annotations"] = new JsonArray();
                choice["logprobs"] = null;
                answer["service_tier"] = "default";
                break;
            case ServerKind.Vllm:
                message["reasoning_content"] = null;
                message["tool_calls"] = new JsonArray();
                choice["stop_reason"] = null;
                answer["prompt_logprobs"] = null;
                break;
            case ServerKind.LlamaServer:
                answer["timings"] = new JsonObject { ["prompt_n"] = 50, ["predicted_n"] = 20, ["predicted_per_second"] = 31.2 };
                break;
        }

        return answer;
    }

    private async Task StreamAsync(HttpContext context, JsonElement asked, string says, string finish)
    {
        context.Response.ContentType = "text/event-stream";
        await SendAsync(Chunk(new JsonObject { ["role"] = "assistant", ["content"] = "" }, null));
        for (var at = 0; at < says.Length; at += 7)
        {
            await SendAsync(Chunk(new JsonObject { ["content"] = says[at..Math.Min(says.Length, at + 7)] }, null));
            if (Mood == ServerMood.BreaksOff && at > says.Length / 2)
            {
                context.Abort();
                return;
            }
        }

        await SendAsync(Chunk([], finish));
        if (asked.TryGetProperty("stream_options", out var options) && options.GetProperty("include_usage").GetBoolean())
        {
            var last = Head("chat.completion.chunk");
            last["choices"] = new JsonArray();
            last["usage"] = Usage();
            await SendAsync(last);
        }

        await context.Response.WriteAsync("data: [DONE]\n\n");

        JsonObject Chunk(JsonObject delta, string? reason)
        {
            var chunk = Head("chat.completion.chunk");
            chunk["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = reason });
            return chunk;
        }

        async Task SendAsync(JsonObject chunk)
        {
            await context.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\n");
            await context.Response.Body.FlushAsync();
        }
    }

    private JsonObject Head(string what) => new()
    {
        ["id"] = kind == ServerKind.Ollama ? "chatcmpl-123" : "chatcmpl-8b1f",
        ["object"] = what,
        ["created"] = 1_770_000_000,
        ["model"] = Model,
        ["system_fingerprint"] = kind switch { ServerKind.Ollama => "fp_ollama", ServerKind.LlamaServer => "b6900-9d6f1a2", _ => null },
    };

    private static JsonObject Usage() => new() { ["prompt_tokens"] = 50, ["completion_tokens"] = 20, ["total_tokens"] = 70 };
}
