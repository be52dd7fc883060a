using System.Globalization;
using System.Net;
using System.Text.Json;

namespace TravelBuddy.Web.Accommodation.WebSearch;

/// <summary>How one provider is asked and what its answers mean.</summary>
public interface ISearchApi
{
    HttpRequestMessage Ask(SearchQuery query, SearchOptions options);

    /// <summary>The results of an answer, in order; <see cref="JsonException"/> where it has not the provider's form.</summary>
    IEnumerable<(string? Url, string? Title)> Read(JsonElement answer);

    /// <summary>What an answer that is no success means.</summary>
    SearchAnswer Failed(HttpResponseMessage response);
}

/// <summary>What the providers' interfaces have in common.</summary>
internal static class SearchApi
{
    /// <summary>How many results are asked for.</summary>
    public const int Results = 10;

    public static string Address(Uri address, params ReadOnlySpan<(string Name, string Value)> query)
    {
        var text = new System.Text.StringBuilder(address.AbsoluteUri);
        for (var i = 0; i < query.Length; i++)
        {
            text.Append(i == 0 ? '?' : '&').Append(query[i].Name).Append('=').Append(Uri.EscapeDataString(query[i].Value));
        }

        return text.ToString();
    }

    public static Uri Below(Uri address, string path) => new($"{address.AbsoluteUri.TrimEnd('/')}/{path}");

    /// <summary>The items of a list, or none where there is no such member; anything else there is no answer of the provider.</summary>
    public static IEnumerable<JsonElement> List(JsonElement parent, string name) =>
        parent.ValueKind != JsonValueKind.Object ? throw new JsonException("not an object")
        : !parent.TryGetProperty(name, out var list) || list.ValueKind == JsonValueKind.Null ? []
        : list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
        : throw new JsonException($"{name} is not a list");

    public static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    public static SearchAnswer Failed(HttpResponseMessage response, TimeSpan? restFor = null) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => SearchAnswer.Failed(SearchFault.Busy, restFor ?? RetryAfter(response)),
        HttpStatusCode.Unauthorized or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden => SearchAnswer.Failed(SearchFault.Refused),
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => SearchAnswer.Failed(SearchFault.Slow),
        >= HttpStatusCode.InternalServerError => SearchAnswer.Failed(SearchFault.Unavailable, RetryAfter(response)),
        >= HttpStatusCode.BadRequest => SearchAnswer.Failed(SearchFault.Refused),
        _ => SearchAnswer.Failed(SearchFault.WrongAnswer),
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - TimeProvider.System.GetUtcNow() : null;
}

/// <summary>A SearXNG server (docs.searxng.org/dev/search_api.html); its settings must name <c>json</c> among the formats, else it answers 403.</summary>
public sealed class SearxngApi : ISearchApi
{
    public HttpRequestMessage Ask(SearchQuery query, SearchOptions options)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, SearchApi.Address(
            SearchApi.Below(options.BaseUrl, "search"), ("q", query.Text), ("format", "json"), ("language", query.Language), ("safesearch", "1"), ("categories", "general")));
        if (options.ApiKey.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {options.ApiKey}");
        }

        return request;
    }

    public IEnumerable<(string? Url, string? Title)> Read(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("results", out _)
            ? SearchApi.List(answer, "results").Select(item => (SearchApi.Text(item, "url"), SearchApi.Text(item, "title")))
            : throw new JsonException("no results");

    public SearchAnswer Failed(HttpResponseMessage response) => SearchApi.Failed(response);
}

/// <summary>Brave's web search: a wrong key is a 422, and what is left of each window stands in headers ("1, 15000").</summary>
public sealed class BraveApi : ISearchApi
{
    public HttpRequestMessage Ask(SearchQuery query, SearchOptions options)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, SearchApi.Address(
            SearchApi.Below(options.BaseUrl, "web/search"), ("q", query.Text), ("count", SearchApi.Results.ToString(CultureInfo.InvariantCulture)), ("search_lang", query.Language), ("safesearch", "moderate"),
            ("text_decorations", "false"), ("result_filter", "web")));
        request.Headers.TryAddWithoutValidation("X-Subscription-Token", options.ApiKey);
        return request;
    }

    // Where nothing is found there is no "web" at all.
    public IEnumerable<(string? Url, string? Title)> Read(JsonElement answer) =>
        SearchApi.Text(answer.ValueKind == JsonValueKind.Object ? answer : throw new JsonException("not an object"), "type") != "search" ? throw new JsonException("not a search")
        : answer.TryGetProperty("web", out var web) && web.ValueKind == JsonValueKind.Object
            ? SearchApi.List(web, "results").Select(item => (SearchApi.Text(item, "url"), SearchApi.Text(item, "title")))
            : [];

    public SearchAnswer Failed(HttpResponseMessage response) => SearchApi.Failed(response, RestOf(response));

    /// <summary>Until the longest of the windows in which nothing is left begins anew.</summary>
    private static TimeSpan? RestOf(HttpResponseMessage response)
    {
        var (left, reset) = (Numbers("X-RateLimit-Remaining"), Numbers("X-RateLimit-Reset"));
        var waits = left.Zip(reset).Where(window => window.First == 0).Select(window => TimeSpan.FromSeconds(Math.Min(window.Second, int.MaxValue))).ToList();
        return waits.Count == 0 ? null : waits.Max();

        IReadOnlyList<long> Numbers(string name) => response.Headers.TryGetValues(name, out var values)
            ? [.. string.Join(',', values).Split(',', StringSplitOptions.TrimEntries).Select(value => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)]
            : [];
    }
}

/// <summary>Google's Custom Search JSON API; the key goes in a header, so that it stands in no address.</summary>
public sealed class GoogleApi : ISearchApi
{
    public HttpRequestMessage Ask(SearchQuery query, SearchOptions options)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, SearchApi.Address(
            options.BaseUrl, ("cx", options.EngineId), ("q", query.Text), ("num", SearchApi.Results.ToString(CultureInfo.InvariantCulture)), ("hl", query.Language), ("gl", "vn"), ("safe", "active")));
        request.Headers.TryAddWithoutValidation("X-Goog-Api-Key", options.ApiKey);
        return request;
    }

    // Where nothing is found there are no "items" at all.
    public IEnumerable<(string? Url, string? Title)> Read(JsonElement answer) =>
        SearchApi.Text(answer.ValueKind == JsonValueKind.Object ? answer : throw new JsonException("not an object"), "kind") != "customsearch#search" ? throw new JsonException("not a search")
        : SearchApi.List(answer, "items").Select(item => (SearchApi.Text(item, "link"), SearchApi.Text(item, "title")));

    public SearchAnswer Failed(HttpResponseMessage response) => SearchApi.Failed(response);
}
