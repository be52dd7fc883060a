using System.Globalization;
using System.Text;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace TravelBuddy.Benchmarks.Search;

/// <summary><c>search-table README</c>: runs the suites of searching and writes their table, with machine and date, into a README between two marks.</summary>
public static class SearchTable
{
    /// <param name="readme">The file; it must hold the marks.</param>
    /// <param name="errors">Receives what is wrong.</param>
    /// <returns>Exit code: 0, or 1 if something is missing or a suite failed.</returns>
    public static int Run(string readme, TextWriter errors)
    {
        var marked = new MarkedTable(readme, "searched");
        if (!marked.IsReady(errors))
        {
            return 1;
        }

        var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.DisableOptimizationsValidator);
        Summary[] summaries = [BenchmarkRunner.Run<SearchCatalogue>(config), BenchmarkRunner.Run<SearchScattered>(config)];
        if (summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)))
        {
            errors.WriteLine("A suite failed; the README is left as it was.");
            return 1;
        }

        marked.Write(Table(summaries));
        return 0;
    }

    private static string Table(Summary[] summaries)
    {
        var table = new StringBuilder();
        var cpu = HostEnvironmentInfo.GetCurrent().Cpu.Value?.ProcessorName?.Trim() ?? "an unknown processor";
        table.AppendLine(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, {cpu}, {Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}; milliseconds a query (median), and times the matrix-vector product of OpenBLAS on all processors:").AppendLine();
        table.AppendLine("| 100,000 rows of 768, ten best | as catalogues are | scattered |").AppendLine("|---|---|---|");
        foreach (var method in summaries[0].Reports.Select(Name))
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"| {method} | {string.Join(" | ", summaries.Select(summary => Cell(summary, method)))} |");
        }

        if (SearchCatalogue.Recall is { } recall)
        {
            table.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"HNSW (m 32, ef_construction 200, ef_search 100) found {recall:0.000} of the ten best.");
        }

        return table.ToString();
    }

    private static string Cell(Summary summary, string method)
    {
        var blas = Milliseconds(summary.Reports.Single(report => report.BenchmarkCase.Descriptor.Baseline));
        return summary.Reports.FirstOrDefault(report => Name(report) == method) is { } report
            ? string.Create(CultureInfo.InvariantCulture, $"{Milliseconds(report):0.00} ({blas / Milliseconds(report):0.0}×)")
            : "";
    }

    private static string Name(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');

    private static double Milliseconds(BenchmarkReport report) => report.ResultStatistics!.Median / 1e6;
}
