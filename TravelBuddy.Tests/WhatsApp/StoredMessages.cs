using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
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

    /// <summary>Lets time pass for messages that were tried and had no answer: when they were tried, and when they are looked at again, moves back.</summary>
    /// <returns>Whether one was to be looked at again.</returns>
    public static async Task<bool> LetPassAsync(NpgsqlDataSource database, TimeSpan time, Guid? message = null)
    {
        await using var tried = database.CreateCommand("""
            update tb.mt_doc_outboundmessage set data = jsonb_set(data, '{attemptedAt}', to_jsonb((data ->> 'attemptedAt')::timestamptz - $1))
            where data ->> 'state' = 'Attempted' and ($2::uuid is null or id = $2)
            """);
        tried.Parameters.Add(new() { Value = time });
        tried.Parameters.Add(new() { Value = (object?)message ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        await tried.ExecuteNonQueryAsync();
        await using var again = database.CreateCommand("""
            update tb.wolverine_incoming_envelopes set execution_time = execution_time - $1
            where status = 'Scheduled' and message_type like '%.SendMessage' and ($2::uuid is null or position(convert_to($2::text, 'UTF8') in body) > 0)
            """);
        again.Parameters.Add(new() { Value = time });
        again.Parameters.Add(new() { Value = (object?)message ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        return await again.ExecuteNonQueryAsync() > 0;
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
