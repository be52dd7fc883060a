using JasperFx.CommandLine;
using TravelBuddy.Web.Catalog.Places;
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
    public override Task<bool> Execute(TrainThingsInput input) => TrainedFile.WriteAsync(input, "thing-roles.tsv", services =>
    {
        var marks = TrainedFile.Read<MarkedMessage>([input.Marks]).ToDictionary(message => message.Id);
        var messages = TrainedFile.Read<AnnotatedMessage>(input.Files).Where(message => message.FreeText is not null && marks.ContainsKey(message.Id))
            .Select(message => (marks[message.Id], message.Language, message.FreeText)).ToList();
        return (messages.Count, new ThingTraining(services.GetRequiredService<Gazetteer>(), services.GetRequiredService<Lexicon>(), services.GetRequiredService<RoleModel>()).Fit(messages));
    });
}
