using System.Text.Json.Nodes;
using Marten;
using Marten.Patching;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Simulator;

/// <summary>What the pretend Meta tells of one phone goes out in order, unless the panel says otherwise.</summary>
public interface IByPhone
{
    Guid PhoneId { get; }
}

/// <summary>Tell the app how far a message has come. <paramref name="Looks"/>: how often it was held back to come after a later one.</summary>
public sealed record TellStatus(Guid PhoneId, Guid MessageId, DeliveryState State, int Looks = 0) : IByPhone;

/// <summary>Tell the app what the phone's owner wrote or tapped.</summary>
public sealed record TellMessage(Guid PhoneId, Guid MessageId, int Looks = 0) : IByPhone;

/// <summary>Posts webhooks to the app's real endpoint, signed and escaped as Meta does, and repeats those it does not answer with 200.</summary>
public sealed class PretendWebhooks(IHttpClientFactory clients, BusinessAccount account, OwnAddress own, MisbehaviourPanel panel, TimeProvider time)
{
    public const string Posting = "pretend-webhooks";

    /// <summary>Posts a value, twice at once if the panel says so.</summary>
    public async Task PostAsync(JsonObject value, Misbehaviour misbehaviour, CancellationToken ct)
    {
        var doubled = misbehaviour.NextIsDoubled(Random.Shared);
        await Task.WhenAll(PostOnceAsync(value, false, ct), doubled ? PostOnceAsync(value, true, ct) : Task.CompletedTask);
        if (doubled)
        {
            await panel.CountAsync(Mishap.Duplicate, ct);
        }
    }

    private async Task PostOnceAsync(JsonObject value, bool isDuplicate, CancellationToken ct)
    {
        var number = await account.GetAsync(ct);

        // Non-ASCII leaves as \uxxxx already; a slash is only ever inside a string.
        var body = System.Text.Encoding.UTF8.GetBytes(PretendDelivery.Envelope(value, number, time.GetUtcNow(), isDuplicate).ToJsonString().Replace("/", "\\/", StringComparison.Ordinal));
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, own.Address + WebhookEndpoint.Path) { Content = content };
        request.Headers.TryAddWithoutValidation(WebhookSignature.Header, WebhookSignature.Of(body, number.AppSecret));
        using var response = await clients.CreateClient(Posting).SendAsync(request, ct);
        response.EnsureSuccessStatusCode();
    }
}

/// <summary>A status webhook, and after "sent" the "delivered" that follows.</summary>
public sealed class TellStatusHandler(PretendPhones phones, PretendWebhooks webhooks, PretendTemplates templates, MisbehaviourPanel panel, IDocumentStore store, TimeProvider time)
{
    public static void Configure(HandlerChain chain) => chain.OnAnyException().ScheduleRetry(PretendRetries.Delays).Then.MoveToErrorQueue();

    public async Task<OutgoingMessages> HandleAsync(TellStatus tell, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await phones.FindAsync(tell.PhoneId, ct) is not { } phone || await session.LoadAsync<PretendMessage>(tell.MessageId, ct) is not { } message)
        {
            return [];
        }

        var misbehaviour = await panel.GetAsync(ct);
        var next = new OutgoingMessages();
        var body = phones.Open(message);
        if (tell.Looks == 0)
        {
            // The phone has it, however late or never the app is told.
            await session.ProgressAsync(message.Id, tell.State, ct);
            if (tell.State == DeliveryState.Sent && body["type"]!.GetValue<string>() != "reaction")
            {
                next.Add(new TellStatus(tell.PhoneId, tell.MessageId, DeliveryState.Delivered));
            }

            var fate = misbehaviour.NextWebhook(Random.Shared, isStatus: true);
            if (fate.Drop)
            {
                await panel.CountAsync(Mishap.Drop, ct);
                return next;
            }

            if (await HoldBack.AsFatedAsync(fate, misbehaviour, panel, ct) is { } hold)
            {
                next.Delay(tell with { Looks = hold.Looks }, hold.For);
                return next;
            }
        }
        else if (HoldBack.Waits(tell.Looks) && !(message.State > tell.State))
        {
            next.Delay(tell with { Looks = tell.Looks + 1 }, HoldBack.Look);
            return next;
        }

        await webhooks.PostAsync(PretendDelivery.OfStatus(tell.State, phones.PersonOf(phone), message.MessageId, Category(body), message.Opaque, time.GetUtcNow()), misbehaviour, ct);
        return next;
    }

    private string Category(JsonObject body) =>
        body["type"]!.GetValue<string>() == "template" ? templates.Find(body["template"]!["name"]!.GetValue<string>())?.Category.ToLowerInvariant() ?? "utility" : "service";
}

/// <summary>A message webhook.</summary>
public sealed class TellMessageHandler(PretendPhones phones, PretendWebhooks webhooks, MisbehaviourPanel panel, IDocumentStore store)
{
    public static void Configure(HandlerChain chain) =>
        chain.OnAnyException().ScheduleRetry(PretendRetries.Delays).Then.MoveToErrorQueue().And(FailAsync, "shows the message as failed");

    private static async ValueTask FailAsync(IWolverineRuntime runtime, IEnvelopeLifecycle lifecycle, Exception error)
    {
        if (lifecycle.Envelope?.Message is TellMessage tell)
        {
            await using var session = runtime.Services.GetRequiredService<IDocumentStore>().LightweightSession();
            await session.FailAsync(tell.MessageId, error, CancellationToken.None);
        }
    }

    public async Task<OutgoingMessages> HandleAsync(TellMessage tell, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await phones.FindAsync(tell.PhoneId, ct) is not { } phone || await session.LoadAsync<PretendMessage>(tell.MessageId, ct) is not { } message)
        {
            return [];
        }

        var misbehaviour = await panel.GetAsync(ct);
        var later = new OutgoingMessages();
        if (tell.Looks == 0)
        {
            if (await HoldBack.AsFatedAsync(misbehaviour.NextWebhook(Random.Shared, isStatus: false), misbehaviour, panel, ct) is { } hold)
            {
                later.Delay(tell with { Looks = hold.Looks }, hold.For);
                return later;
            }
        }
        else if (HoldBack.Waits(tell.Looks) && !await session.Query<PretendMessage>().AnyAsync(m => m.PhoneId == phone.Id && m.FromPerson && m.At > message.At && m.State.IsOneOf(DeliveryState.Delivered, DeliveryState.Read), ct))
        {
            later.Delay(tell with { Looks = tell.Looks + 1 }, HoldBack.Look);
            return later;
        }

        await webhooks.PostAsync(PretendDelivery.OfMessage(phones.Open(message), phones.PersonOf(phone), message.MessageId, message.At), misbehaviour, ct);
        await session.ProgressAsync(message.Id, DeliveryState.Delivered, ct);
        return [];
    }
}

/// <summary>Holding a webhook back: for a fixed time, or until a later one has come, looked at every second for a few.</summary>
internal static class HoldBack
{
    private const int Patience = 6;

    public static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static bool Waits(int looks) => looks < Patience;

    public static async Task<(int Looks, TimeSpan For)?> AsFatedAsync(WebhookFate fate, Misbehaviour misbehaviour, MisbehaviourPanel panel, CancellationToken ct)
    {
        if (fate is { Delay: false, Reorder: false })
        {
            return null;
        }

        await panel.CountAsync(fate.Delay ? Mishap.Delay : Mishap.Reorder, ct);
        return fate.Delay ? (Patience, TimeSpan.FromSeconds(misbehaviour.DelaySeconds)) : (1, Look);
    }
}

internal static class PretendProgress
{
    /// <summary>
    /// Takes a message to a state unless it is there or further: the app may have read it, or its owner given it an emoji, while the webhook was
    /// being answered.
    /// </summary>
    public static Task ProgressAsync(this IDocumentSession session, Guid id, DeliveryState state, CancellationToken ct)
    {
        var before = Enum.GetValues<DeliveryState>().Where(other => other < state).ToArray();
        session.Patch<PretendMessage>(message => message.Id == id && message.State.IsOneOf(before)).Set(message => message.State, state);
        return session.SaveChangesAsync(ct);
    }

    /// <summary>The app would not take the message, whatever was tried.</summary>
    public static Task FailAsync(this IDocumentSession session, Guid id, Exception error, CancellationToken ct)
    {
        session.Patch<PretendMessage>(id).Set(message => message.State, DeliveryState.Failed);
        session.Patch<PretendMessage>(id).Set(message => message.Problem, (int?)(error as HttpRequestException)?.StatusCode ?? 0);
        return session.SaveChangesAsync(ct);
    }
}

internal static class PretendRetries
{
    public static readonly TimeSpan[] Delays = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)];
}
