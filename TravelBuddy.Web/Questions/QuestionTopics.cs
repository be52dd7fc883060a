using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions;

/// <summary>What travellers ask of any tour, in both languages, and how tours say it.</summary>
/// <param name="Asks">Finds it in a question.</param>
/// <param name="Says">Finds it in a passage; null where only the kinds of passages tell.</param>
/// <param name="Kinds">Kinds of passages that tell it whatever their words.</param>
public sealed record QuestionTopic(string Id, Regex Asks, Regex? Says, IReadOnlySet<PassageKind> Kinds, double Weight)
{
    /// <summary>How a tour says that it has it or not; null for what is no thing to be had, such as how far it is.</summary>
    public TopicHad? Had { get; init; }

    /// <summary>Whether it asks how a tour is (safe, slow, quiet), which no list of nouns says.</summary>
    public bool IsOfManner { get; init; }

    /// <summary>A passage's words as patterns are looked for in them.</summary>
    public static string WordsOf(Passage passage) => MonthSpans.Spelt(Tokenizer.Folded(passage.Text));

    public bool IsSaidIn(PassageKind kind, string folded) => Kinds.Contains(kind) || Says?.IsMatch(folded) == true;
}

/// <summary>What a yes or a no to a topic is read from.</summary>
/// <param name="Has">Finds in a sentence that it is there, unless the words around turn it round.</param>
/// <param name="Lacks">Finds that it is not.</param>
/// <param name="Thing">The concept that says the same; null where there is none.</param>
/// <param name="Requires">Whether whoever names it asks for it: a licence, a deposit.</param>
/// <param name="Conditional">Whether it is never had without conditions: money back.</param>
/// <param name="Tells">Whether the patterns themselves say that it is there ("pets welcome"), and not only name it ("pool").</param>
public sealed record TopicHad(Regex Has, Regex? Lacks, string? Thing, bool Requires, bool Conditional, bool Tells);

/// <summary>The topics of <c>data/question-topics.jsonl</c>. Their patterns are of folded words, one space between.</summary>
public sealed class QuestionTopics
{
    // Against a pattern that never ends. The clock runs on while the machine does something else, so much less would refuse harmless questions on a busy one.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    private QuestionTopics(IReadOnlyList<QuestionTopic> all) => All = all;

    public IReadOnlyList<QuestionTopic> All { get; }

    /// <summary>Reads the file; a pattern that is none throws <see cref="InvalidDataException"/> with its topic.</summary>
    public static QuestionTopics Load(string path) => new([.. JsonLines.Read<Line>(path, Json).Select(line => new QuestionTopic(line.Id, Pattern(line.Id, line.Asks)!, Pattern(line.Id, line.Says), line.Kinds.ToHashSet(), line.Weight)
    {
        Had = line.Had is { } had ? new TopicHad(Pattern(line.Id, had.Has)!, Pattern(line.Id, had.Lacks), had.Thing, had.Requires, had.Conditional, had.Tells) : null,
        IsOfManner = line.Manner,
    })]);

    private static Regex? Pattern(string id, IReadOnlyList<string> alternatives)
    {
        try
        {
            return alternatives.Count == 0 ? null : new Regex($@"(?<![a-z0-9])(?:{string.Join('|', alternatives)})(?![a-z0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Longest);
        }
        catch (ArgumentException problem)
        {
            throw new InvalidDataException($"Topic {id}: {problem.Message}", problem);
        }
    }

    private sealed record Line
    {
        public required string Id { get; init; }
        public required IReadOnlyList<string> Asks { get; init; }
        public IReadOnlyList<string> Says { get; init; } = [];
        public IReadOnlyList<PassageKind> Kinds { get; init; } = [];
        public double Weight { get; init; } = 1;
        public HadLine? Had { get; init; }
        public bool Manner { get; init; }
    }

    private sealed record HadLine
    {
        public required IReadOnlyList<string> Has { get; init; }
        public IReadOnlyList<string> Lacks { get; init; } = [];
        public string? Thing { get; init; }
        public bool Requires { get; init; }
        public bool Conditional { get; init; }
        public bool Tells { get; init; }
    }
}
