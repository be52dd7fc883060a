using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Language.Model;

/// <summary>Reads a model's words as the JSON that was asked for: nothing unknown, nothing of another type, in the language that was asked for.</summary>
public static partial class AnswerReader
{
    private const int FewestWords = 4;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        MaxDepth = 16,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The answer; null if it does not keep to its type.</summary>
    public static T? Read<T>(string words)
        where T : class
    {
        if (words.Length > ModelLink.Longest)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(Bare(words), Json);
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether its sentences are in a language; what is too short to tell is. Capitalised words do not count: names of places travel.</summary>
    public static bool IsIn(string language, string words)
    {
        using var answer = JsonDocument.Parse(Bare(words));
        var text = string.Join(' ', Strings(answer.RootElement));
        var tokens = Tokenizer.Tokens(text);
        var names = tokens.Where(token => char.IsUpper(text[token.Start])).Select(token => (token.Start, token.End)).ToList();
        return tokens.Count - names.Count < FewestWords || LanguageGuess.Of(text, names, language) == language;
    }

    /// <summary>Without what models put around JSON although asked not to: thoughts before it, a fence about it.</summary>
    private static string Bare(string words)
    {
        var said = Thoughts().Replace(words, "");
        return Fence().Match(said) is { Success: true } fenced ? fenced.Groups["json"].Value : said;
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };

    [GeneratedRegex(@"\A\s*<think>.*?</think>", RegexOptions.Singleline)]
    private static partial Regex Thoughts();

    [GeneratedRegex(@"\A\s*```(?:json)?\s*\n(?<json>.*?)\n\s*```\s*\z", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
