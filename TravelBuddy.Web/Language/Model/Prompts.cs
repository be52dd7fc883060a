using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Language.Model;

/// <summary>The prompts of <c>data/prompts</c>: files <c>name.vN.md</c>, of each name the highest version. A file begins with its facts as JSON between two lines of dashes; its words follow.</summary>
public sealed partial class Prompts
{
    private const int MostTokens = 4000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private readonly Dictionary<string, Prompt> _byName;

    private Prompts(IEnumerable<Prompt> prompts) => _byName = prompts.GroupBy(prompt => prompt.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.MaxBy(prompt => prompt.Version)!, StringComparer.Ordinal);

    /// <summary>All of them, each in its highest version.</summary>
    public IReadOnlyCollection<Prompt> All => _byName.Values;

    /// <summary>Reads a folder; a file that cannot be read as a prompt throws <see cref="InvalidDataException"/> with its name.</summary>
    public static Prompts Load(string folder) => new(Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(path => Read(Path.GetFileName(path), File.ReadAllText(path))) : []);

    /// <summary>The prompt of a name, or null.</summary>
    public Prompt? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads one file; what is no prompt throws <see cref="InvalidDataException"/> with its name.</summary>
    public static Prompt Read(string file, string text)
    {
        var name = FileName().Match(file);
        var parts = Parts().Match(text.ReplaceLineEndings("\n"));
        if (!name.Success || !parts.Success)
        {
            throw new InvalidDataException($"{file} is no prompt: its name ends in .vN.md, and it begins with its facts as JSON between two lines \"---\".");
        }

        try
        {
            var facts = JsonSerializer.Deserialize<Facts>(parts.Groups["facts"].ValueSpan, Json)!;
            var instructions = parts.Groups["words"].Value.Trim();
            return facts.MostTokens is > 0 and <= MostTokens && facts.Schema.ValueKind == JsonValueKind.Object && facts.Schema.TryGetProperty("type", out _) && instructions.Length > 0
                ? new Prompt(name.Groups["name"].Value, int.Parse(name.Groups["version"].ValueSpan, CultureInfo.InvariantCulture), facts.MostTokens, facts.Speaks, facts.Schema.Clone(), instructions)
                : throw new InvalidDataException($"{file}: mostTokens is from 1 to {MostTokens}, schema a JSON schema with a type, and words follow.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{file}: its facts cannot be read. {problem.Message}", problem);
        }
    }

    [GeneratedRegex(@"^(?<name>[a-z][a-z-]*)\.v(?<version>[1-9][0-9]{0,3})\.md$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\A---\n(?<facts>.*?)\n---\n(?<words>.*)\z", RegexOptions.Singleline)]
    private static partial Regex Parts();

    private sealed record Facts(int MostTokens, bool Speaks, JsonElement Schema);
}
