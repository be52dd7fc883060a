using System.Text.Json.Nodes;
using Marten;
using Marten.Patching;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Simulator;

/// <summary>What the pretend Meta tells of one phone goes out in order.</summary>
public interface IByPhone
{
    Guid PhoneId { get; }
}

/// <summary>Tell the app how far a message has come.</summary>
public sealed record TellStatus(Guid PhoneId, Guid MessageId, DeliveryState State) : IByPhone;

/// <summary>Tell the app what the phone's owner wrote or tapped.</summary>
public sealed record TellMessage(Guid PhoneId, Guid MessageId) : IByPhone;

/// <summary>Posts webhooks to the app's real endpoint, signed and escaped as Meta does, and repeats those it does not answer with 200.</summary>
public sealed class PretendWebhooks(IHttpClientFactory clients, BusinessAccount account, OwnAddress own)
{
    public const string Posting = "pretend-webhooks";

    public async Task PostAsync(JsonObject value, CancellationToken ct)
    {
        var number = await account.GetAsync(ct);
        value["messaging_product"] = "whatsapp";
        value["metadata"] = new JsonObject { ["display_phone_number"] = number.Digits, ["phone_number_id"] = number.PhoneNumberId };
        var delivery = new JsonObject
        {
            ["object"] = "whatsapp_business_account",
            ["entry"] = new JsonArray(new JsonObject
            {
                ["id"] = number.WabaId,
                ["changes"] = new JsonArray(new JsonObject { ["value"] = value, ["field"] = "messages" }),
            }),
        };

        // Non-ASCII leaves as \uxxxx already; a slash is only ever inside a string.
        var body = System.Text.Encoding.UTF8.GetBytes(delivery.ToJsonString().Replace("/", "\\/", StringComparison.Ordinal));
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, own.Address + WebhookEndpoint.Path) { Content = content };
        request.Headers.TryAddWithoutValidation(WebhookSignature.Header, WebhookSignature.Of(body, number.AppSecret));
        using var response = await clients.CreateClient(Posting).SendAsync(request, ct);
        response.EnsureSuccessStatusCode();
    }
}

/// <summary>A status webhook, and after "sent" the "delivered" that follows.</summary>
public sealed class TellStatusHandler(PretendPhones phones, PretendWebhooks webhooks, IDocumentStore store, TimeProvider time)
{
    public static void Configure(HandlerChain chain) => chain.OnAnyException().ScheduleRetry(PretendRetries.Delays).Then.MoveToErrorQueue();

    public async Task<OutgoingMessages> HandleAsync(TellStatus tell, CancellationToken ct)
    {
        if (await phones.FindAsync(tell.PhoneId, ct) is not { } phone)
        {
            return [];
        }

        await using var session = store.LightweightSession();
        if (await session.LoadAsync<PretendMessage>(tell.MessageId, ct) is not { } message)
        {
            return [];
        }

        var status = new JsonObject
        {
            ["id"] = message.MessageId,
            ["status"] = tell.State.ToString().ToLowerInvariant(),
            ["timestamp"] = time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["recipient_id"] = phones.NumberOf(phone),
            ["recipient_user_id"] = phone.UserId,
            ["pricing"] = new JsonObject { ["billable"] = false, ["pricing_model"] = "PMP", ["type"] = "free_customer_service", ["category"] = Category(phones.Open(message)) },
        };
        if (message.Opaque is not null)
        {
            status["biz_opaque_callback_data"] = message.Opaque;
        }

        await webhooks.PostAsync(new JsonObject { ["statuses"] = new JsonArray(status) }, ct);
        await session.ProgressAsync(message.Id, tell.State, ct);
        return tell.State == DeliveryState.Sent ? [new TellStatus(tell.PhoneId, tell.MessageId, DeliveryState.Delivered)] : [];
    }

    private static string Category(JsonObject body) =>
        body["type"]!.GetValue<string>() == "template" ? PretendTemplates.Find(body["template"]!["name"]!.GetValue<string>())?.Category.ToLowerInvariant() ?? "utility" : "service";
}

/// <summary>A message webhook.</summary>
public sealed class TellMessageHandler(PretendPhones phones, PretendWebhooks webhooks, IDocumentStore store)
{
    public static void Configure(HandlerChain chain) => chain.OnAnyException().ScheduleRetry(PretendRetries.Delays).Then.MoveToErrorQueue();

    public async Task HandleAsync(TellMessage tell, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await phones.FindAsync(tell.PhoneId, ct) is not { } phone || await session.LoadAsync<PretendMessage>(tell.MessageId, ct) is not { } message)
        {
            return;
        }

        var number = phones.NumberOf(phone);
        var item = phones.Open(message);
        item["from"] = number;
        item["from_user_id"] = phone.UserId;
        item["id"] = message.MessageId;
        item["timestamp"] = message.At.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        await webhooks.PostAsync(new JsonObject
        {
            ["contacts"] = new JsonArray(new JsonObject { ["profile"] = new JsonObject { ["name"] = "Pretend phone" }, ["wa_id"] = number, ["user_id"] = phone.UserId }),
            ["messages"] = new JsonArray(item),
        }, ct);
        await session.ProgressAsync(message.Id, DeliveryState.Delivered, ct);
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
}

internal static class PretendRetries
{
    public static readonly TimeSpan[] Delays = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)];
}
