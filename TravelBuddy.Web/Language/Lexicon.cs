using System.Text.Json;

namespace TravelBuddy.Web.Language;

/// <summary>What a concept is about; decides which criterion it serves.</summary>
public enum ConceptKind { Transport, Food, Diet, Activity, Lodging, Amenity, Theme, Traveller, Difficulty, Nature, Culture }

/// <summary>What a tour named for some people is to others: laid out around those people but open to whoever likes it (families), or for nobody who did not say so (a honeymoon, a school outing).</summary>
public enum MadeFor { Mainly, Only }

/// <summary>One concept of the travel lexicon with its English and Vietnamese surface forms (the first of each is its label).</summary>
public sealed record Concept
{
    public required string Id { get; init; }
    public required ConceptKind Kind { get; init; }
    public required IReadOnlyList<string> En { get; init; }
    public required IReadOnlyList<string> Vi { get; init; }
    public IReadOnlyList<string> ViFolded { get; init; } = [];

    /// <summary>Vietnamese phrases that mean something else without their diacritics ("nhà cổ", an old house; "nha co", the family has).</summary>
    public IReadOnlyList<string> ViExact { get; init; } = [];

    /// <summary>Words that mean it only where nothing else is said, as in a list of means of transport ("van", "ghe").</summary>
    public IReadOnlyList<string> Alone { get; init; } = [];

    public IReadOnlyList<string> Broader { get; init; } = [];
    public IReadOnlyList<string> Related { get; init; } = [];
    public IReadOnlyList<string> Opposite { get; init; } = [];

    /// <summary>Diets that are kept where this one is: vegan meals have no dairy.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>What a tour whose title names it is to others; null where that keeps nobody away.</summary>
    public MadeFor? MadeFor { get; init; }

    /// <summary>How it is called by who does not want it, where that is not its label: nobody avoids "popular places", but many what is touristy.</summary>
    public string? RefusedEn { get; init; }

    public string? RefusedVi { get; init; }

    /// <summary>The label in a language ("vi", anything else is English).</summary>
    public string Label(string language) => language == "vi" ? Vi[0] : En[0];

    /// <summary>The label where it is not wanted.</summary>
    public string RefusedLabel(string language) => (language == "vi" ? RefusedVi : RefusedEn) ?? Label(language);
}

/// <summary>The bilingual travel lexicon of <c>data/lexicon.jsonl</c>: concepts by id, and concepts found in text.</summary>
public sealed class Lexicon
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly Dictionary<string, Concept> _byId;
    private readonly PhraseIndex<Concept> _phrases = new();
    private readonly PhraseIndex<Concept> _alone = new();

    private Lexicon(IEnumerable<Concept> concepts)
    {
        _byId = concepts.ToDictionary(concept => concept.Id, StringComparer.Ordinal);
        foreach (var concept in _byId.Values)
        {
            foreach (var form in concept.En)
            {
                _phrases.AddEnglish(form, concept);
            }

            foreach (var form in concept.Vi)
            {
                _phrases.Add(form, concept, singleFolds: false);
            }

            foreach (var form in concept.ViFolded)
            {
                _phrases.Add(form, concept);
            }

            foreach (var form in concept.ViExact)
            {
                _phrases.Add(form, concept, singleFolds: false, folds: false);
            }

            foreach (var form in concept.Alone)
            {
                _alone.Add(form, concept);
            }
        }
    }

    /// <summary>All concepts.</summary>
    public IReadOnlyCollection<Concept> Concepts => _byId.Values;

    /// <summary>Reads the lexicon; a line that does not parse throws <see cref="InvalidDataException"/> naming the line.</summary>
    public static Lexicon Load(string path) => new(JsonLines.Read<Concept>(path, Json));

    /// <summary>The concept with an id, or null.</summary>
    public Concept? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Ids of concepts and of all that those are kinds of; unknown ones are left out.</summary>
    public IReadOnlySet<string> WithBroader(IEnumerable<string> ids)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(ids);
        while (open.TryPop(out var id))
        {
            if (Find(id) is { } concept && all.Add(id))
            {
                foreach (var broader in concept.Broader)
                {
                    open.Push(broader);
                }
            }
        }

        return all;
    }

    /// <summary>The concepts that a whole text names, however it is spelt.</summary>
    public IReadOnlyList<Concept> Named(string text) => _phrases.FindWhole(text);

    /// <summary>Concepts named in a text, left to right with their spans.</summary>
    public IReadOnlyList<PhraseMatch<Concept>> FindIn(string text) => _phrases.FindIn(text);

    /// <summary>Concepts named in an entry of a list, where a lone word means more than it would in a sentence.</summary>
    public IReadOnlyList<PhraseMatch<Concept>> FindInEntry(string text) =>
        _phrases.FindIn(text) is { Count: > 0 } found ? found : [.. _alone.FindWhole(text).Select(concept => new PhraseMatch<Concept>(concept, 0, text.Length))];
}
