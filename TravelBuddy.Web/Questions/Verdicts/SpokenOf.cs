using System.Text.RegularExpressions;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions.Verdicts;

/// <summary>Something a question asks of: a topic whose presence can be told, or a thing of the lexicon; and where a text speaks of it.</summary>
internal sealed partial record SpokenOf(TopicHad? Topic, Concept? Thing)
{
    private const string NoMeals = "meals-not-included";
    private const string Meals = "meals-included";

    /// <summary>Whether meals are asked for, and no certain one.</summary>
    public bool IsMeals { get; init; }

    /// <summary>Whether a guide's language is asked for.</summary>
    public bool IsGuide { get; init; }

    /// <summary>Whether whoever names it asks for it.</summary>
    public bool Requires => Topic?.Requires == true;

    /// <summary>The places in a text that speak of it, and whether their own words say that it is not there.</summary>
    public IEnumerable<(int Start, int End, bool Lacks)> In(string text, PassageKind kind, Lexicon lexicon)
    {
        var tokens = Tokenizer.Tokens(text);
        var folded = string.Join(' ', tokens.Select(token => token.Folded));
        var found = new List<(int, int, bool)>();
        if (Topic is { } topic)
        {
            found.AddRange((topic.Lacks?.Matches(folded) ?? Enumerable.Empty<Match>()).Select(match => Place(match, true)));
            found.AddRange(topic.Has.Matches(folded).Select(match => Place(match, false)).Where(place => found.TrueForAll(lack => place.Item2 <= lack.Item1 || lack.Item2 <= place.Item1)));
        }

        // The patterns of a topic are enough: the thing's other names say too much ("wheelchair" of what is accessible).
        if (Topic is null && Thing is { } thing)
        {
            found.AddRange(lexicon.FindIn(text).Where(match => PackageConcepts.IsKindOf(match.Value.Id, thing.Id, lexicon)).Select(match => (match.Start, match.End, false)));
            found.AddRange(lexicon.FindIn(text).Where(match => match.Value.Id == NoMeals && PackageConcepts.IsKindOf(thing.Id, Meals, lexicon) && NamesMeal(text[match.Start..match.End], thing.Id, lexicon)).Select(match => (match.Start, match.End, true)));
            found.AddRange(kind == PassageKind.Itinerary ? MealMarks.In(text, thing.Id).Select(mark => (mark.Index, mark.Index + mark.Length, false)) : []);
        }

        return found.Where(place => !OtherWords().IsMatch(TextFolding.Normalize(text[place.Item1..place.Item2])));

        (int, int, bool) Place(Match match, bool lacks)
        {
            var at = 0;
            var inside = new List<Token>();
            foreach (var token in tokens)
            {
                if (at < match.Index + match.Length && match.Index < at + token.Folded.Length)
                {
                    inside.Add(token);
                }

                at += token.Folded.Length + 1;
            }

            return (inside[0].Start, inside[^1].End, lacks);
        }
    }

    /// <summary>"Dinner at own expense" says nothing of lunch.</summary>
    private static bool NamesMeal(string words, string meal, Lexicon lexicon)
    {
        var others = new[] { "breakfast", "lunch", "dinner" }.Select(lexicon.Find).OfType<Concept>().Where(other => other.Id != meal);
        var folded = Tokenizer.Folded(words);
        return !others.Any(other => other.En.Concat(other.Vi).Any(name => folded.Contains(Tokenizer.Folded(name), StringComparison.Ordinal)));
    }

    /// <summary>Words that are what is asked for only without their accents: burnt rice, "back to the gate".</summary>
    [GeneratedRegex(@"\b(?:cháy|chạy|chảy|về|vẽ|vẻ)\b")]
    private static partial Regex OtherWords();
}
