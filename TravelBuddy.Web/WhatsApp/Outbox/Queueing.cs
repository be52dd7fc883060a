using System.Security.Cryptography;
using Marten;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Puts messages for a person into the outbox, in order.</summary>
public static class Queueing
{
    /// <summary>
    /// Stores the messages in the session and gives the commands that send them; both leave with the session's transaction. <paramref name="cause"/> is
    /// what they come of (a received message, a command, a code): however often it is handled, its messages are queued once.
    /// </summary>
    public static async Task<IReadOnlyList<SendMessage>> QueueAsync(
        this IDocumentSession session, Guid personId, Guid cause, IReadOnlyList<OutboundContent> contents, DateTimeOffset now, CancellationToken ct, Func<OutboundContent, string?>? packageOf = null)
    {
        var ids = contents.Select((_, i) => IdOf(cause, i)).ToArray();
        if (await session.LoadManyAsync<OutboundMessage>(ct, ids) is { Count: > 0 } queued)
        {
            return [.. queued.OrderBy(message => message.Sequence).Select(message => new SendMessage(message.PersonId, message.Id))];
        }

        session.Insert(contents.Select((content, i) => new OutboundMessage
        {
            Id = ids[i],
            PersonId = personId,
            Sequence = now.UtcTicks + i,
            Content = content,
            CreatedAt = now,
            ListId = content.ListId,
            PackageId = packageOf?.Invoke(content),
        }).ToArray());
        return [.. ids.Select(id => new SendMessage(personId, id))];
    }

    private static Guid IdOf(Guid cause, int number)
    {
        Span<byte> named = stackalloc byte[20];
        cause.TryWriteBytes(named);
        BitConverter.TryWriteBytes(named[16..], number);
        return new Guid(SHA256.HashData(named).AsSpan(0, 16));
    }
}
