using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>Forgets what is too old to be delivered again.</summary>
public sealed class WebhookTidying(WebhookInbox inbox) : ITidying
{
    public Task TidyAsync(CancellationToken ct) => inbox.TidyAsync(ct);
}
