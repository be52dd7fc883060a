using Marten;
using Microsoft.Extensions.Options;
using Npgsql;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>
/// What keeps messages from going: the number's alarm or hold, messages tried in vain (<paramref name="Late"/>, the first of them <paramref name="LateSince"/>), commands that were given up,
/// templates that Meta has stopped. <paramref name="Waiting"/>: all that are still to be sent. Names nobody.
/// </summary>
public sealed record Standstill(NumberState? Number, int Waiting, int Late, DateTimeOffset? LateSince, int DeadLetters, int StoppedTemplates)
{
    /// <summary>A message that was first tried so long ago, and is not taken, shows that something is wrong.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
}

/// <summary>Reads what keeps messages from going, in one query: every admin page asks.</summary>
public sealed class Standstills(NpgsqlDataSource database, IDocumentStore store, BusinessAccount account, IOptions<WhatsAppOptions> options, TimeProvider time)
{
    public async Task<Standstill> ReadAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(
            """
            select number.data, w.waiting, w.late, w.since,
                (select count(*)::int from tb.wolverine_dead_letters where not replayable),
                (select count(*)::int from tb.mt_doc_templatestate t
                    where t.id = any($2) and t.data ->> 'status' <> $3 and (t.data ->> 'until' is null or (t.data ->> 'until')::timestamptz > $4))
            from (
                select count(*)::int waiting, (count(*) filter (where (data ->> 'firstAttemptAt')::timestamptz < $5))::int late,
                    min((data ->> 'firstAttemptAt')::timestamptz) filter (where (data ->> 'firstAttemptAt')::timestamptz < $5) since
                from tb.mt_doc_outboundmessage where data ->> 'state' in ('Pending', 'Attempted')) w
            left join tb.mt_doc_numberstate number on number.id = $1
            """);
        command.Parameters.AddWithValue((await account.GetAsync(ct)).PhoneNumberId);
        command.Parameters.AddWithValue(TemplateState.IdsOf(options).ToArray());
        command.Parameters.AddWithValue(TemplateState.Approved);
        command.Parameters.AddWithValue(now.UtcDateTime);
        command.Parameters.AddWithValue((now - Standstill.Patience).UtcDateTime);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new Standstill(
            await row.IsDBNullAsync(0, ct) ? null : store.Options.Serializer().FromJson<NumberState>(row, 0),
            row.GetInt32(1), row.GetInt32(2), await row.IsDBNullAsync(3, ct) ? null : row.GetFieldValue<DateTimeOffset>(3), row.GetInt32(4), row.GetInt32(5));
    }
}
