using System.Security.Cryptography;
using Marten;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Puts messages for a person into the outbox, in order.</summary>
public static class Queueing
{
    /// <summary>
    /// Stores the messages in the session and gives the commands that send them; both leave with the session's transaction. <paramref name="cause"/> is
    /// what they come of (a received message, a command, a code): however often it is handled, its messages are queued once.
    /// </summary>
    public static async Task<IReadOnlyList<SendMessage>> QueueAsync(
        this IDocumentSession session, Guid personId, Guid cause, IReadOnlyList<OutboundContent> contents, DateTimeOffset now, CancellationToken ct)
    {
        var ids = contents.Select((_, i) => IdOf(cause, i)).ToArray();
        if (await session.LoadManyAsync<OutboundMessage>(ct, ids) is { Count: > 0 } queued)
        {
            return [.. queued.OrderBy(message => message.Sequence).Select(message => new SendMessage(message.PersonId, message.Id))];
        }

        var shown = contents.Where(ShowsTour).Select(content => content.ListId!.Value).Distinct().ToArray();
        var lists = (await session.LoadManyAsync<RecommendationList>(ct, shown)).ToDictionary(list => list.Id);
        session.Insert(contents.Select((content, i) => new OutboundMessage
        {
            Id = ids[i],
            PersonId = personId,
            Sequence = now.UtcTicks + i,
            Content = content,
            CreatedAt = now,
            ListId = content.ListId,
            PackageId = ShowsTour(content) && lists.TryGetValue(content.ListId!.Value, out var list) ? list.Packages.ElementAtOrDefault(content.Rank - 1)?.PackageId : null,
        }).ToArray());
        return [.. ids.Select(id => new SendMessage(personId, id))];
    }

    private static bool ShowsTour(OutboundContent content) => content is { Kind: MessageKind.Tour or MessageKind.TourDetails or MessageKind.TourPicture, ListId: not null };

    private static Guid IdOf(Guid cause, int number)
    {
        Span<byte> named = stackalloc byte[20];
        cause.TryWriteBytes(named);
        BitConverter.TryWriteBytes(named[16..], number);
        return new Guid(SHA256.HashData(named).AsSpan(0, 16));
    }
}
