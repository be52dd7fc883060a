using System.Net;
using System.Text.Json.Nodes;
using Marten;
using Marten.Patching;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Signed deliveries of Meta's shape, for what a pretend phone does not send.</summary>
public static class Deliveries
{
    /// <summary>A message of a phone, by its type and content; its id.</summary>
    public static async Task<string> DeliverAsync(this AppFixture app, ChatPhone phone, string type, JsonNode? content, JsonObject? more = null, DateTimeOffset? at = null)
    {
        var id = $"wamid.{Guid.NewGuid():N}";
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            // The pretend phone has written, so it may be written to.
            session.Patch<PretendPhone>(phone.Phone.Id).Set(written => written.LastWroteAt, DateTimeOffset.UtcNow);
            await session.SaveChangesAsync();
        }

        var message = new JsonObject { ["id"] = id, ["from"] = phone.Digits, ["from_user_id"] = phone.Phone.UserId, ["type"] = type, ["timestamp"] = $"{(at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds()}" };
        if (content is not null)
        {
            message[type] = content;
        }

        foreach (var (name, value) in more ?? [])
        {
            message[name] = value?.DeepClone();
        }

        await app.DeliverAsync(new JsonObject { ["messages"] = new JsonArray(message) });
        return id;
    }

    /// <summary>A value of the field "messages" for our number.</summary>
    public static async Task DeliverAsync(this AppFixture app, JsonObject value)
    {
        var number = await app.Services.GetRequiredService<BusinessAccount>().GetAsync(TestContext.Current.CancellationToken);
        value["metadata"] = new JsonObject { ["phone_number_id"] = number.PhoneNumberId };
        await app.DeliverAsync(new JsonObject { ["value"] = value, ["field"] = "messages" }, number);
    }

    /// <summary>A change of any field of our account.</summary>
    public static async Task DeliverChangeAsync(this AppFixture app, JsonObject change) =>
        await app.DeliverAsync(change, await app.Services.GetRequiredService<BusinessAccount>().GetAsync(TestContext.Current.CancellationToken));

    /// <summary>A status of a message of ours, at whatever application.</summary>
    public static async Task DeliverStatusAsync(IServiceProvider services, string baseUrl, string messageId, Guid ours, string status, int? code = null)
    {
        var number = await services.GetRequiredService<BusinessAccount>().GetAsync(TestContext.Current.CancellationToken);
        var told = new JsonObject { ["id"] = messageId, ["status"] = status, ["timestamp"] = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}", ["biz_opaque_callback_data"] = ours.ToString("N") };
        if (code is not null)
        {
            told["errors"] = new JsonArray(new JsonObject { ["code"] = code });
        }

        var value = new JsonObject { ["metadata"] = new JsonObject { ["phone_number_id"] = number.PhoneNumberId }, ["statuses"] = new JsonArray(told) };
        using var client = new HttpClient { BaseAddress = new Uri(baseUrl) };
        (await client.PostSignedAsync(Body(new JsonObject { ["value"] = value, ["field"] = "messages" }, number), number)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A text of a phone, at whatever application of its database.</summary>
    public static async Task DeliverTextAsync(OwnApp at, ChatPhone phone, string text, DateTimeOffset? written = null)
    {
        await using (var session = at.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Patch<PretendPhone>(phone.Phone.Id).Set(wrote => wrote.LastWroteAt, DateTimeOffset.UtcNow);
            await session.SaveChangesAsync();
        }

        var number = await at.Services.GetRequiredService<BusinessAccount>().GetAsync(TestContext.Current.CancellationToken);
        var message = new JsonObject { ["id"] = $"wamid.{Guid.NewGuid():N}", ["from"] = phone.Digits, ["from_user_id"] = phone.Phone.UserId, ["type"] = "text", ["timestamp"] = $"{(written ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds()}", ["text"] = new JsonObject { ["body"] = text } };
        var value = new JsonObject { ["metadata"] = new JsonObject { ["phone_number_id"] = number.PhoneNumberId }, ["messages"] = new JsonArray(message) };
        using var client = new HttpClient { BaseAddress = new Uri(at.BaseUrl) };
        (await client.PostSignedAsync(Body(new JsonObject { ["value"] = value, ["field"] = "messages" }, number), number)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task DeliverAsync(this AppFixture app, JsonObject change, BusinessNumber number)
    {
        using var client = app.NewClient();
        (await client.PostSignedAsync(Body(change, number), number)).ShouldBe(HttpStatusCode.OK);
    }

    private static byte[] Body(JsonObject change, BusinessNumber number)
    {
        var delivery = new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = new JsonArray(new JsonObject { ["id"] = number.WabaId, ["changes"] = new JsonArray(change) }) };
        return System.Text.Encoding.UTF8.GetBytes(delivery.ToJsonString());
    }

    /// <summary>Posts a body as Meta does; what it is answered with.</summary>
    public static async Task<HttpStatusCode> PostSignedAsync(this HttpClient client, byte[] body, BusinessNumber number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookEndpoint.Path) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation(WebhookSignature.Header, WebhookSignature.Of(body, number.AppSecret));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
