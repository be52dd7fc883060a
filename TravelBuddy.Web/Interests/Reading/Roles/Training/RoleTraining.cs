using System.Globalization;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading.Roles.Training;

/// <summary>Fits the model of what places are named for to messages that say so (docs/decisions/0035).</summary>
public sealed class RoleTraining(Gazetteer gazetteer, Lexicon lexicon)
{
    /// <summary>A cue seen less often says nothing that would hold elsewhere.</summary>
    private const int SeenAtLeast = 3;

    /// <summary>Any day will do: no role hangs on it.</summary>
    private static readonly DateOnly Day = new(2026, 11, 28);

    /// <summary>The lines of <c>data/place-roles.tsv</c>, the same ones for the same messages. A mention that is not in its text or has another role throws <see cref="InvalidDataException"/> with the message's id.</summary>
    public IEnumerable<string> Fit(IReadOnlyList<AnnotatedMessage> messages)
    {
        var teacher = new Teacher();
        var reader = new WishReader(gazetteer, lexicon, teacher);
        foreach (var message in messages)
        {
            teacher.Spans = message.Spans();
            reader.Read(message.FreeText, message.Language, Day);
        }

        return Lines([.. teacher.Examples.Select(example => (example.Cues, RegressedRoles.Column(example.Role)))], [.. RegressedRoles.Roles.Select(role => role.ToString())],
            "# What a cue weighs for each role of a place ({0}). Written by ./run train-places (docs/decisions/0035), not by hand.");
    }

    /// <summary>The lines of a file of weights fitted to examples, under a head that names the columns.</summary>
    internal static IEnumerable<string> Lines(IReadOnlyList<(IReadOnlyList<string> Cues, int Class)> examples, IReadOnlyList<string> columns, string head)
    {
        var seen = examples.SelectMany(example => example.Cues).CountBy(cue => cue).Where(cue => cue.Value >= SeenAtLeast).Select(cue => cue.Key).ToHashSet();
        var weights = SoftmaxRegression.Fit([.. examples.Select(example => (example.Cues.Where(seen.Contains).ToArray(), example.Class))], columns.Count);
        return weights.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}\t{string.Join('\t', entry.Value.Select(weight => weight.ToString("0.##", CultureInfo.InvariantCulture)))}")
            .Prepend(string.Format(CultureInfo.InvariantCulture, head, string.Join(", ", columns)));
    }

    /// <summary>Says what the annotations say, and keeps the cues that stood for it.</summary>
    private sealed class Teacher : RoleModel
    {
        public IReadOnlyList<(int Start, int End, PlaceRole Role)> Spans { get; set; } = [];

        public List<(IReadOnlyList<string> Cues, PlaceRole Role)> Examples { get; } = [];

        internal override IReadOnlyList<PlaceRole> Decide(NamedPlaces places)
        {
            // What is not annotated is no name of a place.
            var roles = places.Named.Select(place => Spans.Where(span => span.Start < place.End && place.Start < span.End).Select(span => (PlaceRole?)span.Role).FirstOrDefault() ?? PlaceRole.Earlier).ToList();
            var cues = new RoleCues(places);
            Examples.AddRange(roles.Select((role, i) => (cues.Of(i, roles), role)));
            return roles;
        }
    }
}
