using JasperFx.CommandLine;
using TravelBuddy.Web.Catalog.Places;
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
    public override Task<bool> Execute(TrainPlacesInput input) => TrainedFile.WriteAsync(input, "place-roles.tsv", services =>
    {
        var messages = TrainedFile.Read<AnnotatedMessage>(input.Files).Where(message => message is { FreeText: not null, Mentions.Count: > 0 }).ToList();
        return (messages.Count, new RoleTraining(services.GetRequiredService<Gazetteer>(), services.GetRequiredService<Lexicon>()).Fit(messages));
    });
}
