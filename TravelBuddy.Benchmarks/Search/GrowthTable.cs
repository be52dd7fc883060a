using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BenchmarkDotNet.Environments;
using TravelBuddy.Ranking;

namespace TravelBuddy.Benchmarks.Search;

/// <summary>
/// <c>growth README</c>: what a search costs as a catalogue grows to a million rows, and writes its table into a README between two marks. OpenBLAS answers each query right after the library, so that
/// both have the same memory in the same minute; it reads all rows, so that every search finds the processor's caches without its index.
/// </summary>
internal static class GrowthTable
{
    private const int Best = 10;
    private const int Warm = 20;
    private const int Queries = 60;

    private static readonly int[] Sizes = [100_000, 300_000, 1_000_000];

    /// <param name="readme">The file; it must hold the marks.</param>
    /// <param name="errors">Receives what is wrong.</param>
    /// <returns>Exit code: 0, or 1 if something is missing.</returns>
    public static int Run(string readme, TextWriter errors)
    {
        var marked = new MarkedTable(readme, "growth");
        if (!marked.IsReady(errors))
        {
            return 1;
        }

        var cpu = HostEnvironmentInfo.GetCurrent().Cpu.Value?.ProcessorName?.Trim() ?? "an unknown processor";
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, {cpu}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}; medians of {Queries} queries, in milliseconds:").AppendLine();
        table.AppendLine("| Rows as catalogues are | threads | `RankingIndex` | OpenBLAS, all threads | times faster | memory, times the rows | build |").AppendLine("|---|---|---|---|---|---|---|");
        foreach (var size in Sizes)
        {
            var drawn = new SearchedRows(seed: 7);
            var rows = drawn.Next(size, .1);
            float[][] asked = [.. Enumerable.Range(0, Warm + Queries).Select(_ => drawn.Next(1, 0))];
            for (var threads = 1; threads <= 2; threads++)
            {
                errors.WriteLine($"{size} rows, {threads} threads …");
                table.AppendLine(Line(rows, asked, threads));
                GC.Collect();
            }
        }

        marked.Write(table.ToString());
        return 0;
    }

    private static string Line(float[] rows, float[][] asked, int threads)
    {
        var size = rows.Length / SampleRows.Layout.Dimensions;
        var began = Stopwatch.GetTimestamp();
        var index = RankingIndex.Build(SampleRows.Layout, rows, SampleRows.Weights, threads);
        var built = Stopwatch.GetElapsedTime(began);
        var (ids, scores, products, wide) = (new int[Best], new double[Best], new float[size], new double[size]);
        var (ours, others) = (new List<double>(), new List<double>());
        foreach (var row in asked)
        {
            var (query, weighted) = (SearchQueries.Of(row), SearchQueries.Weighted(row));
            ours.Add(Milliseconds(() => index.Search(query, ids, scores, [])));
            others.Add(Milliseconds(() => MatrixVector.Best(rows, weighted, products, wide, ids)));
        }

        var (mine, blas) = (Median(ours), Median(others));
        return string.Create(CultureInfo.InvariantCulture, $"| {size:N0} | {threads} | {mine:0.00} | {blas:0.0} | {blas / mine:0.0}× | {(double)index.Bytes / ((long)rows.Length * sizeof(float)):0.00} | {built.TotalSeconds:0} s |");
    }

    private static double Milliseconds(Action act)
    {
        var began = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static double Median(List<double> all)
    {
        double[] sorted = [.. all.Skip(Warm).Order()];
        return sorted.Percentile(.5);
    }
}
