using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.ML.Tokenizers;

namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>
/// Reads the byte-pair part of a <c>tokenizer.json</c> (RoBERTa, GPT-2 and what came of them): text as bytes, split by a pattern, the pieces put together
/// again by the list of merges. Byte pairs over characters ("Metaspace") are refused: models that have them bring a SentencePiece file too.
/// </summary>
internal static partial class BytePairs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>From a text to its numbers, without those around it; throws <see cref="NotSupportedException"/> for what it cannot do.</summary>
    public static Func<string, IReadOnlyList<int>> Read(JsonElement root, JsonElement model)
    {
        var steps = Parts(root, "pre_tokenizer", "pretokenizers").ToList();
        var bytes = steps.Find(step => TypeOf(step) == "ByteLevel");
        if (bytes.ValueKind != JsonValueKind.Object)
        {
            throw new NotSupportedException("Its byte pairs are not of bytes (no ByteLevel pre-tokenizer). If the model has a SentencePiece file, leave tokenizer.json out of the folder; or let an OpenAI-compatible server (Embeddings__Provider=OpenAI) serve it.");
        }

        var pattern = steps.Where(step => TypeOf(step) == "Split").Select(step => new Regex(step.GetProperty("pattern").GetProperty("Regex").GetString()!, RegexOptions.CultureInvariant, Patience)).FirstOrDefault() ?? Usual();
        var pairs = BpeTokenizer.Create(new BpeOptions(model.GetProperty("vocab").EnumerateObject().Select(piece => KeyValuePair.Create(piece.Name, piece.Value.GetInt32())))
        {
            Merges = [.. model.GetProperty("merges").EnumerateArray().Select(merge => merge.ValueKind == JsonValueKind.Array ? $"{merge[0].GetString()} {merge[1].GetString()}" : merge.GetString()!)],
            ByteLevel = true,
            PreTokenizer = new RegexPreTokenizer(pattern, null),
        });
        var prefix = bytes.TryGetProperty("add_prefix_space", out var add) && add.ValueKind == JsonValueKind.True;
        Func<string, string>[] normalizers = [.. Parts(root, "normalizer", "normalizers").Select(Normalizer)];
        return text =>
        {
            text = normalizers.Aggregate(text, (so, step) => step(so));
            return text.Length == 0 ? [] : pairs.EncodeToIds(prefix && !char.IsWhiteSpace(text[0]) ? " " + text : text);
        };
    }

    private static Func<string, string> Normalizer(JsonElement step) => TypeOf(step) switch
    {
        "NFC" => text => text.Normalize(NormalizationForm.FormC),
        "NFD" => text => text.Normalize(NormalizationForm.FormD),
        "NFKC" => text => text.Normalize(NormalizationForm.FormKC),
        "NFKD" => text => text.Normalize(NormalizationForm.FormKD),
        "Lowercase" => text => text.ToLowerInvariant(),
        var type => throw new NotSupportedException($"Its normalizer {type} is not known here."),
    };

    private static IEnumerable<JsonElement> Parts(JsonElement root, string step, string parts) =>
        !root.TryGetProperty(step, out var one) || one.ValueKind != JsonValueKind.Object ? []
        : one.TryGetProperty(parts, out var several) ? several.EnumerateArray()
        : [one];

    private static string? TypeOf(JsonElement step) => step.GetProperty("type").GetString();

    /// <summary>The pattern of GPT-2 (Radford et al. 2019, encoder.py), which the ByteLevel pre-tokenizer has unless another stands before it.</summary>
    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")]
    private static partial Regex Usual();
}
