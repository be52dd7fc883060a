using JasperFx.CommandLine;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Language.Model.Trials;

/// <summary>What <c>evaluate-model</c> is given.</summary>
public sealed class EvaluateModelInput : NetCoreInput
{
    [Description("Uses of the model to measure, separated by commas, such as answers,reasons; all without it, or answers alone where --set is given")]
    public string? UsesFlag { get; set; }

    [Description("Labelled lines of one's own for the one use that is measured, in the form of its file below data/ (data/README.md)")]
    public string? SetFlag { get; set; }

    [Description("How many lines of each file are tried at most: a model that is paid for costs money")]
    public int MostFlag { get; set; } = 40;
}

/// <summary><c>evaluate-model [--uses A,B] [--set F] [--most N]</c>: has labelled words go the way that travellers' words go to the configured model, and prints how far it can be relied on, for each use that a feature makes of it.</summary>
[Description("Measure the configured language model, a row for each use of it: schema validity, language match, groundedness, what of it is used, latency; and what the labels say of it", Name = "evaluate-model")]
public sealed class EvaluateModelCommand : JasperFxAsyncCommand<EvaluateModelInput>
{
    /// <summary>The use that a set without a use is of.</summary>
    private const string OfSets = "answers";

    public override async Task<bool> Execute(EvaluateModelInput input)
    {
        using var host = input.BuildHost();
        await using var scope = host.Services.CreateAsyncScope();
        var all = scope.ServiceProvider.GetServices<IModelTrial>().ToList();
        var uses = (input.UsesFlag ?? (input.SetFlag is null ? string.Join(',', all.Select(trial => trial.Use)) : OfSets)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var chosen = all.Where(trial => uses.Contains(trial.Use)).ToList();
        var faults = Faults(input, uses, all, scope.ServiceProvider.GetRequiredService<ILanguageModel>().IsConfigured).ToList();
        if (faults.Count > 0)
        {
            faults.ForEach(Console.Error.WriteLine);
            return false;
        }

        try
        {
            var files = scope.ServiceProvider.GetRequiredService<DataFiles>();
            await host.StartAsync();
            var results = await RunAsync([.. chosen.Select(trial => (trial, input.SetFlag ?? files.PathOf(trial.Set)))], input.MostFlag);
            await host.StopAsync();
            return results.Any(result => result.Heard.Count > 0);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException or StartupException)
        {
            Console.Error.WriteLine(problem.Message);
            return false;
        }
    }

    /// <summary>Prints each row when it is there: a slow model takes minutes.</summary>
    private static async Task<IReadOnlyList<TrialResult>> RunAsync(IReadOnlyList<(IModelTrial Trial, string Path)> chosen, int most)
    {
        var results = new List<TrialResult>();
        Console.WriteLine(TrialTable.Head);
        foreach (var (trial, path) in chosen)
        {
            results.Add(await trial.RunAsync(path, most, CancellationToken.None));
            Console.WriteLine(TrialTable.Row(results[^1]));
            foreach (var problem in results[^1].Problems)
            {
                Console.Error.WriteLine(problem);
            }
        }

        Console.WriteLine();
        Console.Write(TrialTable.Figures(results));
        return results;
    }

    private static IEnumerable<string> Faults(EvaluateModelInput input, IReadOnlyList<string> uses, IReadOnlyList<IModelTrial> all, bool isConfigured)
    {
        if (uses.FirstOrDefault(use => all.All(trial => trial.Use != use)) is { } unknown)
        {
            yield return $"--uses: there is no use {unknown}; there are {string.Join(", ", all.Select(trial => trial.Use))}.";
        }

        if (input.SetFlag is not null && !File.Exists(input.SetFlag))
        {
            yield return $"--set: there is no file {input.SetFlag}.";
        }

        if (input.SetFlag is not null && uses.Count != 1)
        {
            yield return "--set is the file of one use: name it by --uses.";
        }

        if (input.MostFlag < 1)
        {
            yield return "--most is a number from 1.";
        }

        if (!isConfigured)
        {
            yield return "No language model is configured: set Llm__BaseUrl and Llm__Model.";
        }
    }
}
