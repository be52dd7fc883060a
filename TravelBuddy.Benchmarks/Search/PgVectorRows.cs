using System.Numerics.Tensors;
using Npgsql;
using NpgsqlTypes;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Benchmarks.Search;

/// <summary>Rows in a PostgreSQL of their own, in a temporary folder that goes with the process.</summary>
internal sealed class PgVectorRows
{
    private const int Best = 10;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand search;
    private readonly float[][] queries;
    private bool? usesIndex;

    private PgVectorRows(NpgsqlConnection connection, float[][] queries)
    {
        (this.connection, this.queries) = (connection, queries);
        search = new NpgsqlCommand($"select id from rows order by embedding <#> $1::halfvec({SampleRows.Layout.Dimensions}) limit {Best}", connection);
        search.Parameters.Add(new NpgsqlParameter<float[]>());
        search.Prepare();
    }

    /// <summary>The share of the ten best that the nearest neighbours bring, over all queries.</summary>
    public double Recall { get; private set; }

    public static async Task<PgVectorRows> LoadAsync(SearchRows.Prepared data)
    {
        var folder = Directory.CreateTempSubdirectory("ranking-pgvector").FullName;
        var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder), Console.WriteLine, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            NpgsqlConnection.ClearAllPools();
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Directory.Delete(folder, recursive: true);
        };
        await server.CreateDatabaseAsync("ranking");
        var connection = new NpgsqlConnection(server.ConnectionString("ranking"));
        await connection.OpenAsync();
        await ExecuteAsync(connection, $"create extension if not exists vector; create table rows (id int primary key, embedding halfvec({SampleRows.Layout.Dimensions}) not null); create unlogged table incoming (id int, embedding real[])");
        var scales = Scales(Math.Sqrt);
        var dimensions = SampleRows.Layout.Dimensions;
        await using (var copy = await connection.BeginBinaryImportAsync("copy incoming from stdin (format binary)"))
        {
            for (var row = 0; row < data.Rows.Length / dimensions; row++)
            {
                var values = new float[dimensions];
                TensorPrimitives.Multiply(data.Rows.AsSpan(row * dimensions, dimensions), scales, values);
                await copy.StartRowAsync();
                await copy.WriteAsync(row, NpgsqlDbType.Integer);
                await copy.WriteAsync(values, NpgsqlDbType.Array | NpgsqlDbType.Real);
            }

            await copy.CompleteAsync();
        }

        await ExecuteAsync(connection, $"insert into rows select id, embedding::halfvec({dimensions}) from incoming; drop table incoming; analyze rows; set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2");
        await ExecuteAsync(connection, "create index on rows using hnsw (embedding halfvec_ip_ops) with (m = 32, ef_construction = 200); set hnsw.ef_search = 100");
        // What is searched for: block · weight / √weight.
        var loaded = new PgVectorRows(connection, [.. data.Weighted.Select(query => Scaled(query, Scales(weight => 1 / Math.Sqrt(weight))))]);
        loaded.Recall = Enumerable.Range(0, data.Weighted.Length).Average(query => loaded.Found(query, nearest: true).Intersect(loaded.Found(query, nearest: false)).Count() / (double)Best);
        return loaded;
    }

    public int Exact(int query) => Found(query, nearest: false).Count;

    public int Nearest(int query) => Found(query, nearest: true).Count;

    private List<int> Found(int query, bool nearest)
    {
        Use(nearest);
        search.Parameters[0].Value = queries[query];
        using var reader = search.ExecuteReader();
        var ids = new List<int>(Best);
        while (reader.Read())
        {
            ids.Add(reader.GetInt32(0));
        }

        return ids;
    }

    private void Use(bool nearest)
    {
        if (usesIndex != nearest)
        {
            ExecuteAsync(connection, $"set enable_indexscan = {(nearest ? "on" : "off")}").GetAwaiter().GetResult();
            usesIndex = nearest;
        }
    }

    private static float[] Scaled(float[] values, float[] scales)
    {
        var scaled = new float[values.Length];
        TensorPrimitives.Multiply(values, scales, scaled);
        return scaled;
    }

    private static float[] Scales(Func<double, double> of)
    {
        var scales = new float[SampleRows.Layout.Dimensions];
        for (var block = 0; block < SampleRows.Layout.Count; block++)
        {
            scales.AsSpan(SampleRows.Layout.Blocks[block].Offset, SampleRows.Layout.Blocks[block].Length).Fill((float)of(SampleRows.Weights[block]));
        }

        return scales;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
