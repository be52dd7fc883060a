using Marten;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.ErrorHandling;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Simulator;

/// <summary>Tell the app what the phone's owner wrote or tapped.</summary>
public sealed record TellMessage(Guid PhoneId, Guid MessageId, int Looks = 0) : IByPhone;

/// <summary>A message webhook.</summary>
public sealed class TellMessageHandler(PretendPhones phones, PretendWebhooks webhooks, MisbehaviourPanel panel, IDocumentStore store)
{
    public static void Configure(HandlerChain chain) =>
        chain.OnAnyException().ScheduleRetry(PretendRetries.Delays).Then.MoveToErrorQueue().And(FailAsync, "shows the message as failed");

    private static async ValueTask FailAsync(IWolverineRuntime runtime, IEnvelopeLifecycle lifecycle, Exception error)
    {
        if (lifecycle.Envelope?.Message is TellMessage tell)
        {
            await using var session = runtime.Services.GetRequiredService<IDocumentStore>().LightweightSession();
            await session.FailAsync(tell.MessageId, error, CancellationToken.None);
        }
    }

    [Transactional]
    public async Task<OutgoingMessages> HandleAsync(TellMessage tell, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await phones.FindAsync(tell.PhoneId, ct) is not { } phone || await session.LoadAsync<PretendMessage>(tell.MessageId, ct) is not { } message)
        {
            return [];
        }

        var misbehaviour = await panel.GetAsync(ct);
        var later = new OutgoingMessages();
        if (tell.Looks == 0)
        {
            if (await HoldBack.AsFatedAsync(misbehaviour.NextWebhook(Random.Shared, isStatus: false), misbehaviour, panel, ct) is { } hold)
            {
                later.Delay(tell with { Looks = hold.Looks }, hold.For);
                return later;
            }
        }
        else if (HoldBack.Waits(tell.Looks) && !await session.Query<PretendMessage>().AnyAsync(m => m.PhoneId == phone.Id && m.FromPerson && m.At > message.At && m.State.IsOneOf(DeliveryState.Delivered, DeliveryState.Read), ct))
        {
            later.Delay(tell with { Looks = tell.Looks + 1 }, HoldBack.Look);
            return later;
        }

        await webhooks.PostAsync(PretendDelivery.OfMessage(phones.Open(message), phones.PersonOf(phone), message.MessageId, message.At), misbehaviour, ct);
        await session.ProgressAsync(message.Id, DeliveryState.Delivered, ct);
        return [];
    }
}
