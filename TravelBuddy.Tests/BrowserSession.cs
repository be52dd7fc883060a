using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TravelBuddy.Tests;

/// <summary>An answer with its page parsed.</summary>
public sealed record PageAnswer(HttpStatusCode Status, string? Location, string Body, HttpResponseMessage Response)
{
    private readonly Lazy<IHtmlDocument> _page = new(() => new HtmlParser().ParseDocument(Body));

    public IHtmlDocument Page => _page.Value;

    /// <summary>The visible text of everything a CSS selector finds.</summary>
    public IReadOnlyList<string> Texts(string selector) => [.. Page.QuerySelectorAll(selector).Select(element => element.TextContent.Trim())];
}

/// <summary>Uses the site as a browser without JavaScript does: keeps cookies, follows nothing by itself, sends forms with their antiforgery token.</summary>
public sealed class BrowserSession : IDisposable
{
    private readonly HttpClient _client;

    public BrowserSession(string baseUrl, string language)
    {
        Cookies = new CookieContainer();
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = new Uri(baseUrl) };
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public CookieContainer Cookies { get; }

    public HttpClient Client => _client;

    public async Task<PageAnswer> GetAsync(string path) => await ReadAsync(await _client.GetAsync(path));

    /// <summary>Gets a page and follows redirects, at most ten.</summary>
    public async Task<PageAnswer> FollowAsync(PageAnswer answer)
    {
        for (var hops = 0; answer.Location is { } location; hops++)
        {
            hops.ShouldBeLessThan(10, "too many redirects");
            answer = await GetAsync(location);
        }

        return answer;
    }

    /// <summary>Sends the form that <paramref name="selector"/> finds on a page: its present values, with <paramref name="changes"/> replacing those of the same name (null removes; several values by a list).</summary>
    public async Task<PageAnswer> SubmitAsync(PageAnswer page, string selector, params (string Name, string? Value)[] changes)
    {
        var form = page.Page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"There is no form {selector} on the page:\n{page.Body}");
        var names = changes.Select(change => change.Name).ToHashSet();
        var fields = FieldsOf(form).Where(field => !names.Contains(field.Key))
            .Concat(changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Name, change.Value!)));
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : page.Response.RequestMessage!.RequestUri!.PathAndQuery;
        return await ReadAsync(await _client.PostAsync(action, new FormUrlEncodedContent(fields)));
    }

    public async Task<PageAnswer> PostAsync(string path, HttpContent content) => await ReadAsync(await _client.PostAsync(path, content));

    public void Dispose() => _client.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { IsDisabled: false, Name.Length: > 0 } input when input.Type is not ("submit" or "button" or "image") && (input.Type is not ("checkbox" or "radio") || input.IsChecked):
                    yield return new(input.Name, input.Value);
                    break;
                case IHtmlTextAreaElement { IsDisabled: false, Name.Length: > 0 } area:
                    yield return new(area.Name, area.Value);
                    break;
                case IHtmlSelectElement { IsDisabled: false, Name.Length: > 0 } select:
                    foreach (var option in select.SelectedOptions)
                    {
                        yield return new(select.Name, option.Value);
                    }

                    break;
            }
        }
    }

    private static async Task<PageAnswer> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, (int)response.StatusCode is >= 300 and < 400 ? response.Headers.Location?.ToString() : null, await response.Content.ReadAsStringAsync(), response);
}
