using Marten;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Simulator;

/// <summary>Tell the app how far a message has come. <paramref name="Looks"/>: how often it was held back to come after a later one.</summary>
public sealed record TellStatus(Guid PhoneId, Guid MessageId, DeliveryState State, int Looks = 0) : IByPhone;

/// <summary>A status webhook, and after "sent" the "delivered" that follows.</summary>
public sealed class TellStatusHandler(PretendPhones phones, PretendWebhooks webhooks, PretendTemplates templates, MisbehaviourPanel panel, IDocumentStore store, TimeProvider time)
{
    public static void Configure(HandlerChain chain) => chain.OnAnyException().ScheduleRetry(PretendRetries.Delays).Then.MoveToErrorQueue();

    [Transactional]
    public async Task<OutgoingMessages> HandleAsync(TellStatus tell, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await phones.FindAsync(tell.PhoneId, ct) is not { } phone || await session.LoadAsync<PretendMessage>(tell.MessageId, ct) is not { } message)
        {
            return [];
        }

        var misbehaviour = await panel.GetAsync(ct);
        var next = new OutgoingMessages();
        var body = phones.Open(message);
        if (tell.Looks == 0)
        {
            // The phone has it, however late or never the app is told.
            await session.ProgressAsync(message.Id, tell.State, ct);
            if (tell.State == DeliveryState.Sent && body["type"]!.GetValue<string>() != "reaction")
            {
                next.Add(new TellStatus(tell.PhoneId, tell.MessageId, DeliveryState.Delivered));
            }

            var fate = misbehaviour.NextWebhook(Random.Shared, isStatus: true);
            if (fate.Drop)
            {
                await panel.CountAsync(Mishap.Drop, ct);
                return next;
            }

            if (await HoldBack.AsFatedAsync(fate, misbehaviour, panel, ct) is { } hold)
            {
                next.Delay(tell with { Looks = hold.Looks }, hold.For);
                return next;
            }
        }
        else if (HoldBack.Waits(tell.Looks) && !(message.State > tell.State))
        {
            next.Delay(tell with { Looks = tell.Looks + 1 }, HoldBack.Look);
            return next;
        }

        await webhooks.PostAsync(PretendDelivery.OfStatus(tell.State, phones.PersonOf(phone), message.MessageId, PretendPrice.Of(body, message.InWindow, templates), message.Opaque, time.GetUtcNow()), misbehaviour, ct);
        return next;
    }
}
