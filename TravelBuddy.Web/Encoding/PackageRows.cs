using Marten;
using Npgsql;
using NpgsqlTypes;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Encoding;

/// <summary>What bringing an encoder's rows in step with the catalogue came to; <c>Changes</c> counts those of this time and of all before it.</summary>
public sealed record RowsInStep(int Packages, int Written, int Removed, long Changes);

/// <summary>One encoder's rows of the vector table. Only those whose package or availability changed are written, a batch at a time; doing it again, or going on after a stop, changes nothing more.</summary>
public sealed class PackageRows(IDocumentStore store, NpgsqlDataSource database, Gazetteer gazetteer, EncodingOptions options)
{
    private const int LoadedAtOnce = 500;

    private const string Upsert = """
        insert into tb.package_vectors (package_id, encoder, embedding, content_hash, price_vnd, days, provider_id, bookable, language, available_from, available_until, popularity)
        select package_id, encoder, embedding::halfvec(768), content_hash, price_vnd, days, provider_id, bookable, language, available_from, available_until, popularity from incoming
        on conflict (package_id, encoder) do update set embedding = excluded.embedding, content_hash = excluded.content_hash, price_vnd = excluded.price_vnd,
          days = excluded.days, provider_id = excluded.provider_id, bookable = excluded.bookable, language = excluded.language,
          available_from = excluded.available_from, available_until = excluded.available_until, popularity = excluded.popularity
        """;

    private const string Count = "insert into tb.vector_changes (encoder, changes) values ($1, 1) on conflict (encoder) do update set changes = vector_changes.changes + 1";

    /// <summary>Brings the encoder's rows in step; <paramref name="progress"/> is told how many packages are done, of how many.</summary>
    public async Task<RowsInStep> BringInStepAsync(IEncoder encoder, Func<int, int, Task>? progress, CancellationToken ct)
    {
        await encoder.PrepareAsync(SampleAsync, ct);
        var known = await KnownAsync(encoder.Id, ct);
        await using var session = store.QuerySession();
        var optedOut = (await session.Query<Provider>().Where(provider => provider.OptedOut).Select(provider => provider.Id).ToListAsync(ct)).ToHashSet();
        var ids = await session.Query<TourPackage>().Select(package => package.Id).ToListAsync(ct);
        var batch = new List<Row>(encoder.BatchSize);
        var (seen, written) = (0, 0);
        // By ids: a model may take hours, and no query should stay open that long.
        foreach (var some in ids.Chunk(LoadedAtOnce))
        {
            foreach (var package in await LoadAsync(some, ct))
            {
                var bookable = package.Bookable && !optedOut.Contains(package.ProviderId);
                var hash = package.ContentHash + (bookable ? "" : "-");
                seen++;
                if (known.GetValueOrDefault(package.Id) != hash)
                {
                    batch.Add(new Row(package, bookable, hash));
                }

                if (batch.Count == encoder.BatchSize)
                {
                    written += await WriteAsync(encoder, batch, ct);
                    await (progress?.Invoke(seen, ids.Count) ?? Task.CompletedTask);
                }
            }
        }

        written += await WriteAsync(encoder, batch, ct);
        var gone = known.Keys.Except(ids, StringComparer.Ordinal).ToArray();
        await RemoveAsync(encoder.Id, gone, ct);
        await (progress?.Invoke(ids.Count, ids.Count) ?? Task.CompletedTask);
        if (written > 0)
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await ExecuteAsync(connection, "analyze tb.package_vectors", ct);
        }

        return new RowsInStep(ids.Count, written, gone.Length, await ChangesAsync(encoder.Id, ct));
    }

    /// <summary>Removes the rows of all encoders but these.</summary>
    public async Task<int> RemoveOthersAsync(IReadOnlyCollection<string> encoders, CancellationToken ct)
    {
        await using var command = database.CreateCommand("delete from tb.package_vectors where encoder <> all($1)");
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. encoders] });
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Packages from all over the catalogue, the same ones each time: hashes are in no order that means anything.</summary>
    private async Task<IReadOnlyList<TourPackage>> SampleAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<TourPackage>().OrderBy(package => package.ContentHash).ThenBy(package => package.Id).Take(options.CalibratedOver).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<TourPackage>> LoadAsync(string[] ids, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadManyAsync<TourPackage>(ct, ids);
    }

    private async Task<Dictionary<string, string>> KnownAsync(string encoder, CancellationToken ct)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = database.CreateCommand("select package_id, content_hash from tb.package_vectors where encoder = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = encoder });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            known[reader.GetString(0)] = reader.GetString(1);
        }

        return known;
    }

    private async Task<int> WriteAsync(IEncoder encoder, List<Row> batch, CancellationToken ct)
    {
        if (batch.Count == 0)
        {
            return 0;
        }

        var vectors = await encoder.EncodeAsync([.. batch.Select(row => row.Package)], ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // As real[]: the driver needs no knowledge of the extension's types, which may have been created a moment ago.
        await ExecuteAsync(connection, """
            create temporary table incoming (package_id text, encoder text, embedding real[], content_hash text, price_vnd numeric, days double precision, provider_id text,
              bookable boolean, language text, available_from date, available_until date, popularity real) on commit drop
            """, ct);
        await using (var copy = await connection.BeginBinaryImportAsync("copy incoming from stdin (format binary)", ct))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                var (package, bookable, hash) = batch[i];
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(package.Id, NpgsqlDbType.Text, ct);
                await copy.WriteAsync(encoder.Id, NpgsqlDbType.Text, ct);
                await copy.WriteAsync(PackageVectors.Stored(vectors[i]), NpgsqlDbType.Array | NpgsqlDbType.Real, ct);
                await copy.WriteAsync(hash, NpgsqlDbType.Text, ct);
                await WriteOrNullAsync(copy, package.PriceVnd, NpgsqlDbType.Numeric, ct);
                await WriteOrNullAsync(copy, package.DurationDays, NpgsqlDbType.Double, ct);
                await copy.WriteAsync(package.ProviderId, NpgsqlDbType.Text, ct);
                await copy.WriteAsync(bookable, NpgsqlDbType.Boolean, ct);
                await copy.WriteAsync(package.Language, NpgsqlDbType.Text, ct);
                await WriteOrNullAsync(copy, package.AvailableFrom, NpgsqlDbType.Date, ct);
                await WriteOrNullAsync(copy, package.AvailableUntil, NpgsqlDbType.Date, ct);
                await copy.WriteAsync((float)PackagePopularity.Of(package, gazetteer), NpgsqlDbType.Real, ct);
            }

            await copy.CompleteAsync(ct);
        }

        await ExecuteAsync(connection, Upsert, ct);
        await CountAsync(connection, encoder.Id, ct);
        await transaction.CommitAsync(ct);
        var written = batch.Count;
        batch.Clear();
        return written;
    }

    private async Task RemoveAsync(string encoder, string[] gone, CancellationToken ct)
    {
        if (gone.Length == 0)
        {
            return;
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("delete from tb.package_vectors where encoder = $1 and package_id = any($2)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = encoder });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = gone });
        await command.ExecuteNonQueryAsync(ct);
        await CountAsync(connection, encoder, ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task CountAsync(NpgsqlConnection connection, string encoder, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Count, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = encoder });
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<long> ChangesAsync(string encoder, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select changes from tb.vector_changes where encoder = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = encoder });
        return await command.ExecuteScalarAsync(ct) is long changes ? changes : 0;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static Task WriteOrNullAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken ct)
        where T : struct => value is { } known ? copy.WriteAsync(known, type, ct) : copy.WriteNullAsync(ct);

    private sealed record Row(TourPackage Package, bool Bookable, string Hash);
}
