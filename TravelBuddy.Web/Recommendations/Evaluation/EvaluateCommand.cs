using JasperFx.CommandLine;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>What <c>evaluate</c> is given.</summary>
public sealed class EvaluateInput : NetCoreInput
{
    [Description("Packages in the interchange format; they go into a scratch database that is dropped afterwards. Without it the current database is evaluated")]
    public string? PackagesFlag { get; set; }

    [Description("Wishes in the interchange format, one JSON object a line. Forms of one need may share an id before an @ (n001@en, n001@vi-text); \"primary\": true marks those that count in the overall row")]
    public string? QueriesFlag { get; set; }

    [Description("Judgements: query_id 0 package_id grade, grades 0 to 3; query_id is a wish's id or the part of it before the last @")]
    public string? QrelsFlag { get; set; }

    [Description("Where to write the run in TREC format")]
    public string? RunOutFlag { get; set; }
}

/// <summary><c>evaluate [--packages F] --queries F [--qrels F] [--run-out F]</c>: ranks every query and prints how good the lists are.</summary>
[Description("Measure the quality of the ranking: nDCG@10, recall@10, MRR, diversity, coverage and latency, by part and against two baselines; and how texts are read beside their forms", Name = "evaluate")]
public sealed class EvaluateCommand : JasperFxAsyncCommand<EvaluateInput>
{
    public override async Task<bool> Execute(EvaluateInput input)
    {
        if (input.QueriesFlag is null)
        {
            Console.Error.WriteLine("--queries is missing: a file of wishes in the interchange format.");
            return false;
        }

        foreach (var (name, path, line) in new[] { ("--queries", input.QueriesFlag, "wish"), ("--packages", input.PackagesFlag, "package"), ("--qrels", input.QrelsFlag, "judgement") })
        {
            if (path is not null && !File.Exists(path))
            {
                Console.Error.WriteLine($"{name}: there is no file {path}.");
                return false;
            }

            if (path is not null && File.ReadLines(path).All(string.IsNullOrWhiteSpace))
            {
                Console.Error.WriteLine($"{name}: {path} is empty; a line for each {line} is expected (README.md, Measuring the ranking).");
                return false;
            }
        }

        try
        {
            // Before minutes of importing and ranking, what can go wrong at their end.
            var judgements = input.QrelsFlag is null ? null : TrecFiles.ReadJudgements(input.QrelsFlag);
            if (input.RunOutFlag is not null)
            {
                await File.WriteAllTextAsync(input.RunOutFlag, "");
            }

            return input.PackagesFlag is null ? await EvaluateAsync(input, judgements) : await ScratchEvaluation.RunAsync(input);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(problem.Message);
            return false;
        }
    }

    private static async Task<bool> EvaluateAsync(EvaluateInput input, Judgements? judgements)
    {
        using var host = input.BuildHost();
        await host.StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var evaluation = ActivatorUtilities.CreateInstance<Evaluation>(scope.ServiceProvider);
        var report = await evaluation.RunAsync(input.QueriesFlag!, judgements, new ProgressLine("queries ranked", Console.Error), CancellationToken.None);
        foreach (var problem in report.Problems)
        {
            Console.Error.WriteLine(problem);
        }

        if (input.RunOutFlag is not null)
        {
            TrecFiles.WriteRun(input.RunOutFlag, report.Lists, "travelbuddy");
        }

        Console.Write(report.Table());
        await host.StopAsync();
        return report.Lists.Count > 0;
    }
}
