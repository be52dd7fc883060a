using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TravelBuddy.Tests.Language;

/// <summary>English texts are the keys; every key in use has a Vietnamese entry in the resources of its marker class, and no entry is left over.</summary>
public sealed partial class when_pages_speak_two_languages
{
    private static readonly string Web = Path.Combine(Path.GetDirectoryName(SourceFile())!, "..", "..", "TravelBuddy.Web");

    [Fact]
    public void every_text_has_its_vietnamese()
    {
        var uses = Uses();
        uses.Count.ShouldBeGreaterThan(50);
        var entries = Entries();

        uses.Where(use => !entries.TryGetValue(use.Marker, out var texts) || !texts.ContainsKey(use.Key)).Select(use => $"{use.Marker}: \"{use.Key}\" of {use.File}").ShouldBeEmpty();
    }

    [Fact]
    public void no_vietnamese_text_is_left_over()
    {
        var used = Uses().Select(use => (use.Marker, use.Key)).ToHashSet();
        var code = Sources("*.cshtml").Concat(Sources("*.cs")).Select(File.ReadAllText).ToList();

        // A label may be handed on before it is looked up, so any string literal of that text counts as a use.
        Entries().SelectMany(file => file.Value.Keys.Select(key => (Marker: file.Key, Key: key)))
            .Where(entry => !used.Contains(entry) && !code.Any(text => text.Contains($"\"{entry.Key.Replace("\"", "\\\"")}\"", StringComparison.Ordinal))).Select(entry => $"{entry.Marker}: \"{entry.Key}\"").ShouldBeEmpty();
    }

    [Fact]
    public void a_translation_is_not_empty_and_keeps_the_places_of_its_arguments()
    {
        foreach (var (marker, texts) in Entries())
        {
            foreach (var (key, text) in texts)
            {
                text.ShouldNotBeNullOrWhiteSpace($"{marker}: \"{key}\"");
                Arguments(text).ShouldBe(Arguments(key), $"{marker}: \"{key}\"");
                text.IsNormalized().ShouldBeTrue($"{marker}: \"{key}\" is not in Unicode normal form C");
            }
        }
    }

    private static string[] Arguments(string text) => [.. Argument().Matches(text).Select(match => match.Value).Distinct().Order()];

    /// <summary>Vietnamese entries by marker class.</summary>
    private static Dictionary<string, Dictionary<string, string>> Entries() =>
        Sources("*.vi.resx").ToDictionary(
            file => Path.GetFileName(file).Split('.')[0],
            file => XDocument.Load(file).Root!.Elements("data").ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")!.Value));

    /// <summary>Every text asked of a localizer. Which marker a file's localizers have is read from their declarations; a text asked through a plain <c>IStringLocalizer</c> parameter is of the folder's marker.</summary>
    private static List<(string Marker, string Key, string File)> Uses()
    {
        var uses = new List<(string, string, string)>();
        foreach (var file in Sources("*.cshtml").Concat(Sources("*.cs")))
        {
            var code = File.ReadAllText(file);
            var localizers = Declaration().Matches(code).GroupBy(match => match.Groups["name"].Value).ToDictionary(group => group.Key, group => group.First().Groups["marker"].Value);
            foreach (Match plain in PlainDeclaration().Matches(code))
            {
                localizers.TryAdd(plain.Groups["name"].Value, MarkerOf(Path.GetDirectoryName(file)!));
            }

            foreach (var (name, marker) in localizers)
            {
                foreach (Match use in Regex.Matches(code, $@"(?<![\w.]){name}(?:\[|\.GetString\()\s*""(?<key>(?:[^""\\]|\\.)*)"""))
                {
                    uses.Add((marker, Regex.Unescape(use.Groups["key"].Value), Path.GetRelativePath(Web, file)));
                }
            }
        }

        return uses;
    }

    private static string MarkerOf(string folder) => Directory.EnumerateFiles(folder, "*Texts.vi.resx").Select(file => Path.GetFileName(file).Split('.')[0]).FirstOrDefault() ?? "no marker class";

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Web, pattern, SearchOption.AllDirectories).Where(file => !Path.GetRelativePath(Web, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Generated"));

    private static string SourceFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Argument();

    [GeneratedRegex(@"IStringLocalizer<(?:\w+\.)*(?<marker>\w+)>\s+(?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"IStringLocalizer\s+(?<name>\w+)")]
    private static partial Regex PlainDeclaration();
}
