
namespace TravelBuddy.Web.Interests.Reading.Roles.Training;

/// <summary>A message and what each place in it is named for (data/evaluation/README.md).</summary>
public sealed record AnnotatedMessage(string Id, string Language, string FreeText, IReadOnlyList<Mention> Mentions)
{
    /// <summary>Where each mention stands in the text and its role; a mention that does not occur after the one before it is an error.</summary>
    internal IReadOnlyList<(int Start, int End, PlaceRole Role)> Spans()
    {
        var spans = new List<(int, int, PlaceRole)>();
        var from = 0;
        foreach (var mention in Mentions)
        {
            var start = FreeText.IndexOf(mention.Text, from, StringComparison.Ordinal);
            if (start < 0)
            {
                throw new InvalidDataException($"{Id}: \"{mention.Text}\" is not in the text after the mention before it.");
            }

            spans.Add((start, start + mention.Text.Length, mention.AsRole(Id)));
            from = start + 1;
        }

        return spans;
    }
}

/// <summary>The name of a place as it is written, and its role: wish, start, refused, home (abroad), past, end (of the trip) or other.</summary>
public sealed record Mention(string Text, string Role)
{
    internal PlaceRole AsRole(string message) => Role switch
    {
        "wish" => PlaceRole.Wish,
        "start" => PlaceRole.Start,
        "refused" => PlaceRole.Unwanted,
        "home" or "past" or "end" or "other" => PlaceRole.Earlier,
        _ => throw new InvalidDataException($"{message}: the role \"{Role}\" is none of wish, start, refused, home, past, end, other."),
    };
}
