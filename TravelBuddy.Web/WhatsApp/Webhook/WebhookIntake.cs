using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>Brings deliveries to the <see cref="WebhookInbox"/>: those that arrive while others are being stored go together, for a transaction of many takes hardly longer than of one.</summary>
public sealed class WebhookIntake(WebhookInbox inbox)
{
    /// <summary>Deliveries that go into one transaction at most.</summary>
    private const int Together = 50;

    private readonly GatheredWork<WebhookBatch> _storing = new(inbox.TakeAsync, Together);

    /// <summary>Done when the delivery is stored.</summary>
    public Task TakeAsync(WebhookBatch delivery) => _storing.AddAsync(delivery);
}
