using System.Security.Cryptography;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>A stored picture. The hash names the bytes, so neither ever changes.</summary>
public sealed record Media(string Hash, string ContentType, byte[] Bytes);

/// <summary>Pictures by the hash of their content, in a table of their own (bytes, not JSON).</summary>
public sealed class MediaStore(NpgsqlDataSource database)
{
    /// <summary>Length of a hash: 160 bits of SHA-256 in hexadecimal.</summary>
    public const int HashLength = 40;

    public static Table Schema()
    {
        var table = new Table(new PostgresqlObjectName("tb", "media", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("hash").AsPrimaryKey();
        table.AddColumn<string>("content_type").NotNull();
        table.AddColumn("bytes", "bytea").NotNull();
        table.AddColumn<DateTimeOffset>("created").NotNull().DefaultValueByExpression("now()");
        return table;
    }

    /// <summary>Stores a picture and gives its hash; the same bytes twice are stored once.</summary>
    public async Task<string> StoreAsync(byte[] bytes, string contentType, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];
        await using var insert = database.CreateCommand("insert into tb.media (hash, content_type, bytes) values ($1, $2, $3) on conflict (hash) do nothing");
        insert.Parameters.AddWithValue(hash);
        insert.Parameters.AddWithValue(contentType);
        insert.Parameters.AddWithValue(bytes);
        await insert.ExecuteNonQueryAsync(ct);
        return hash;
    }

    /// <summary>The picture with a hash, or null.</summary>
    public async Task<Media?> FindAsync(string hash, CancellationToken ct)
    {
        await using var select = database.CreateCommand("select content_type, bytes from tb.media where hash = $1");
        select.Parameters.AddWithValue(hash);
        await using var row = await select.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new Media(hash, row.GetString(0), row.GetFieldValue<byte[]>(1)) : null;
    }
}
