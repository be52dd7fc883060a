using System.Text.Json;
using JasperFx.CommandLine;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading.Roles.Training;

/// <summary>What <c>train-places</c> is given.</summary>
public sealed class TrainPlacesInput : NetCoreInput
{
    [Description("Files of messages, one JSON object a line with free_text and mentions (data/evaluation/README.md)")]
    public IEnumerable<string> Files { get; set; } = [];
}

/// <summary><c>train-places FILE…</c>: writes <c>data/place-roles.tsv</c> from messages that say what each place in them is named for.</summary>
[Description("Fit the reading of places (data/place-roles.tsv) to messages that say what each place in them is named for", Name = "train-places")]
public sealed class TrainPlacesCommand : JasperFxAsyncCommand<TrainPlacesInput>
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public override async Task<bool> Execute(TrainPlacesInput input)
    {
        using var host = input.BuildHost();
        try
        {
            var messages = input.Files.SelectMany(file => JsonLines.Read<AnnotatedMessage>(file, Json)).Where(message => message is { FreeText: not null, Mentions.Count: > 0 }).ToList();
            var lines = new RoleTraining(host.Services.GetRequiredService<Gazetteer>(), host.Services.GetRequiredService<Lexicon>()).Fit(messages).ToList();
            var path = host.Services.GetRequiredService<DataFiles>().PathOf("place-roles.tsv");
            await File.WriteAllLinesAsync(path, lines);
            Console.WriteLine($"{messages.Count} messages, {lines.Count - 1} cues: {path}");
            return true;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(problem.Message);
            return false;
        }
    }
}
