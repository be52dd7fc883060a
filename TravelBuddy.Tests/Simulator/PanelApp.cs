using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;

namespace TravelBuddy.Tests.Simulator;

/// <summary>An application whose pretend Meta may misbehave, so that no other test meets it.</summary>
public sealed class PanelApp(AppFixture app) : IAsyncLifetime
{
    private ScratchDatabase _database = null!;

    public OwnApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await app.NewDatabaseAsync("panel");
        App = OwnApp.Start(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _database.DisposeAsync();
    }

    public BrowserSession NewBrowserSession(string language = "en") => new(App.BaseUrl, language);

    /// <summary>Sets the panel as a person does, with the form of its page; what is not given is off.</summary>
    public async Task SetAsync(params (string Name, string? Value)[] fields)
    {
        using var browser = NewBrowserSession();
        var page = await browser.GetAsync("/simulator/panel");
        string[] all = ["fail", "way", "expired", "duplicate", "delay", "reorder", "drop"];
        var set = await browser.SubmitAsync(page, ".panel__form", [.. all.Except(fields.Select(field => field.Name)).Select(name => (name, (string?)null)), .. fields]);
        set.Status.ShouldBe(HttpStatusCode.Redirect);
    }

    public async Task ResetAsync()
    {
        using var browser = NewBrowserSession();
        (await browser.SubmitAsync(await browser.GetAsync("/simulator/panel"), "form[action*='handler=Reset']")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>A counter as the page shows it.</summary>
    public async Task<int> CountAsync(Mishap kind)
    {
        using var browser = NewBrowserSession();
        return int.Parse((await browser.GetAsync("/simulator/panel")).Texts($"[data-count={kind}]").ShouldHaveSingleItem(), CultureInfo.InvariantCulture);
    }

    /// <summary>Calls the pretend Graph API as TravelBuddy does.</summary>
    public Task<GraphReply> CallAsync(string body, CancellationToken? patience = null) => GraphReply.OfAsync(App.BaseUrl, App.Services.GetRequiredService<BusinessAccount>(), body, patience);
}

/// <summary>What the pretend Graph API answered to a message.</summary>
public sealed record GraphReply(HttpStatusCode Status, int? Code, string? Details, string Body, TimeSpan? RetryAfter)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static async Task<GraphReply> OfAsync(string baseUrl, BusinessAccount business, string body, CancellationToken? patience = null)
    {
        var ct = patience ?? TestContext.Current.CancellationToken;
        var account = await business.GetAsync(ct);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(baseUrl) };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(account.Graph, $"{account.PhoneNumberId}/messages"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.AccessToken);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        JsonElement? error = text.StartsWith('{') && JsonDocument.Parse(text).RootElement.TryGetProperty("error", out var found) ? found : null;
        return new GraphReply(response.StatusCode, error?.GetProperty("code").GetInt32(), error?.GetProperty("error_data").GetProperty("details").GetString(), text, response.Headers.RetryAfter?.Delta);
    }

    /// <summary>A text as TravelBuddy would send it.</summary>
    public static string Text(ChatPhone phone, string? opaque = null) =>
        JsonSerializer.Serialize(opaque is null
            ? new Dictionary<string, object> { ["messaging_product"] = "whatsapp", ["to"] = "+" + phone.Digits, ["type"] = "text", ["text"] = new { body = "x" } }
            : new Dictionary<string, object> { ["messaging_product"] = "whatsapp", ["to"] = "+" + phone.Digits, ["type"] = "text", ["text"] = new { body = "x" }, ["biz_opaque_callback_data"] = opaque });
}
