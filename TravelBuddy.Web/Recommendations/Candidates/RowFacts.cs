using Npgsql;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>What the vector table says of a package beside its vector.</summary>
public sealed record RowFacts(string PackageId, string ContentHash, bool Bookable, decimal? PriceVnd, DateOnly? From, DateOnly? Until, float Popularity)
{
    /// <summary>What <see cref="Of"/> reads, in this order, before anything else.</summary>
    public const string Columns = "package_id, content_hash, bookable, price_vnd, available_from, available_until, popularity";

    public static RowFacts Of(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1),
        reader.GetBoolean(2),
        reader.IsDBNull(3) ? null : reader.GetDecimal(3),
        reader.IsDBNull(4) ? null : reader.GetFieldValue<DateOnly>(4),
        reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5),
        reader.GetFloat(6));
}
