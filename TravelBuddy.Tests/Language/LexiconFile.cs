using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TravelBuddy.Tests.Language;

/// <summary>One raw line of <c>data/lexicon.jsonl</c>, read without the app so that the file itself is what is tested.</summary>
internal sealed record LexiconLine(
    string Id,
    string Kind,
    IReadOnlyList<string> En,
    IReadOnlyList<string> Vi,
    IReadOnlyList<string> Broader,
    IReadOnlyList<string> Related,
    IReadOnlyList<string> Opposite,
    IReadOnlyList<string>? ViFolded = null,
    IReadOnlyList<string>? ViExact = null,
    IReadOnlyList<string>? Alone = null,
    IReadOnlyList<string>? Covers = null,
    string? MadeFor = null,
    string? RefusedEn = null,
    string? RefusedVi = null)
{
    public IEnumerable<string> Forms => En.Concat(Vi).Concat(ViExact ?? []);
    public IEnumerable<string> Edges => Broader.Concat(Related).Concat(Opposite);
}

/// <summary>Finds and reads the lexicon file, and folds text by the rules the lexicon is written for.</summary>
internal static class LexiconFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static string Location { get; } = Find();

    public static IReadOnlyList<string> RawLines { get; } = File.ReadAllLines(Location, new UTF8Encoding(false, true));

    public static IReadOnlyList<LexiconLine> Lines { get; } =
        [.. RawLines.Select(line => JsonSerializer.Deserialize<LexiconLine>(line, Json) ?? throw new JsonException("A line is null."))];

    public static IReadOnlyDictionary<string, LexiconLine> ById { get; } =
        Lines.DistinctBy(line => line.Id).ToDictionary(line => line.Id);

    /// <summary>Lower case, no diacritics, đ as d: what a traveller without a Vietnamese keyboard types.</summary>
    public static string Fold(string text)
    {
        var kept = text.ToLowerInvariant().Replace('đ', 'd').Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Concat(kept);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TravelBuddy.sln")))
            {
                return Path.Combine(folder.FullName, "data", "lexicon.jsonl");
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds TravelBuddy.sln.");
    }
}
