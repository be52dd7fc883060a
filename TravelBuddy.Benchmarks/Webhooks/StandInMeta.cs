using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>Answers sends and uploads as Meta's Graph API does, after a while as Meta does, and remembers in order what it took.</summary>
public sealed class StandInMeta : IAsyncDisposable
{
    public const string PhoneNumberId = "100000000000001";
    public const string WabaId = "200000000000002";
    public const string BusinessNumber = "+84900000001";
    public const string AppSecret = "stand-in-secret";

    private readonly WebApplication _app;
    private readonly StatusFeed _statuses;
    private readonly TimeSpan _pause;
    private readonly ConcurrentDictionary<string, Person> _people = new();
    private readonly Lock _order = new();
    private readonly List<TakenMessage> _taken = [];
    private int _read;
    private int _uploads;

    private StandInMeta(WebApplication app, StatusFeed statuses, TimeSpan pause) => (_app, _statuses, _pause) = (app, statuses, pause);

    public string Address => _app.Urls.First();

    /// <summary>Messages of ours that were marked as read, each time counted.</summary>
    public int Read => _read;

    public int Uploads => _uploads;

    /// <summary>What was taken so far, in order.</summary>
    public TakenMessage[] Taken
    {
        get
        {
            lock (_order)
            {
                return [.. _taken];
            }
        }
    }

    public static async Task<StandInMeta> StartAsync(StatusFeed statuses, TimeSpan pause)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var meta = new StandInMeta(app, statuses, pause);
        app.MapPost("/{version}/{number}/media", meta.UploadAsync);
        app.MapPost("/{version}/{number}/messages", meta.TakeAsync);
        await app.StartAsync();
        return meta;
    }

    /// <summary>Settings that point the app here.</summary>
    public IEnumerable<(string Name, string Value)> Settings() =>
    [
        ("WhatsApp__Mode", "Cloud"), ("WhatsApp__GraphBaseUrl", Address), ("WhatsApp__PhoneNumberId", PhoneNumberId), ("WhatsApp__BusinessNumber", BusinessNumber),
        ("WhatsApp__WabaId", WabaId), ("WhatsApp__AccessToken", "stand-in-token"), ("WhatsApp__AppSecret", AppSecret), ("WhatsApp__VerifyToken", "stand-in-verify"),
    ];

    /// <summary>Somebody who may be written to.</summary>
    public void Know(Person person)
    {
        foreach (var address in person.Addresses())
        {
            _people[address] = person;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task UploadAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        Interlocked.Increment(ref _uploads);
        await context.Response.WriteAsync($$"""{"id":"{{Random.Shared.NextInt64(1, long.MaxValue)}}"}""");
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var root = body.RootElement;
        context.Response.ContentType = "application/json";
        if (root.TryGetProperty("status", out _))
        {
            Interlocked.Increment(ref _read);
            await Task.Delay(_pause);
            await context.Response.WriteAsync("""{"success":true}""");
            return;
        }

        var address = root.TryGetProperty("to", out var to) ? to.GetString()!.TrimStart('+') : root.GetProperty("recipient").GetString()!;
        var type = root.GetProperty("type").GetString();
        var text = type == "text" ? root.GetProperty("text").GetProperty("body").GetString()! : "";
        var id = $"wamid.{Guid.NewGuid():N}";
        TakenMessage message;
        lock (_order)
        {
            message = new TakenMessage(id, _people.GetValueOrDefault(address), root.GetProperty("biz_opaque_callback_data").GetString()!, text, _taken.Count)
            {
                IsCard = type == "interactive" && root.GetProperty("interactive").GetProperty("type").GetString() == "button",
            };
            _taken.Add(message);
        }

        _statuses.Note(message);
        await Task.Delay(_pause);
        await context.Response.WriteAsync($$"""{"messaging_product":"whatsapp","contacts":[{"input":"{{address}}","wa_id":"{{address}}"}],"messages":[{"id":"{{id}}"}]}""");
    }
}
