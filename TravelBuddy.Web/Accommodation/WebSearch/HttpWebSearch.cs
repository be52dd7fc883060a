using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;
using TravelBuddy.Web.Accommodation.Reading;

namespace TravelBuddy.Web.Accommodation.WebSearch;

/// <summary>Asks a provider over HTTP. Its words and addresses are untrusted: only addresses of web pages are taken, words are cleaned and cut.</summary>
public sealed class HttpWebSearch(IHttpClientFactory clients, ISearchApi api, SearchOptions options) : IWebSearch
{
    public const string Client = "web-search";

    /// <summary>A longer answer is no answer.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int MostHits = 20, LongestTitle = 200;

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 32 };

    public bool IsConfigured => true;

    public async Task<SearchAnswer> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        try
        {
            using var request = api.Ask(query, options);
            using var response = await clients.CreateClient(Client).SendAsync(request, ct);
            if (!response.IsSuccessStatusCode)
            {
                return api.Failed(response);
            }

            using var answer = JsonDocument.Parse(WebText.Json(System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(ct))), Json);
            return new SearchAnswer([.. api.Read(answer.RootElement).Select(Checked).OfType<SearchHit>().DistinctBy(hit => hit.Url).Take(MostHits)]);
        }
        catch (JsonException)
        {
            return SearchAnswer.Failed(SearchFault.WrongAnswer);
        }
        catch (HttpRequestException problem) when (problem.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return SearchAnswer.Failed(SearchFault.WrongAnswer);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            return SearchAnswer.Failed(SearchFault.Unavailable);
        }
        catch (BrokenCircuitException)
        {
            // Nobody was asked, and nobody need be now; the other nodes find out for themselves.
            return SearchAnswer.Failed(SearchFault.Unavailable, TimeSpan.Zero);
        }
        catch (Exception problem) when (problem is TimeoutRejectedException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return SearchAnswer.Failed(SearchFault.Slow);
        }
    }

    private static SearchHit? Checked((string? Url, string? Title) hit) =>
        WebText.Address(hit.Url) is { } url && WebText.Clean(hit.Title, LongestTitle) is { } title ? new SearchHit(url.AbsoluteUri, title) : null;
}
