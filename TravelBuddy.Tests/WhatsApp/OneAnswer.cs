using System.Net;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>A Graph API that answers every call alike.</summary>
internal sealed class OneAnswer(HttpStatusCode status, string body, TimeSpan? retryAfter = null) : HttpMessageHandler, IHttpClientFactory
{
    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body), Headers = { RetryAfter = retryAfter is { } wait ? new(wait) : null } });
}
