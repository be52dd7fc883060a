using Marten;
using Medallion.Threading.Postgres;
using Npgsql;
using NpgsqlTypes;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// The encoding job: brings the vector table in step with the catalogue. Only rows whose package, availability or encoder changed are written; the active
/// encoder is switched when all are there. Nodes take turns; running it again changes nothing.
/// </summary>
public sealed class PackageEncoding(IDocumentStore store, NpgsqlDataSource database, IEncoder encoder, Gazetteer gazetteer, EncodingOptions options, ILogger<PackageEncoding> log)
{
    private const int BatchSize = 500;

    private const string Upsert = """
        insert into tb.package_vectors (package_id, encoder, embedding, content_hash, price_vnd, days, provider_id, bookable, language, available_from, available_until, popularity)
        select package_id, encoder, embedding::halfvec(768), content_hash, price_vnd, days, provider_id, bookable, language, available_from, available_until, popularity from incoming
        on conflict (package_id, encoder) do update set embedding = excluded.embedding, content_hash = excluded.content_hash, price_vnd = excluded.price_vnd,
          days = excluded.days, provider_id = excluded.provider_id, bookable = excluded.bookable, language = excluded.language,
          available_from = excluded.available_from, available_until = excluded.available_until, popularity = excluded.popularity
        """;

    public async Task RunAsync(long catalogVersion, CancellationToken ct)
    {
        await using var turn = await new PostgresDistributedLock(new PostgresAdvisoryLockKey("travelbuddy-encoding", allowHashing: true), database).AcquireAsync(cancellationToken: ct);
        var known = await KnownAsync(ct);
        var present = new HashSet<string>(StringComparer.Ordinal);
        var written = 0;
        await using (var session = store.QuerySession())
        {
            var optedOut = (await session.Query<Provider>().Where(provider => provider.OptedOut).Select(provider => provider.Id).ToListAsync(ct)).ToHashSet();
            var batch = new List<(TourPackage Package, bool Bookable, string Hash)>(BatchSize);
            await foreach (var package in session.Query<TourPackage>().ToAsyncEnumerable(ct))
            {
                present.Add(package.Id);
                var bookable = package.Bookable && !optedOut.Contains(package.ProviderId);
                var hash = package.ContentHash + (bookable ? "" : "-");
                if (known.GetValueOrDefault(package.Id) != hash)
                {
                    batch.Add((package, bookable, hash));
                }

                if (batch.Count == BatchSize)
                {
                    written += await WriteAsync(batch, ct);
                }
            }

            written += await WriteAsync(batch, ct);
        }

        var gone = known.Keys.Where(id => !present.Contains(id)).ToArray();
        await SwitchAsync(catalogVersion, present.Count, written, gone, ct);
        if (written > 0 || gone.Length > 0)
        {
            log.LogInformation("Encoded {Written} of {Packages} packages with {Encoder}; removed {Gone}", written, present.Count, encoder.Id, gone.Length);
        }
    }

    private async Task<Dictionary<string, string>> KnownAsync(CancellationToken ct)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = database.CreateCommand("select package_id, content_hash from tb.package_vectors where encoder = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = encoder.Id });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            known[reader.GetString(0)] = reader.GetString(1);
        }

        return known;
    }

    private async Task<int> WriteAsync(List<(TourPackage Package, bool Bookable, string Hash)> batch, CancellationToken ct)
    {
        if (batch.Count == 0)
        {
            return 0;
        }

        var vectors = new float[batch.Count][];
        Parallel.For(0, batch.Count, new ParallelOptions { CancellationToken = ct }, i => vectors[i] = PackageVectors.Stored(encoder.Encode(batch[i].Package)));
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
                await copy.WriteAsync(vectors[i], NpgsqlDbType.Array | NpgsqlDbType.Real, ct);
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
        await transaction.CommitAsync(ct);
        var written = batch.Count;
        batch.Clear();
        return written;
    }

    private async Task SwitchAsync(long catalogVersion, int packages, int written, string[] gone, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        if (gone.Length > 0)
        {
            await using var delete = new NpgsqlCommand("delete from tb.package_vectors where encoder = $1 and package_id = any($2)", connection);
            delete.Parameters.Add(new NpgsqlParameter<string> { TypedValue = encoder.Id });
            delete.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = gone });
            await delete.ExecuteNonQueryAsync(ct);
        }

        var index = packages > options.ExactUpTo;
        if (index)
        {
            log.LogInformation("Building the nearest-neighbour index over {Packages} packages", packages);
            await ExecuteAsync(connection, $"create index concurrently if not exists {PackageVectors.NearestIndex} on tb.package_vectors using hnsw (embedding halfvec_ip_ops) with (m = 32, ef_construction = 200)", ct);
        }

        if (written > 0)
        {
            await ExecuteAsync(connection, "analyze tb.package_vectors", ct);
        }

        await using var session = store.LightweightSession();
        var before = await session.LoadAsync<ActiveEncoder>(ActiveEncoder.Only, ct);
        var changed = written > 0 || gone.Length > 0 || before?.Encoder != encoder.Id;
        var after = new ActiveEncoder
        {
            Encoder = encoder.Id,
            CatalogVersion = Math.Max(catalogVersion, before?.CatalogVersion ?? 0),
            Revision = (before?.Revision ?? 0) + (changed ? 1 : 0),
            Packages = packages,
            NearestIndex = index,
        };
        if (after != before)
        {
            session.Store(after);
            await session.SaveChangesAsync(ct);
        }

        // Whatever the switch left behind belongs to nobody now.
        await using var tidy = new NpgsqlCommand("delete from tb.package_vectors where encoder <> $1", connection);
        tidy.Parameters.Add(new NpgsqlParameter<string> { TypedValue = encoder.Id });
        await tidy.ExecuteNonQueryAsync(ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static Task WriteOrNullAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken ct)
        where T : struct => value is { } known ? copy.WriteAsync(known, type, ct) : copy.WriteNullAsync(ct);
}
