using System.Linq.Expressions;
using Marten;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>How far a message has come at least: what was delivered was sent, and what was read was delivered. Failed may have been sent before.</summary>
public enum Reached { Waiting, Sent, Delivered, Read, Failed }

/// <summary>How many messages of the last <see cref="Days"/> days came how far.</summary>
public sealed record MessageFunnel(int Waiting, int Sent, int Delivered, int Read, int Failed)
{
    /// <summary>Messages that came as far as that.</summary>
    public static Expression<Func<OutboundMessage, bool>> Those(Reached reached) => reached switch
    {
        Reached.Waiting => message => message.State == DeliveryState.Pending || message.State == DeliveryState.Attempted,
        Reached.Sent => message => message.AcceptedAt != null,
        Reached.Delivered => message => message.DeliveredAt != null,
        Reached.Read => message => message.ReadAt != null,
        _ => message => message.State == DeliveryState.Failed,
    };

    /// <summary>How many days are counted: all there ever was would be looked through at each look.</summary>
    public const int Days = 30;

    public static async Task<MessageFunnel> OfAsync(IQuerySession session, DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-Days);
        Task<int> CountAsync(Reached reached) => session.Query<OutboundMessage>().Where(message => message.CreatedAt > since).Where(Those(reached)).CountAsync(ct);
        return new MessageFunnel(await CountAsync(Reached.Waiting), await CountAsync(Reached.Sent), await CountAsync(Reached.Delivered), await CountAsync(Reached.Read), await CountAsync(Reached.Failed));
    }
}
