using System.Text.Json;
using JasperFx.CommandLine;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Questions.Evaluation;

/// <summary>What <c>evaluate-model</c> is given.</summary>
public sealed class EvaluateModelInput : NetCoreInput
{
    [Description("Labelled questions about tours of the database, one JSON object a line: id, package (the provider's own id), language (en or vi), question, says (words of the passages that answer it; none if its text does not)")]
    public string? SetFlag { get; set; }
}

/// <summary><c>evaluate-model --set F</c>: asks the configured model every question, with the prompt <c>tour-answer</c>, and prints how far it can be relied on.</summary>
[Description("Measure the configured language model on labelled questions about tours (the prompt tour-answer): groundedness, schema validity, language match, answers, latency", Name = "evaluate-model")]
public sealed class EvaluateModelCommand : JasperFxAsyncCommand<EvaluateModelInput>
{
    public override async Task<bool> Execute(EvaluateModelInput input)
    {
        if (input.SetFlag is null || !File.Exists(input.SetFlag))
        {
            Console.Error.WriteLine(input.SetFlag is null ? "--set is missing: a file of labelled questions, such as data/tour-questions.jsonl." : $"--set: there is no file {input.SetFlag}.");
            return false;
        }

        // A remembered answer takes no time and tells nothing; and what goes wrong is counted, not logged one by one.
        System.Environment.SetEnvironmentVariable("Llm__CacheMinutes", "0");
        System.Environment.SetEnvironmentVariable($"Logging__LogLevel__{typeof(LanguageModel).FullName}", "Error");
        System.Environment.SetEnvironmentVariable("Hosting__PrintNotes", "false");
        using var host = input.BuildHost();
        if (host.Services.GetService<LanguageModel>() is not { } model)
        {
            Console.Error.WriteLine("No language model is configured: set Llm__BaseUrl and Llm__Model.");
            return false;
        }

        try
        {
            var questions = JsonLines.Read<LabelledTourQuestion>(input.SetFlag, new JsonSerializerOptions(JsonSerializerDefaults.Web)).ToList();
            await host.StartAsync();
            await using var scope = host.Services.CreateAsyncScope();
            var report = await ActivatorUtilities.CreateInstance<ModelEvaluation>(scope.ServiceProvider, model).RunAsync(questions, CancellationToken.None);
            foreach (var problem in report.Problems)
            {
                Console.Error.WriteLine(problem);
            }

            Console.Write(report.Table());
            await host.StopAsync();
            return report.Asked > 0;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(problem.Message);
            return false;
        }
    }
}
