using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polly.CircuitBreaker;
using Polly.Timeout;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Web.WhatsApp.Cloud;

/// <summary>What became of a send.</summary>
public abstract record SendResult
{
    /// <summary>Meta took it; delivery is told by webhook. <paramref name="WaId"/>: the WhatsApp id Meta knows the recipient by, which need not be the number that was typed.</summary>
    public sealed record Accepted(string MessageId, string? WaId = null) : SendResult;

    /// <summary>Meta answered with an error: it was not taken.</summary>
    public sealed record Refused(GraphError Error, TimeSpan? RetryAfter) : SendResult;

    /// <summary>It never reached Meta.</summary>
    public sealed record NotSent : SendResult;

    /// <summary>No usable answer: it may or may not have been taken. <paramref name="RetryAfter"/>: how long what answered in Meta's place asked to be left alone.</summary>
    public sealed record Unanswered(TimeSpan? RetryAfter = null) : SendResult;
}

/// <summary>
/// The Cloud API over HTTP. Sends have no idempotency key, so nothing here sends twice: retrying is the outbox's business.
/// </summary>
public sealed class GraphClient(IHttpClientFactory clients, BusinessAccount account)
{
    /// <summary>Name of the HTTP client of sends (time limit and circuit breaker, no retry).</summary>
    public const string Sending = "whatsapp-send";

    /// <summary>An unverified account has 250 at most, a verified one 6,000, of which nobody reads more than these.</summary>
    private const int MostTemplates = 1000;

    public Task<SendResult> SendAsync(WhatsAppIdentity to, ChatMessage message, string opaque, CancellationToken ct) =>
        PostAsync(message.ToJson(to, opaque).ToJsonString(), ct);

    /// <summary>Marks a received message (and those before it) as read; <paramref name="typing"/> shows for at most 25 seconds that an answer follows.</summary>
    public Task<SendResult> MarkReadAsync(string messageId, bool typing, CancellationToken ct)
    {
        var json = new JsonObject { ["messaging_product"] = "whatsapp", ["status"] = "read", ["message_id"] = messageId };
        if (typing)
        {
            json["typing_indicator"] = new JsonObject { ["type"] = "text" };
        }

        return PostAsync(json.ToJsonString(), ct);
    }

    /// <summary>The account's templates, at most <see cref="MostTemplates"/>; null and the error where Meta does not tell (no error: it did not answer).</summary>
    public async Task<(IReadOnlyList<ApprovedTemplate>? Templates, GraphError? Error)> TemplatesAsync(CancellationToken ct)
    {
        var number = await account.GetAsync(ct);
        var templates = new List<ApprovedTemplate>();
        string? after = null;
        try
        {
            do
            {
                var page = $"{number.WabaId}/message_templates?fields=name,language,status,category,components,quality_score&limit=100{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}";
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(number.Graph, page));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", number.AccessToken);
                using var response = await clients.CreateClient(GraphMedia.Client).SendAsync(request, ct);
                var body = await response.Content.ReadAsStringAsync(ct);
                if (!response.IsSuccessStatusCode)
                {
                    return (null, GraphError.Read(body, (int)response.StatusCode) ?? new GraphError(GraphError.NotInForm, (int)response.StatusCode));
                }

                using var json = JsonDocument.Parse(body);
                if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
                {
                    return (null, null);
                }

                templates.AddRange(data.EnumerateArray().Select(ApprovedTemplate.Read).OfType<ApprovedTemplate>());
                // Only the cursor is taken from the answer, never the address of the next page.
                after = json.RootElement.TryGetProperty("paging", out var paging) && paging.ValueKind == JsonValueKind.Object && paging.TryGetProperty("next", out _)
                    && paging.TryGetProperty("cursors", out var cursors) ? Text(cursors, "after") : null;
            }
            while (after is not null && templates.Count < MostTemplates);
            return (templates, null);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or BrokenCircuitException or TimeoutRejectedException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return (null, null);
        }
    }

    private async Task<SendResult> PostAsync(string json, CancellationToken ct)
    {
        var number = await account.GetAsync(ct);
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var request = Request(number, "messages", content);
        try
        {
            using var response = await clients.CreateClient(Sending).SendAsync(request, ct);
            var body = await response.Content.ReadAsStringAsync(ct);
            if (response.IsSuccessStatusCode)
            {
                return (SendResult?)Taken(body) ?? new SendResult.Unanswered();
            }

            // An error in Meta's own form says that the message was not taken; a bare gateway error says nothing.
            var status = (int)response.StatusCode;
            var error = GraphError.Read(body, status) ?? (status < 500 ? new GraphError(GraphError.NotInForm, status) : null);
            return error is null ? new SendResult.Unanswered(RetryAfter(response)) : new SendResult.Refused(error, RetryAfter(response));
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new SendResult.NotSent();
        }
        catch (BrokenCircuitException)
        {
            return new SendResult.NotSent();
        }
        catch (Exception error) when (error is HttpRequestException or TimeoutRejectedException || error is TaskCanceledException && !ct.IsCancellationRequested)
        {
            return new SendResult.Unanswered();
        }
    }

    internal static HttpRequestMessage Request(BusinessNumber number, string resource, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(number.Graph, $"{number.PhoneNumberId}/{resource}")) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", number.AccessToken);
        return request;
    }

    /// <summary>What was taken: the new message's id, "" for an answer without one (mark as read); null for a body that is no answer at all.</summary>
    private static SendResult.Accepted? Taken(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            if (First(json.RootElement, "messages") is { } message)
            {
                return Text(message, "id") is { } id ? new(id, First(json.RootElement, "contacts") is { } contact ? Text(contact, "wa_id") : null) : null;
            }

            return json.RootElement.TryGetProperty("success", out _) ? new("") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? First(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array && items.GetArrayLength() > 0 ? items[0] : null;

    /// <summary>The text under a name; null where there is none, whatever there is instead.</summary>
    internal static string? Text(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > DateTimeOffset.UtcNow => date - DateTimeOffset.UtcNow,
        _ => null,
    };
}
