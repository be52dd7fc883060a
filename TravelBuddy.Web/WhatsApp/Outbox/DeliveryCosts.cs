using Microsoft.Extensions.Options;
using Npgsql;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Messages delivered to a country in a price category: how many, how many of them Meta charges for, and what that comes to in the currency of the settings; null where no price is set.</summary>
public sealed record DeliveryCost(string Country, string Category, int Delivered, int Charged, decimal? Price)
{
    public decimal? Cost => Charged == 0 ? 0 : Price * Charged;
}

/// <summary>Adds up what Meta charges for: templates that were delivered, by category and country of the recipient.</summary>
public sealed class DeliveryCosts(NpgsqlDataSource database, IOptions<WhatsAppOptions> options)
{
    public async Task<IReadOnlyList<DeliveryCost>> SinceAsync(DateTimeOffset since, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select coalesce(data ->> 'country', '?'), coalesce(data ->> 'pricingCategory', '?'), count(*)::int, (count(*) filter (where (data ->> 'isCharged')::boolean))::int
            from tb.mt_doc_outboundmessage
            where data ->> 'deliveredAt' is not null and (data ->> 'deliveredAt')::timestamptz > $1
            group by 1, 2 order by 4 desc, 3 desc, 1, 2
            """);
        command.Parameters.AddWithValue(since.UtcDateTime);
        var costs = new List<DeliveryCost>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var (country, category) = (rows.GetString(0), rows.GetString(1));
            costs.Add(new DeliveryCost(country, category, rows.GetInt32(2), rows.GetInt32(3), options.Value.PriceOf(country, category)));
        }

        return costs;
    }
}
