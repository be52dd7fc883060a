using System.Text.Json.Nodes;
using Marten;
using Npgsql;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.Language.Model;

/// <summary>How much of the language model someone used, as far as personal data goes: shown on request, deleted with the person.</summary>
public sealed class ModelSpendingData(NpgsqlDataSource database) : IPersonalDataHolder
{
    public async Task ExportAsync(DataSubject subject, JsonObject export, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select day, sum(calls)::integer, sum(tokens)::bigint from tb.model_spending where payer = any($1) group by day order by day");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. subject.KeySubjects] });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var days = new JsonArray();
        while (await reader.ReadAsync(ct))
        {
            days.Add(new JsonObject { ["day"] = reader.GetFieldValue<DateOnly>(0).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["questions"] = reader.GetInt32(1), ["tokens"] = reader.GetInt64(2) });
        }

        export["languageModelUse"] = days;
    }

    public Task EraseAsync(DataSubject subject, IDocumentSession session, CancellationToken ct)
    {
        session.QueueSqlCommand("delete from tb.model_spending where payer = any(?)", subject.KeySubjects.ToArray());
        return Task.CompletedTask;
    }

    public Task MergeAsync(Guid goneId, Guid keepId, IDocumentSession session, CancellationToken ct)
    {
        session.QueueSqlCommand(
            """
            with gone as (delete from tb.model_spending where payer = ? returning day, calls, tokens, money, seconds)
            insert into tb.model_spending as known (day, payer, calls, tokens, money, seconds) select day, ?, calls, tokens, money, seconds from gone
            on conflict (day, payer) do update set calls = known.calls + excluded.calls, tokens = known.tokens + excluded.tokens, money = known.money + excluded.money, seconds = known.seconds + excluded.seconds
            """,
            goneId,
            keepId);
        return Task.CompletedTask;
    }
}
