using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using TravelBuddy.Ranking;

namespace TravelBuddy.Benchmarks;

/// <summary>What is wrong with the three files or the arguments, in words for the person who called.</summary>
public sealed class ComparisonException(string message) : Exception(message);

/// <summary>
/// The folder that <c>compare</c> reads: <c>meta.json</c> (<c>{"n","q","dims","blocks":[{"name","dims","weight"}]}</c>) beside <c>packages.f32</c> and
/// <c>queries.f32</c>, row-major little-endian float32.
/// </summary>
internal sealed class ComparisonFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    private readonly string folder;

    private ComparisonFiles(string folder, Meta meta)
    {
        this.folder = folder;
        Packages = meta.N!.Value;
        Queries = meta.Q!.Value;
        Layout = new BlockLayout([.. meta.Blocks!.Select(block => (block!.Name!, block.Dims!.Value))]);
        Weights = [.. meta.Blocks!.Select(block => block!.Weight!.Value)];
    }

    public int Packages { get; }

    public int Queries { get; }

    public BlockLayout Layout { get; }

    public double[] Weights { get; }

    public string PackagesFile => Path.Combine(folder, "packages.f32");

    public string QueriesFile => Path.Combine(folder, "queries.f32");

    /// <exception cref="ComparisonException">A file is missing, damaged or of another size than <c>meta.json</c> says.</exception>
    public static ComparisonFiles Open(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new ComparisonException($"There is no folder {folder}.");
        }

        var meta = ReadMeta(Path.Combine(folder, "meta.json"));
        ComparisonFiles files;
        try
        {
            files = new ComparisonFiles(folder, meta);
            _ = new RankingQuery(files.Layout, files.Weights);
        }
        catch (ArgumentException e)
        {
            throw new ComparisonException($"meta.json: {e.Message}");
        }

        if (files.Layout.Dimensions != meta.Dims)
        {
            throw new ComparisonException($"meta.json: the blocks have {files.Layout.Dimensions} dimensions together, but dims is {meta.Dims}.");
        }

        CheckSize(files.PackagesFile, files.Packages, files.Layout.Dimensions);
        CheckSize(files.QueriesFile, files.Queries, files.Layout.Dimensions);
        return files;
    }

    public float[] ReadQueries()
    {
        var bytes = File.ReadAllBytes(QueriesFile);
        var values = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        }

        return values;
    }

    private static Meta ReadMeta(string path)
    {
        Meta? meta;
        try
        {
            meta = JsonSerializer.Deserialize<Meta>(File.ReadAllText(path), Json);
        }
        catch (FileNotFoundException)
        {
            throw new ComparisonException($"There is no file {path}.");
        }
        catch (JsonException e)
        {
            throw new ComparisonException($"meta.json cannot be read: {e.Message}");
        }

        var missing = meta is null ? "n" : meta.N is null ? "n" : meta.Q is null ? "q" : meta.Dims is null ? "dims" : meta.Blocks is null ? "blocks" : null;
        if (missing is not null)
        {
            throw new ComparisonException($"meta.json: {missing} is missing.");
        }

        if (meta!.N < 0 || meta.Q < 0)
        {
            throw new ComparisonException("meta.json: n and q must be at least 0.");
        }

        for (var i = 0; i < meta.Blocks!.Length; i++)
        {
            if (meta.Blocks[i] is not { Name: not null, Dims: not null, Weight: not null })
            {
                throw new ComparisonException($"meta.json: block {i} needs name, dims and weight.");
            }
        }

        return meta;
    }

    private static void CheckSize(string path, int rows, int dimensions)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new ComparisonException($"There is no file {path}.");
        }

        var expected = (long)rows * dimensions * sizeof(float);
        if (file.Length != expected)
        {
            throw new ComparisonException($"{file.Name} has {file.Length} bytes; {rows} rows of {dimensions} float32 are {expected}.");
        }
    }

    private sealed record Meta(int? N, int? Q, int? Dims, MetaBlock?[]? Blocks);

    private sealed record MetaBlock(string? Name, int? Dims, double? Weight);
}
