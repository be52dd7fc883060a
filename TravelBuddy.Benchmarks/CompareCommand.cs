using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TravelBuddy.Ranking;

namespace TravelBuddy.Benchmarks;

/// <summary>
/// <c>compare --dir DIR [--top 10] [--threads N]</c>: builds the index from <see cref="ComparisonFiles"/>, answers each query alone and prints one JSON object:
/// <c>{"build_seconds","bytes","median_ms","p99_ms","kernel","results":[{"ids":[…],"scores":[…]}]}</c>.
/// <para><c>build_seconds</c> includes reading the packages; <c>bytes</c> is the memory the index holds. N threads (all processors unless given) share one query.</para>
/// </summary>
public static class CompareCommand
{
    private const string Usage = "Usage: compare --dir DIR [--top 10] [--threads N]";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);

    /// <param name="args">What follows the word <c>compare</c>.</param>
    /// <param name="output">Receives the JSON object, and nothing if something is wrong.</param>
    /// <param name="errors">Receives what is wrong.</param>
    /// <returns>Exit code: 0, 1 for files that do not fit, 2 for arguments that do not.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (Arguments.Parse(args, out var wrong) is not { } arguments)
        {
            errors.WriteLine(wrong);
            errors.WriteLine(Usage);
            return 2;
        }

        try
        {
            output.WriteLine(Compare(ComparisonFiles.Open(arguments.Folder), arguments));
            return 0;
        }
        catch (Exception e) when (e is ComparisonException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message);
            return 1;
        }
    }

    private static string Compare(ComparisonFiles files, Arguments arguments)
    {
        var queries = ReadQueries(files);
        var building = Stopwatch.StartNew();
        var index = Build(files, arguments.Threads);
        building.Stop();

        var k = Math.Min(arguments.Top, index.Count);
        var ids = new int[k];
        var scores = new double[k];
        // Until the compiler has seen the loops run, times say nothing about the index.
        var warming = Stopwatch.StartNew();
        for (var i = 0; queries.Length > 0 && warming.Elapsed < WarmUp; i++)
        {
            index.Search(queries[i % queries.Length], ids, scores, []);
        }

        // Weights that do not sum to 1 are meant as they stand: the score is Σ w_c·(cos_c+1)/2, not its mean.
        var scale = files.Weights.Sum();
        var milliseconds = new double[queries.Length];
        var results = new (int[] Ids, double[] Scores)[queries.Length];
        for (var i = 0; i < queries.Length; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            var found = index.Search(queries[i], ids, scores, []);
            milliseconds[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            results[i] = (ids[..found], [.. scores[..found].Select(score => score * scale)]);
        }

        Array.Sort(milliseconds);
        var (median, p99) = milliseconds.Length == 0 ? (0, 0) : (milliseconds.Percentile(0.5), milliseconds.Percentile(0.99));
        return Report(building.Elapsed, index.Bytes, median, p99, results);
    }

    private static RankingIndex Build(ComparisonFiles files, int threads)
    {
        try
        {
            using var stream = File.OpenRead(files.PackagesFile);
            return RankingIndex.Build(files.Layout, stream, files.Packages, files.Weights, threads);
        }
        catch (ArgumentException e)
        {
            throw new ComparisonException($"packages.f32: {e.Message}");
        }
    }

    private static RankingQuery[] ReadQueries(ComparisonFiles files)
    {
        var values = files.ReadQueries();
        var queries = new RankingQuery[files.Queries];
        for (var i = 0; i < queries.Length; i++)
        {
            var row = values.AsSpan(i * files.Layout.Dimensions, files.Layout.Dimensions);
            queries[i] = new RankingQuery(files.Layout, files.Weights);
            for (var block = 0; block < files.Layout.Count; block++)
            {
                var (_, offset, length) = files.Layout.Blocks[block];
                try
                {
                    queries[i].AddAlternative(block, row.Slice(offset, length));
                }
                catch (ArgumentException e)
                {
                    throw new ComparisonException($"queries.f32, row {i}: {e.Message}");
                }
            }
        }

        return queries;
    }

    private static string Report(TimeSpan building, long bytes, double median, double p99, (int[] Ids, double[] Scores)[] results)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("build_seconds", building.TotalSeconds);
            json.WriteNumber("bytes", bytes);
            json.WriteNumber("median_ms", median);
            json.WriteNumber("p99_ms", p99);
            json.WriteString("kernel", RankingKernels.InUse.ToString());
            json.WriteStartArray("results");
            foreach (var (ids, scores) in results)
            {
                json.WriteStartObject();
                json.WriteStartArray("ids");
                Array.ForEach(ids, json.WriteNumberValue);
                json.WriteEndArray();
                json.WriteStartArray("scores");
                Array.ForEach(scores, json.WriteNumberValue);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private sealed record Arguments(string Folder, int Top, int Threads)
    {
        public static Arguments? Parse(string[] args, out string wrong)
        {
            string? folder = null;
            var top = 10;
            var threads = Environment.ProcessorCount;
            for (var i = 0; i < args.Length; i += 2)
            {
                if (args[i] is not ("--dir" or "--top" or "--threads"))
                {
                    wrong = $"Unknown argument {args[i]}.";
                    return null;
                }

                if (i + 1 == args.Length)
                {
                    wrong = $"{args[i]} needs a value.";
                    return null;
                }

                if (args[i] == "--dir")
                {
                    folder = args[i + 1];
                    continue;
                }

                if (!int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                {
                    wrong = $"{args[i]} must be a whole number, at least 1, not \"{args[i + 1]}\".";
                    return null;
                }

                (top, threads) = args[i] == "--top" ? (number, threads) : (top, number);
            }

            wrong = folder is null ? "--dir is missing." : "";
            return folder is null ? null : new Arguments(folder, top, threads);
        }
    }
}
