using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// What a package says of the language criteria: concepts with their strength (1 stated in the field meant for it or the title, less in passing), what it
/// says it does not have, and per criterion the phrases that no concept covers.
/// </summary>
public sealed partial record PackageConcepts(
    IReadOnlyDictionary<string, double> Has, IReadOnlySet<string> Denies, IReadOnlyDictionary<Criterion, IReadOnlyList<string>> Phrases)
{
    /// <summary>What it offers without saying so, with its strength; nothing broader follows from that.</summary>
    public IReadOnlyDictionary<string, double> Implied { get; init; } = new Dictionary<string, double>();

    /// <summary>Of the diets, beds and amenities it has, those it has only in part.</summary>
    public IReadOnlyDictionary<string, Reservation> Reserved { get; init; } = new Dictionary<string, Reservation>();

    private const double InPassing = .75;
    private const int MostPhrases = 8;
    private const string Sea = "sea";

    private static readonly HashSet<string> Negations = new(
        ["no", "not", "without", "excluding", "excluded", "excludes", "exclude", "non", "không", "ko", "chưa", "trừ"], StringComparer.Ordinal);

    /// <summary>What a package names only to warn of: "bring something for travel sickness" suits nobody who suffers from it.</summary>
    private static readonly HashSet<string> Warnings = new(["motion-sickness", "fear-of-heights"], StringComparer.Ordinal);

    /// <summary>The criterion that a kind of concept serves.</summary>
    public static Criterion CriterionOf(ConceptKind kind) => kind switch
    {
        ConceptKind.Transport => Criterion.Transportation,
        ConceptKind.Food or ConceptKind.Diet => Criterion.Food,
        ConceptKind.Activity or ConceptKind.Nature or ConceptKind.Culture => Criterion.Activities,
        _ => Criterion.Accommodation,
    };

    /// <summary>Whether the package has a field of its own for a criterion, so that silence there means no.</summary>
    public static bool States(TourPackage package, Criterion criterion) => criterion switch
    {
        Criterion.Transportation => package.Transportation.Count > 0,
        Criterion.Food => package.Food.Count > 0,
        Criterion.Activities => package.Activities.Count > 0,
        _ => !string.IsNullOrWhiteSpace(package.Accommodation) || !string.IsNullOrWhiteSpace(package.Notes),
    };

    /// <summary>Reads a package's texts; the sea, and what there is only beside it, is not read into tours that stay far from it.</summary>
    public static PackageConcepts Of(TourPackage package, Lexicon lexicon, Gazetteer gazetteer)
    {
        var has = new Dictionary<string, double>(StringComparer.Ordinal);
        var denies = new HashSet<string>(StringComparer.Ordinal);
        var phrases = new Dictionary<Criterion, List<string>>();
        var reservations = new Reservations(package.DurationDays);

        bool Read(string? text, Criterion? field, bool prominent = false, bool entry = false)
        {
            var matches = string.IsNullOrWhiteSpace(text) ? [] : entry ? lexicon.FindInEntry(text) : lexicon.FindIn(text);
            foreach (var match in matches)
            {
                if (!prominent && (HostFamilies.Is(text!, match) || Likened().IsMatch(text![..match.Start])))
                {
                    continue;
                }

                if (Warnings.Contains(match.Value.Id) || IsDenied(text!, match.Start, match.End))
                {
                    denies.Add(match.Value.Id);
                    continue;
                }

                var strength = prominent || field == CriterionOf(match.Value.Kind) ? 1 : InPassing;
                has[match.Value.Id] = Math.Max(strength, has.GetValueOrDefault(match.Value.Id));
                reservations.Hear(text!, match);
            }

            return matches.Count > 0;
        }

        void ReadList(IReadOnlyList<string> items, Criterion field)
        {
            foreach (var item in items)
            {
                if (!Read(item, field, entry: true) && !string.IsNullOrWhiteSpace(item))
                {
                    (phrases.TryGetValue(field, out var list) ? list : phrases[field] = []).Add(item);
                }
            }
        }

        ReadList(package.Transportation, Criterion.Transportation);
        ReadList(package.Food, Criterion.Food);
        ReadList(package.Activities, Criterion.Activities);
        ReadList(Sentences(package.Accommodation), Criterion.Accommodation);
        ReadList(Sentences(package.Notes), Criterion.Accommodation);
        Read(package.Title, null, prominent: true);
        Read(package.Description, null);
        foreach (var line in package.Itinerary.Concat(package.Includes))
        {
            Read(line, null);
        }

        var visited = PackagePlaces.Of(package, gazetteer);
        var ofSea = has.Keys.Where(id => IsKindOf(id, Sea, lexicon)).ToList();
        if (ofSea.Count > 0 && Seaside.IsOutOfReach(visited, gazetteer))
        {
            ofSea.ForEach(id => has.Remove(id));
        }

        denies.ExceptWith(has.Keys);
        return new PackageConcepts(has, denies, phrases.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Distinct().Take(MostPhrases)]))
        {
            Implied = ImpliedConcepts.Of(package, has, denies, visited, lexicon, gazetteer),
            Reserved = reservations.In(package),
        };
    }

    /// <summary>What a text says there is, and what it says there is not.</summary>
    public static (IReadOnlySet<string> Has, IReadOnlySet<string> Denies) Said(string text, Lexicon lexicon)
    {
        var said = lexicon.FindIn(text).ToLookup(match => IsDenied(text, match.Start, match.End), match => match.Value.Id);
        var has = said[false].ToHashSet(StringComparer.Ordinal);
        return (has, said[true].Except(has).ToHashSet(StringComparer.Ordinal));
    }

    internal static bool IsKindOf(string id, string kind, Lexicon lexicon) =>
        id == kind || (lexicon.Find(id)?.Broader.Any(broader => IsKindOf(broader, kind, lexicon)) ?? false);

    private static IReadOnlyList<string> Sentences(string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : text.Split(['.', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether one of the two words before it in the same sentence turns it round ("not suitable for" and the like count as one), or "-free", "not included", "are not accepted" behind it.</summary>
    public static bool IsDenied(string text, int start, int end)
    {
        if (text.AsSpan(end).StartsWith("-free", StringComparison.OrdinalIgnoreCase) || DeniedBehind().IsMatch(text[end..Math.Min(text.Length, end + 48)]))
        {
            return true;
        }

        var before = text.AsSpan(Math.Max(0, start - 48), Math.Min(start, 48));
        var cut = before.LastIndexOfAny(".;!?\n,(");
        var words = before[(cut + 1)..].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TextFolding.Normalize).ToList();
        return words.TakeLast(2).Any(Negations.Contains) || words.LastOrDefault(word => !Carriers.Contains(word)) is { } last && Negations.Contains(last) && words.Any(Suiting.Contains);
    }

    /// <summary>Words between a negation and what it turns round: "not suitable for", "không phù hợp với người".</summary>
    private static readonly HashSet<string> Carriers = new(
        ["suitable", "suited", "recommended", "accessible", "appropriate", "advised", "ideal", "designed", "for", "to", "with", "people", "guests", "travellers", "travelers", "any", "the", "a", "in", "using", "phù", "hợp", "thích", "nên", "cho", "với", "người", "khách", "dành", "dùng", "đi"], StringComparer.Ordinal);

    /// <summary>Of those, the ones that say what is turned round.</summary>
    private static readonly HashSet<string> Suiting = new(["suitable", "suited", "recommended", "accessible", "appropriate", "advised", "ideal", "designed", "hợp", "nên", "dành"], StringComparer.Ordinal);

    /// <summary>What something else is only likened to, or stands for: "a jeep: the wind of a motorbike", "a car instead of a motorbike". "The thrill of rafting" is what there is.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:the wind of (?:an? |the )?|(?:feels?|looks?|just|much|almost) like (?:an? |on an? )|instead of (?:an? |the )?|rather than (?:an? |the )?|thay (?:cho|vì) (?:đi |ngồi )?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Likened();

    [GeneratedRegex(@"^(?: [\p{L}\d]+){0,2} ?(?:is|are|was|were)?[ ]?(?:not|never) (?:included|available|accepted|allowed|permitted|possible|suitable|recommended|provided|offered)\b|^(?: [\p{L}\d]+){0,2} (?:không|chưa) (?:bao gồm|được nhận|phục vụ|được phép)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeniedBehind();
}
