using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TravelBuddy.Tests.Release;

/// <summary>What the stand-in does with one send request.</summary>
public enum GraphMood
{
    /// <summary>Takes the message and answers.</summary>
    Answer,

    /// <summary>Takes the message, but the connection breaks before the answer.</summary>
    TakeAndHangUp,

    /// <summary>The connection breaks before anything is taken.</summary>
    HangUp,
}

/// <summary>
/// Stands in for Meta's Graph API in the kill tests, outside the process that is killed: takes messages, remembers by our own id how often each was
/// taken, and delivers "sent" and "delivered" statuses as signed webhooks, repeating them until they are answered with 200, as Meta does.
/// </summary>
public sealed class StandInGraph : IAsyncDisposable
{
    public const string AppSecret = "stand-in-secret";
    public const string PhoneNumberId = "100000000000001";
    public const string BusinessNumber = "+84900000001";

    private readonly LoopbackServer _server;
    private readonly HttpClient _webhooks = new();
    private readonly ConcurrentDictionary<string, int> _taken = new();
    private readonly ConcurrentQueue<(string Wamid, string OurId)> _statusesDue = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _delivering;

    private StandInGraph(LoopbackServer server)
    {
        _server = server;
        _delivering = DeliverStatusesAsync();
    }

    public string BaseUrl => _server.Address;

    /// <summary>Decides over each send request; it may kill the process that sent it.</summary>
    public Func<Task<GraphMood>> OnSend { get; set; } = () => Task.FromResult(GraphMood.Answer);

    /// <summary>Where statuses go; null: they wait.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>How often each message was taken, by the id we gave it.</summary>
    public IReadOnlyDictionary<string, int> Taken => _taken;

    public int Requests { get; private set; }

    public static async Task<StandInGraph> StartAsync()
    {
        StandInGraph? graph = null;
        return graph = new StandInGraph(await LoopbackServer.StartAsync(app =>
        {
            app.MapPost("/{version}/{number}/media", () => Results.Json(new { id = Guid.NewGuid().ToString("N") }));
            app.MapPost("/{version}/{number}/messages", context => graph!.ReceiveAsync(context));
        }));
    }

    /// <summary>Settings that point the application here.</summary>
    public (string, string)[] Settings() =>
    [
        ("WhatsApp__Mode", "Cloud"), ("WhatsApp__GraphBaseUrl", BaseUrl), ("WhatsApp__PhoneNumberId", PhoneNumberId), ("WhatsApp__BusinessNumber", BusinessNumber),
        ("WhatsApp__WabaId", "200000000000002"), ("WhatsApp__AccessToken", "stand-in-token"), ("WhatsApp__AppSecret", AppSecret), ("WhatsApp__VerifyToken", "stand-in-verify"),
    ];

    /// <summary>A tourist writes: a signed webhook to the application.</summary>
    public async Task WriteAsync(string baseUrl, string waId, string text)
    {
        var message = new JsonObject
        {
            ["from"] = waId,
            ["id"] = $"wamid.{Guid.NewGuid():N}",
            ["timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["type"] = "text",
            ["text"] = new JsonObject { ["body"] = text },
        };
        var value = Value();
        value["contacts"] = new JsonArray(new JsonObject { ["wa_id"] = waId, ["profile"] = new JsonObject { ["name"] = "Sample" } });
        value["messages"] = new JsonArray(message);
        (await PostAsync($"{baseUrl}/webhooks/whatsapp", value)).ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _delivering;
        _webhooks.Dispose();
        await _server.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        if (body["status"]?.GetValue<string>() == "read")
        {
            await context.Response.WriteAsJsonAsync(new { success = true });
            return;
        }

        Requests++;
        var mood = await OnSend();
        var wamid = $"wamid.{Guid.NewGuid():N}";
        if (mood != GraphMood.HangUp)
        {
            var ourId = body["biz_opaque_callback_data"]!.GetValue<string>();
            _taken.AddOrUpdate(ourId, 1, (_, count) => count + 1);
            _statusesDue.Enqueue((wamid, ourId));
        }

        if (mood != GraphMood.Answer)
        {
            context.Abort();
            return;
        }

        await context.Response.WriteAsJsonAsync(new
        {
            messaging_product = "whatsapp",
            contacts = new[] { new { input = body["to"]?.GetValue<string>(), wa_id = body["to"]?.GetValue<string>()?.TrimStart('+') } },
            messages = new[] { new { id = wamid } },
        });
    }

    private async Task DeliverStatusesAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!_stopping.IsCancellationRequested)
        {
            if (WebhookUrl is { } url && _statusesDue.TryPeek(out var due))
            {
                var value = Value();
                value["statuses"] = new JsonArray([.. new[] { "sent", "delivered" }.Select(status => new JsonObject
                {
                    ["id"] = due.Wamid,
                    ["status"] = status,
                    ["timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
                    ["biz_opaque_callback_data"] = due.OurId,
                })]);
                if (await PostAsync(url, value))
                {
                    _statusesDue.TryDequeue(out _);
                    continue;
                }
            }

            try
            {
                await timer.WaitForNextTickAsync(_stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<bool> PostAsync(string url, JsonObject value)
    {
        var envelope = new JsonObject
        {
            ["object"] = "whatsapp_business_account",
            ["entry"] = new JsonArray(new JsonObject { ["id"] = "200000000000002", ["changes"] = new JsonArray(new JsonObject { ["field"] = "messages", ["value"] = value }) }),
        };
        var bytes = System.Text.Encoding.UTF8.GetBytes(envelope.ToJsonString(new JsonSerializerOptions()));
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(AppSecret), bytes))}");
        try
        {
            using var response = await _webhooks.SendAsync(request);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static JsonObject Value() => new()
    {
        ["messaging_product"] = "whatsapp",
        ["metadata"] = new JsonObject { ["display_phone_number"] = BusinessNumber.TrimStart('+'), ["phone_number_id"] = PhoneNumberId },
    };
}
