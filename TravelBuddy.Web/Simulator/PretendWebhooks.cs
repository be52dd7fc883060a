using System.Text.Json.Nodes;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.Simulator;

/// <summary>What the pretend Meta tells of one phone goes out in order, unless the panel says otherwise.</summary>
public interface IByPhone
{
    Guid PhoneId { get; }
}

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
