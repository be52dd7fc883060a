using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// The table of package vectors: per package and encoder the blocks, each multiplied by √(default weight), in half precision, and the facts that limit
/// a search. Those stored values are the truth that exact scores refer to.
/// </summary>
public static class PackageVectors
{
    public const string Name = "tb.package_vectors";

    /// <summary>What the names of the indexes for nearest neighbours begin with.</summary>
    public const string NearestIndex = "ix_package_vectors_nearest";

    /// <summary>The two names that take turns; built by the encoding job when the catalogue is large, so schema comparison leaves them alone.</summary>
    public static readonly IReadOnlyList<string> NearestIndexes = [NearestIndex, $"{NearestIndex}_next"];

    private static readonly float[] Scales = ScalesOf(VectorLayout.DefaultWeights);

    public static Table Table()
    {
        var table = new Table(new PostgresqlObjectName("tb", "package_vectors", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("package_id").AsPrimaryKey();
        table.AddColumn<string>("encoder").AsPrimaryKey();
        table.AddColumn("embedding", $"halfvec({VectorLayout.Dimensions})").NotNull();
        table.AddColumn("content_hash", "text").NotNull();
        table.AddColumn("price_vnd", "numeric");
        table.AddColumn("days", "double precision");
        table.AddColumn("provider_id", "text").NotNull();
        table.AddColumn("bookable", "boolean").NotNull();
        table.AddColumn("language", "text").NotNull();
        table.AddColumn("available_from", "date");
        table.AddColumn("available_until", "date");
        table.AddColumn("popularity", "real").NotNull();
        foreach (var index in NearestIndexes)
        {
            table.IgnoreIndex(index);
        }

        return table;
    }

    /// <summary>How many times rows of each encoder changed, counted in the transaction of the change: whoever has seen fewer has something to read again, whatever stopped in between.</summary>
    public static Table Changes()
    {
        var table = new Table(new PostgresqlObjectName("tb", "vector_changes", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("encoder").AsPrimaryKey();
        table.AddColumn("changes", "bigint").NotNull();
        return table;
    }

    /// <summary>A package's vector as it is stored: blocks times √(default weight).</summary>
    public static float[] Stored(ReadOnlySpan<float> vector)
    {
        var stored = new float[VectorLayout.Dimensions];
        System.Numerics.Tensors.TensorPrimitives.Multiply(vector, Scales, stored);
        return stored;
    }

    /// <summary>Turns stored numbers back into blocks of unit length, in place.</summary>
    public static void Unscale(Span<float> stored) => System.Numerics.Tensors.TensorPrimitives.Divide(stored, Scales, stored);

    /// <summary>A query over stored vectors: blocks times weight / √(default weight), so that the inner product is Σ weight · similarity.</summary>
    public static void ScaleQuery(Span<float> blocks, ReadOnlySpan<double> weights)
    {
        for (var c = 0; c < VectorLayout.Blocks.Count; c++)
        {
            var block = VectorLayout.Blocks[c];
            var factor = (float)(weights[c] / Math.Sqrt(VectorLayout.DefaultWeights[c]));
            System.Numerics.Tensors.TensorPrimitives.Multiply(blocks.Slice(block.Offset, block.Length), factor, blocks.Slice(block.Offset, block.Length));
        }
    }

    private static float[] ScalesOf(IReadOnlyList<double> weights)
    {
        var scales = new float[VectorLayout.Dimensions];
        for (var c = 0; c < VectorLayout.Blocks.Count; c++)
        {
            var block = VectorLayout.Blocks[c];
            scales.AsSpan(block.Offset, block.Length).Fill((float)Math.Sqrt(weights[c]));
        }

        return scales;
    }
}
