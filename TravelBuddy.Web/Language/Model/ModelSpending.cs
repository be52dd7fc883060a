using Npgsql;
using NpgsqlTypes;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace TravelBuddy.Web.Language.Model;

/// <summary>What a question took out of the budgets before it was asked; settled when it is known what it took.</summary>
public sealed record ModelReservation(DateOnly Day, Guid[] Payers, long Tokens, decimal Money);

/// <summary>
/// What models were used for, by day: by everybody together, and by person. A question takes the most it can use out of the budgets before it is asked, in one statement for all nodes,
/// and gives back what it did not use; a stop in between gives nothing back.
/// </summary>
public sealed class ModelSpending(ModelBudgets budgets, TimeProvider time, NpgsqlDataSource? database = null, WhoPays? whoPays = null)
{
    /// <summary>The row of everybody together.</summary>
    public static readonly Guid Everybody = Guid.Empty;

    /// <summary>Who pays for those whom nothing tells from each other: all of them together have one person's budget.</summary>
    public static readonly Guid Strangers = Guid.AllBitsSet;

    private const string Take = """
        with tidied as (delete from tb.model_spending where day < $1 - 40)
        insert into tb.model_spending as known (day, payer, calls, tokens, money, seconds) values ($1, $2, 1, $3, $4, 0)
        on conflict (day, payer) do update set calls = known.calls + 1, tokens = known.tokens + excluded.tokens, money = known.money + excluded.money
        where known.tokens + excluded.tokens <= $5 and known.money + excluded.money <= $6 and known.seconds < $7
        """;

    public static Table Table()
    {
        var table = new Table(new PostgresqlObjectName("tb", "model_spending", SchemaUtils.IdentifierUsage.General));
        table.AddColumn("day", "date").AsPrimaryKey();
        table.AddColumn<Guid>("payer").AsPrimaryKey();
        table.AddColumn("calls", "integer").NotNull();
        table.AddColumn("tokens", "bigint").NotNull();
        table.AddColumn("money", "numeric").NotNull();
        table.AddColumn("seconds", "double precision").NotNull();
        return table;
    }

    /// <summary>Takes the most a question can use out of the budgets; null if one of them does not hold it. A traveller's question is paid by the person, where one is known.</summary>
    public async Task<ModelReservation?> TakeAsync(Guid? payer, long tokens, decimal money, CancellationToken ct)
    {
        var day = time.TodayInVietNam();
        // Everybody's row first, always: rows locked in one order deadlock nobody.
        (Guid Payer, ModelBudget Budget)[] rows = await PersonAsync(payer, ct) is { } person ? [(Everybody, budgets.All), (person, budgets.Person)] : [(Everybody, budgets.All)];
        var reservation = new ModelReservation(day, [.. rows.Select(row => row.Payer)], tokens, money);
        if (database is null || !budgets.AreAny)
        {
            return reservation;
        }

        if (rows.Any(row => tokens > row.Budget.Tokens || money > row.Budget.Money))
        {
            return null;
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var (who, budget) in rows)
        {
            await using var command = new NpgsqlCommand(Take, connection, transaction);
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = who });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = tokens });
            command.Parameters.Add(new NpgsqlParameter<decimal> { TypedValue = money });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = budget.Tokens });
            command.Parameters.Add(new NpgsqlParameter<decimal> { TypedValue = budget.Money });
            command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = budget.Seconds });
            if (await command.ExecuteNonQueryAsync(ct) == 0)
            {
                await transaction.RollbackAsync(ct);
                return null;
            }
        }

        await transaction.CommitAsync(ct);
        return reservation;
    }

    private async Task<Guid?> PersonAsync(Guid? payer, CancellationToken ct) => payer is { } known && known != Strangers && whoPays is not null ? await whoPays.OfAsync(known, ct) : payer;

    /// <summary>Puts what was used in the place of what was taken.</summary>
    public async Task SettleAsync(ModelReservation taken, long tokens, decimal money, TimeSpan took)
    {
        if (database is null || !budgets.AreAny)
        {
            return;
        }

        await using var command = database.CreateCommand("update tb.model_spending set tokens = greatest(0, tokens + $3), money = greatest(0, money + $4), seconds = seconds + $5 where day = $1 and payer = any($2)");
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = taken.Day });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = taken.Payers });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = tokens - taken.Tokens });
        command.Parameters.Add(new NpgsqlParameter<decimal> { TypedValue = money - taken.Money });
        command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = took.TotalSeconds });
        // Not with the asker's token: that the answer is no longer waited for makes it no cheaper.
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
