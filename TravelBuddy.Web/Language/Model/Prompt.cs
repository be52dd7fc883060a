using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.Extensions.AI;

namespace TravelBuddy.Web.Language.Model;

/// <summary>A versioned instruction to a model, as a file of <c>data/prompts</c> has it.</summary>
/// <param name="Name">What features ask for.</param>
/// <param name="Version">Raised whenever its words or its schema change: answers to another version are not reused.</param>
/// <param name="MostTokens">The most an answer may be long.</param>
/// <param name="Speaks">Whether the answer holds sentences for people, which must be in the language asked for.</param>
/// <param name="Schema">The JSON schema of the answer.</param>
/// <param name="Instructions">The words; <c>{{language}}</c> is the language of the answer.</param>
public sealed record Prompt(string Name, int Version, int MostTokens, bool Speaks, JsonElement Schema, string Instructions)
{
    private const string LanguagePlace = "{{language}}";

    // Letters of all languages as they are, for a model reads them better and they cost less; quotes, angle brackets and backticks escaped, so that no text can close the fence.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The messages of a question: the instructions, and the input as fenced JSON without the personal data that can be told by its form.</summary>
    public IReadOnlyList<ChatMessage> Render(string language, object input)
    {
        var data = JsonSerializer.SerializeToNode(input, input.GetType(), Json);
        return [new(ChatRole.System, Instructions.Replace(LanguagePlace, language == "vi" ? "Vietnamese" : "English", StringComparison.Ordinal)), new(ChatRole.User, $"```json\n{WithoutPersons(data)?.ToJsonString(Json) ?? "null"}\n```")];
    }

    private static JsonNode? WithoutPersons(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, WithoutPersons(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutPersons)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => PersonalWords.Remove(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };
}
