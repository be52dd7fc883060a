namespace TravelBuddy.Web.Interests.Reading.Roles.Training;

/// <summary>What a message names that a tour can have (data/evaluation/README.md).</summary>
public sealed record MarkedMessage(string Id, IReadOnlyList<ThingMark> Marks)
{
    /// <summary>Where each mark stands in the text, in the marks' order; a mark that does not occur in it is an error.</summary>
    public IReadOnlyList<(int Start, int End, ThingMark Mark)> Spans(string text)
    {
        var spans = new List<(int, int, ThingMark)>();
        var from = 0;
        foreach (var mark in Marks)
        {
            var start = text.IndexOf(mark.Text, from, StringComparison.Ordinal) is >= 0 and var later ? later : text.IndexOf(mark.Text, StringComparison.Ordinal);
            if (start < 0)
            {
                throw new InvalidDataException($"{Id}: \"{mark.Text}\" is not in the text.");
            }

            spans.Add((start, start + mark.Text.Length, mark));
            from = start + 1;
        }

        return spans;
    }
}

/// <summary>The words that name a thing, its kind (transport, food, activity, lodging, traveller) and its role: wish, must, refuse or aside.</summary>
public sealed record ThingMark(string Text, string Kind, string Role)
{
    internal Stance AsStance(string message) => Role switch
    {
        "wish" => Stance.Wanted,
        "must" => Stance.Essential,
        "refuse" => Stance.Unwanted,
        "aside" => Stance.Indifferent,
        _ => throw new InvalidDataException($"{message}: the role \"{Role}\" is none of wish, must, refuse, aside."),
    };
}
