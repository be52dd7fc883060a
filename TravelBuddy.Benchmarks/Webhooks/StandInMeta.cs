using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>Answers sends and uploads as Meta's Graph API does, after a while as Meta does and by the same rules as the simulator's, and remembers in order what it took.</summary>
public sealed class StandInMeta : IAsyncDisposable
{
    public const string PhoneNumberId = "100000000000001";
    public const string WabaId = "200000000000002";

    /// <summary>None of those that <see cref="Person"/> gives.</summary>
    public const string BusinessNumber = "+84899000001";
    public const string AppSecret = "stand-in-secret";

    private readonly WebApplication _app;
    private readonly StatusFeed _statuses;
    private readonly TimeSpan _pause;
    private readonly ConcurrentDictionary<string, Person> _people = new();
    private readonly Lock _order = new();
    private readonly List<TakenMessage> _taken = [];
    private readonly ConcurrentDictionary<Mishap, int> _mishaps = new();
    private readonly ConcurrentDictionary<string, string> _media = new();
    private readonly PretendTemplates _templates = PretendTemplates.Of(Options.Create(new WhatsAppOptions()));
    private int _malformed;
    private int _read;
    private int _uploads;

    private StandInMeta(WebApplication app, StatusFeed statuses, TimeSpan pause) => (_app, _statuses, _pause) = (app, statuses, pause);

    /// <summary>How calls fail from now on.</summary>
    public Misbehaviour Misbehaviour { get; set; } = new();

    /// <summary>How many calls failed in which way.</summary>
    public IReadOnlyDictionary<Mishap, int> Mishaps => _mishaps;

    public string Address => _app.Urls.First();

    /// <summary>Messages of ours that were marked as read, each time counted.</summary>
    public int Read => _read;

    public int Uploads => _uploads;

    /// <summary>Requests that were refused because Meta's rules forbid them.</summary>
    public int Malformed => _malformed;

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
        app.Use(meta.MisbehaveAsync);
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

    /// <summary>The app may not remember that messages were taken since then.</summary>
    public void DoubtSince(DateTimeOffset time)
    {
        lock (_order)
        {
            foreach (var message in _taken.AsEnumerable().Reverse().TakeWhile(message => message.At >= time))
            {
                message.IsUnsure = true;
            }
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task MisbehaveAsync(HttpContext context, RequestDelegate next)
    {
        var way = Misbehaviour.NextCall(Random.Shared);
        if (way is { } failing)
        {
            _mishaps.AddOrUpdate(failing, 1, (_, count) => count + 1);
            context.Items[typeof(Mishap)] = failing;
        }

        switch (way)
        {
            case null or Mishap.Slow or Mishap.BreakAfter:
                await next(context);
                break;
            case { } refused:
                await CallRefusals.Refuse(refused, context).ExecuteAsync(context);
                break;
        }
    }

    /// <summary>Answers a call that was done, or does not, as the call is to fail. False if the caller is not told.</summary>
    private async Task<bool> AnswerAsync(HttpContext context, string json)
    {
        var way = context.Items[typeof(Mishap)] as Mishap?;
        if (way == Mishap.BreakAfter)
        {
            context.Abort();
            return false;
        }

        try
        {
            await Task.Delay(way == Mishap.Slow ? TimeSpan.FromSeconds(Misbehaviour.SlowSeconds) : _pause, context.RequestAborted);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(json, context.RequestAborted);
            return true;
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            return false;
        }
    }

    private async Task UploadAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var id = Random.Shared.NextInt64(1, long.MaxValue).ToString(CultureInfo.InvariantCulture);
        _media[id] = form["type"].ToString();
        Interlocked.Increment(ref _uploads);
        await AnswerAsync(context, $$"""{"id":"{{id}}"}""");
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var root = body.RootElement;
        var isRead = root.TryGetProperty("status", out _);
        if ((isRead ? GraphRules.CheckRead(root) : new GraphRules(_templates, _media) { Sender = BusinessNumber.TrimStart('+') }.Check(root)) is { } fault)
        {
            Interlocked.Increment(ref _malformed);
            await GraphAnswers.Error(fault).ExecuteAsync(context);
            return;
        }

        if (isRead)
        {
            Interlocked.Increment(ref _read);
            await AnswerAsync(context, """{"success":true}""");
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
        if (!await AnswerAsync(context, $$"""{"messaging_product":"whatsapp","contacts":[{"input":"{{address}}","wa_id":"{{address}}"}],"messages":[{"id":"{{id}}"}]}"""))
        {
            message.IsUnsure = true;
        }
    }
}
