using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading.Roles.Training;

/// <summary>Fits the model of how things are meant to messages that say so (docs/decisions/0039).</summary>
public sealed class ThingTraining(Gazetteer gazetteer, Lexicon lexicon, RoleModel places)
{
    /// <summary>Any day will do: no role hangs on it.</summary>
    private static readonly DateOnly Day = new(2026, 11, 28);

    /// <summary>The lines of <c>data/thing-roles.tsv</c>, the same ones for the same messages. A mark that is not in its text or has another role throws <see cref="InvalidDataException"/> with the message's id.</summary>
    public IEnumerable<string> Fit(IReadOnlyList<(MarkedMessage Marks, string Language, string Text)> messages)
    {
        var teacher = new Teacher(places);
        var reader = new WishReader(gazetteer, lexicon, teacher);
        foreach (var (marks, language, text) in messages)
        {
            teacher.Spans = [.. marks.Spans(text).Select(span => (span.Start, span.End, span.Mark.AsStance(marks.Id)))];
            reader.Read(text, language, Day);
        }

        return RoleTraining.Lines([.. teacher.Examples.Select(example => (example.Cues, RegressedStances.Column(example.Stance)))], [.. RegressedStances.Stances.Select(stance => stance.ToString())],
            "# What a cue weighs for each way to mean a thing ({0}). Written by ./run train-things (docs/decisions/0039), not by hand.");
    }

    /// <summary>Says what the marks say, and keeps the cues that stood for it; of what is not marked nothing is learned.</summary>
    private sealed class Teacher(RoleModel places) : RoleModel
    {
        public IReadOnlyList<(int Start, int End, Stance Stance)> Spans { get; set; } = [];

        public List<(IReadOnlyList<string> Cues, Stance Stance)> Examples { get; } = [];

        internal override IReadOnlyList<PlaceRole> Decide(NamedPlaces named) => places.Decide(named);

        internal override IReadOnlyList<Stance> Decide(NamedThings things)
        {
            var marked = things.Named.Select(thing => Spans.Where(span => span.Start < thing.End && thing.Start < span.End).Select(span => (Stance?)span.Stance).FirstOrDefault()).ToList();
            var stances = things.Named.Zip(marked, (thing, mark) => mark ?? thing.Told).ToList();
            var cues = new ThingCues(things);
            Examples.AddRange(Enumerable.Range(0, marked.Count).Where(i => marked[i] is not null).Select(i => (cues.Of(i, stances), stances[i])));
            return stances;
        }
    }
}
