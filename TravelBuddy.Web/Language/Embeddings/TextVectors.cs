using System.Security.Cryptography;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Hybrid;
using Npgsql;
using NpgsqlTypes;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>
/// Vectors of texts by one model, no text embedded twice: what the catalogue and the lexicon say is kept in the database by a hash of it, what a
/// traveller says in this process' memory alone and for a while. Failures throw <see cref="EmbeddingException"/>.
/// </summary>
public sealed class TextVectors(string model, TextPrefixes prefixes, IEmbeddingGenerator<string, Embedding<float>> generator, NpgsqlDataSource database, HybridCache cache)
{
    private const int AtOnce = 256;
    private const string Name = "text_vectors";

    private static readonly HybridCacheEntryOptions InMemory = new() { Expiration = TimeSpan.FromMinutes(30), LocalCacheExpiration = TimeSpan.FromMinutes(30), Flags = HybridCacheEntryFlags.DisableDistributedCache };

    /// <summary>Names the model and everything else that its vectors depend on.</summary>
    public string Model => model;

    public static Table Table()
    {
        var table = new Table(new PostgresqlObjectName("tb", Name, SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("model").AsPrimaryKey();
        table.AddColumn("hash", "bytea").AsPrimaryKey();
        table.AddColumn("vector", "real[]").NotNull();
        return table;
    }

    /// <summary>Vectors of texts that hold nothing personal, by text.</summary>
    public async Task<IReadOnlyDictionary<string, float[]>> KeptAsync(TextRole role, IEnumerable<string> texts, CancellationToken ct)
    {
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var some in texts.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var hashes = some.Select(text => Hash(role, text)).ToList();
            var known = await ReadAsync(hashes, ct);
            var missing = new List<int>();
            for (var i = 0; i < some.Length; i++)
            {
                if (known.TryGetValue(Convert.ToHexString(hashes[i]), out var vector))
                {
                    vectors[some[i]] = vector;
                }
                else
                {
                    missing.Add(i);
                }
            }

            if (missing.Count > 0)
            {
                var made = await EmbedAsync(role, [.. missing.Select(i => some[i])], ct);
                await KeepAsync([.. missing.Select((i, at) => (hashes[i], made[at]))], ct);
                for (var at = 0; at < missing.Count; at++)
                {
                    vectors[some[missing[at]]] = made[at];
                }
            }
        }

        return vectors;
    }

    /// <summary>The vector of a traveller's words.</summary>
    public ValueTask<float[]> PassingAsync(string text, CancellationToken ct) => cache.GetOrCreateAsync(
        $"{Name}:{model}:{Convert.ToHexString(Hash(TextRole.Query, text))}", async token => (await EmbedAsync(TextRole.Query, [text], token))[0], InMemory, cancellationToken: ct);

    /// <summary>Forgets what other models made of the texts.</summary>
    public static async Task ForgetOthersAsync(NpgsqlDataSource database, IReadOnlyCollection<string> models, CancellationToken ct)
    {
        await using var command = database.CreateCommand("delete from tb.text_vectors where model <> all($1)");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. models] });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>How many texts of the catalogue and the lexicon a model has embedded.</summary>
    public static async Task<long> CountAsync(NpgsqlDataSource database, string model, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select count(*) from tb.text_vectors where model = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = model });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static byte[] Hash(TextRole role, string text) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{role}\n{text}")).AsSpan(0, 16).ToArray();

    private async Task<float[][]> EmbedAsync(TextRole role, string[] texts, CancellationToken ct)
    {
        var made = await generator.GenerateAsync(Array.ConvertAll(texts, text => prefixes.Apply(role, text)), cancellationToken: ct);
        return made.Count == texts.Length
            ? [.. made.Select(embedding => embedding.Vector.ToArray())]
            : throw new EmbeddingException(EmbeddingFault.WrongAnswer, $"{made.Count} vectors for {texts.Length} texts");
    }

    private async Task<Dictionary<string, float[]>> ReadAsync(List<byte[]> hashes, CancellationToken ct)
    {
        var known = new Dictionary<string, float[]>(StringComparer.Ordinal);
        await using var command = database.CreateCommand("select hash, vector from tb.text_vectors where model = $1 and hash = any($2)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = model });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = hashes.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            known[Convert.ToHexString(reader.GetFieldValue<byte[]>(0))] = reader.GetFieldValue<float[]>(1);
        }

        return known;
    }

    private async Task KeepAsync(IEnumerable<(byte[] Hash, float[] Vector)> made, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        foreach (var (hash, vector) in made.OrderBy(entry => Convert.ToHexString(entry.Hash), StringComparer.Ordinal))
        {
            var command = new NpgsqlBatchCommand("insert into tb.text_vectors (model, hash, vector) values ($1, $2, $3) on conflict do nothing");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = model });
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = hash });
            command.Parameters.Add(new NpgsqlParameter<float[]> { TypedValue = vector });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }
}
