using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine;
using Wolverine.Runtime;
using Wolverine.Util;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Messages to persons put into the database without being sent, and the commands to send them as the durable inbox holds them.</summary>
public static class StoredMessages
{
    /// <summary>A phrase for a person, as it was wished for: not stored yet.</summary>
    public static OutboundMessage Phrase(Guid personId, string phrase, string language = "en") => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = personId,
        Sequence = DateTimeOffset.UtcNow.UtcTicks,
        CreatedAt = DateTimeOffset.UtcNow,
        Content = new OutboundContent(MessageKind.Phrase, language) { Phrase = phrase },
    };

    public static async Task<OutboundMessage> StoreAsync(IServiceProvider services, OutboundMessage message)
    {
        await using var session = services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Insert(message);
        await session.SaveChangesAsync();
        return message;
    }

    /// <summary>The durable form of the command that sends a message.</summary>
    public static Envelope ToSend(IServiceProvider services, OutboundMessage message) => Durable(services, new SendMessage(message.PersonId, message.Id), WhatsAppFeature.OutboxQueue);

    /// <summary>The durable form of any command.</summary>
    public static Envelope Durable(IServiceProvider services, object command, string queue) => new(command)
    {
        Destination = new Uri($"local://{queue}/"),
        Serializer = services.GetRequiredService<IWolverineRuntime>().Options.DefaultSerializer,
        ContentType = "application/json",
        MessageType = command.GetType().ToMessageTypeName(),
        SentAt = DateTimeOffset.UtcNow,
    };
}
