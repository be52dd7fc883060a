using System.Text.Json;
using JasperFx.CommandLine;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading.Roles.Training;

/// <summary>What <c>train-things</c> is given.</summary>
public sealed class TrainThingsInput : NetCoreInput
{
    [Description("The file of marks (data/evaluation/README.md)")]
    public string Marks { get; set; } = "";

    [Description("Files of the messages, one JSON object a line with free_text")]
    public IEnumerable<string> Files { get; set; } = [];
}

/// <summary><c>train-things MARKS FILE…</c>: writes <c>data/thing-roles.tsv</c> from messages whose things are marked.</summary>
[Description("Fit the reading of things (data/thing-roles.tsv) to messages whose things are marked", Name = "train-things")]
public sealed class TrainThingsCommand : JasperFxAsyncCommand<TrainThingsInput>
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public override async Task<bool> Execute(TrainThingsInput input)
    {
        using var host = input.BuildHost();
        try
        {
            var marks = JsonLines.Read<MarkedMessage>(input.Marks, Json).ToDictionary(message => message.Id);
            var messages = input.Files.SelectMany(file => JsonLines.Read<AnnotatedMessage>(file, Json)).Where(message => message.FreeText is not null && marks.ContainsKey(message.Id))
                .Select(message => (marks[message.Id], message.Language, message.FreeText)).ToList();
            var lines = new ThingTraining(host.Services.GetRequiredService<Gazetteer>(), host.Services.GetRequiredService<Lexicon>(), host.Services.GetRequiredService<RoleModel>()).Fit(messages).ToList();
            var path = Path.Combine(Path.GetDirectoryName(host.Services.GetRequiredService<DataFiles>().PathOf("place-roles.tsv"))!, "thing-roles.tsv");
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
