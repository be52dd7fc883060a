using Marten;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Puts messages for a person into the outbox, in order.</summary>
public static class Queueing
{
    /// <summary>Stores the messages in the session and gives the commands that send them; both leave with the session's transaction.</summary>
    public static IReadOnlyList<SendMessage> Queue(this IDocumentSession session, Guid personId, IEnumerable<OutboundContent> contents, DateTimeOffset now, Func<OutboundContent, string?>? packageOf = null)
    {
        var commands = new List<SendMessage>();
        foreach (var content in contents)
        {
            var message = new OutboundMessage
            {
                Id = Guid.CreateVersion7(now),
                PersonId = personId,
                Sequence = now.UtcTicks + commands.Count,
                Content = content,
                CreatedAt = now,
                ListId = content.ListId,
                PackageId = packageOf?.Invoke(content),
            };
            session.Insert(message);
            commands.Add(new SendMessage(personId, message.Id));
        }

        return commands;
    }
}
