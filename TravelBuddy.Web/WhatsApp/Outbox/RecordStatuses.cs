using Wolverine;
using Wolverine.Attributes;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Statuses that came together and tell how far messages have come; failures come one by one, as <see cref="RecordStatus"/>.</summary>
public sealed record RecordStatuses(IReadOnlyList<RecordStatus> Statuses);

/// <summary>Records them in one transaction: phones tell two or three for each message, and a transaction for each would be most of what a busy hour costs.</summary>
public sealed class RecordStatusesHandler(StatusProgress progress)
{
    public static void Configure(HandlerChain chain) =>
        chain.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)).Then.MoveToErrorQueue();

    [Transactional]
    public async Task<OutgoingMessages> HandleAsync(RecordStatuses command, CancellationToken ct) => [.. await progress.RecordAsync(command.Statuses, ct)];
}
