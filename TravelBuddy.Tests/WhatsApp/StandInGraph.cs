using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>An answer of Meta's to a send that is not taken.</summary>
public sealed record GraphRefusal(int Status, int Code, string? Details = null, int? RetryAfter = null, int? Subcode = null)
{
    /// <summary>What stands there in Meta's place: a page of a proxy.</summary>
    public static GraphRefusal NotInForm(int status) => new(status, TravelBuddy.Web.WhatsApp.Cloud.GraphError.NotInForm);
}

/// <summary>A send as it came in, and when; <paramref name="Taken"/>: it was not refused.</summary>
public sealed record GraphSend(DateTimeOffset At, JsonObject Body, bool Taken)
{
    public string To => ((string?)Body["to"] ?? (string?)Body["recipient"] ?? "").TrimStart('+');
    public string? Template => (string?)Body["template"]?["name"];

    /// <summary>Meta's id of it, if it is taken.</summary>
    public string MessageId { get; } = $"wamid.{Guid.NewGuid():N}";

    public string Opaque => (string)Body["biz_opaque_callback_data"]!;
}

/// <summary>A Graph API over real HTTP that takes every message but those a test has it refuse. It tells nothing by webhook.</summary>
public sealed class StandInGraph : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<GraphRefusal>> _refusals = new();
    private readonly ConcurrentQueue<GraphSend> _sends = new();
    private LoopbackServer? _server;
    private int _calls;

    public string Address => _server!.Address;

    /// <summary>How every call is answered; null: it is taken.</summary>
    public GraphRefusal? Down { get; set; }

    /// <summary>What <c>message_templates</c> lists, as JSON; null: the call fails.</summary>
    public string? Templates { get; set; }

    public IReadOnlyList<GraphSend> Sends => [.. _sends];

    /// <summary>All calls that came, sends and others.</summary>
    public int Calls => _calls;

    /// <summary>Refuses the next sends to a number.</summary>
    public void Refuse(string digits, params GraphRefusal[] refusals)
    {
        foreach (var refusal in refusals)
        {
            _refusals.GetOrAdd(digits, _ => new()).Enqueue(refusal);
        }
    }

    public async Task StartAsync() => _server = await LoopbackServer.StartAsync(app =>
    {
        app.MapPost("/{version}/{number}/messages", async (HttpContext http) =>
        {
            Interlocked.Increment(ref _calls);
            var body = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!.AsObject();
            var isRead = (string?)body["status"] == "read";
            var send = new GraphSend(DateTimeOffset.UtcNow, body, Taken: true);
            var refusal = Down ?? (!isRead && _refusals.TryGetValue(send.To, out var waiting) && waiting.TryDequeue(out var next) ? next : null);
            if (!isRead)
            {
                _sends.Enqueue(send with { Taken = refusal is null });
            }

            if (refusal is not null)
            {
                return Refused(refusal, http);
            }

            return isRead ? Json(new JsonObject { ["success"] = true })
                : Json(new JsonObject
                {
                    ["messaging_product"] = "whatsapp",
                    ["contacts"] = new JsonArray(new JsonObject { ["input"] = send.To, ["wa_id"] = send.To }),
                    ["messages"] = new JsonArray(new JsonObject { ["id"] = send.MessageId }),
                });
        });
        app.MapGet("/{version}/{account}/message_templates", (HttpContext http) =>
            Templates is { } templates ? Results.Text($$"""{"data":{{templates}}}""", "application/json") : Refused(new GraphRefusal(400, 100, "Not told."), http));
    });

    private static IResult Refused(GraphRefusal refusal, HttpContext http)
    {
        if (refusal.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (refusal.Code == TravelBuddy.Web.WhatsApp.Cloud.GraphError.NotInForm)
        {
            return Results.Text("<html>A proxy</html>", "text/html", statusCode: refusal.Status);
        }

        var error = new JsonObject { ["message"] = "As a test", ["code"] = refusal.Code };
        if (refusal.Subcode is { } subcode)
        {
            error["error_subcode"] = subcode;
        }

        if (refusal.Details is { } details)
        {
            error["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = details };
        }

        return Json(new JsonObject { ["error"] = error }, refusal.Status);
    }

    private static IResult Json(JsonObject body, int status = (int)HttpStatusCode.OK) => Results.Text(body.ToJsonString(), "application/json", statusCode: status);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
