using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests;

/// <summary>Reads what somebody does not want, written down as such. What is refused is refused no further than it was said: "party boat" is no word against boats.</summary>
public sealed partial class Refusals(Gazetteer gazetteer, Lexicon lexicon)
{
    private const int LongestPhrase = 80;

    // Words that leave what follows as wide as it is.
    private static readonly HashSet<string> Small = new(["a", "an", "any", "the", "by", "in", "on", "of", "to", "with", "all", "cac", "nhung", "di", "an", "bang", "o", "ngu", "moi"], StringComparer.Ordinal);

    // What is refused of these for being long or hard is refused: nobody knows how long is long.
    private static readonly HashSet<string> Toilsome = new(["trekking", "mountain-climbing", "many-stairs", "rock-climbing"], StringComparer.Ordinal);

    private static readonly HashSet<string> Degrees = new(["long", "hard", "difficult", "strenuous", "steep", "heavy", "serious", "too", "much", "many", "lot", "lots", "hours", "days", "day", "dai", "ngay", "gio", "tieng", "kho", "nhieu", "nang", "qua", "lau", "met", "doc", "cao", "xa", "hang"], StringComparer.Ordinal);

    /// <summary>Concepts where a text names nothing narrower, its own words elsewhere.</summary>
    public ConceptWishes Of(IEnumerable<string> texts)
    {
        var concepts = new List<string>();
        var phrases = new List<string>();
        foreach (var part in texts.SelectMany(text => Separators().Split(text)).Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part.Trim()))
        {
            var found = lexicon.FindInEntry(part);
            if (found.Count == 0 || IsNarrower(part, found))
            {
                phrases.Add(part.Length > LongestPhrase ? part[..LongestPhrase] : part);
            }
            else
            {
                concepts.AddRange(found.Select(match => match.Value.Id));
            }
        }

        return new ConceptWishes([.. concepts.Distinct()], [.. phrases.Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private bool IsNarrower(string refused, IReadOnlyList<PhraseMatch<Concept>> found) =>
        gazetteer.Resolve(refused) is not null || Tokenizer.Tokens(refused).Any(token => !Small.Contains(token.Folded) && !(Degrees.Contains(token.Folded) && found.All(match => IsToilsome(match.Value))) && !found.Any(match => match.Start <= token.Start && token.End <= match.End));

    private bool IsToilsome(Concept concept) => Toilsome.Contains(concept.Id) || concept.Broader.Any(id => lexicon.Find(id) is { } broader && IsToilsome(broader));

    [GeneratedRegex(@"[,;/\n]|\b(?:or|and|nor|hoặc|và)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
