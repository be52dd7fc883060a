using System.Text.Json;

namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>
/// Reads <c>tokenizer.json</c> as sentence-transformers have it: word pieces (BERT) or a unigram model (XLM-RoBERTa and its kin). The unigram's pieces are
/// handed to the SentencePiece reader as a model of its own, in this file's order, so that its numbers need no translation.
/// </summary>
internal static class TokenizerJson
{
    public static TextTokenizer Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = file.RootElement;
        var model = root.GetProperty("model");
        var type = model.TryGetProperty("type", out var named) ? named.GetString() : model.GetProperty("vocab").ValueKind == JsonValueKind.Array ? "Unigram" : "WordPiece";
        return type switch
        {
            "WordPiece" => WordPieces(root, model),
            "Unigram" => Unigram(root, model),
            _ => throw new NotSupportedException($"Its model is of type {type}; WordPiece and Unigram can be read. An OpenAI-compatible server (Embeddings__Provider=OpenAI) can serve this model."),
        };
    }

    private static TextTokenizer WordPieces(JsonElement root, JsonElement model)
    {
        var pieces = model.GetProperty("vocab").EnumerateObject().ToDictionary(piece => piece.Value.GetInt32(), piece => piece.Name);
        string[] lines = [.. Enumerable.Range(0, pieces.Keys.Max() + 1).Select(id => pieces.GetValueOrDefault(id) ?? $"[unused-{id}]")];
        var normalizer = Normalizers(root).FirstOrDefault(part => part.GetProperty("type").GetString() == "BertNormalizer");
        var lowerCase = normalizer.ValueKind != JsonValueKind.Object || !normalizer.TryGetProperty("lowercase", out var lower) || lower.ValueKind != JsonValueKind.False;
        bool? strips = normalizer.ValueKind == JsonValueKind.Object && normalizer.TryGetProperty("strip_accents", out var strip) && strip.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? normalizer.GetProperty("strip_accents").GetBoolean() : null;
        return TextTokenizer.WordPieces(lines, lowerCase, strips);
    }

    private static TextTokenizer Unigram(JsonElement root, JsonElement model)
    {
        var pieces = new List<SentencePieceModel.Piece>();
        var unknown = model.TryGetProperty("unk_id", out var given) && given.ValueKind == JsonValueKind.Number ? given.GetInt32() : -1;
        var special = root.TryGetProperty("added_tokens", out var added)
            ? added.EnumerateArray().Where(token => token.GetProperty("special").GetBoolean()).Select(token => token.GetProperty("content").GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (var piece in model.GetProperty("vocab").EnumerateArray())
        {
            var text = piece[0].GetString()!;
            var kind = pieces.Count == unknown ? SentencePieceModel.Kind.Unknown : special.Contains(text) ? SentencePieceModel.Kind.Control : SentencePieceModel.Kind.Normal;
            pieces.Add(new SentencePieceModel.Piece(text, piece[1].GetSingle(), kind));
        }

        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var id = 0; id < pieces.Count; id++)
        {
            ids.TryAdd(pieces[id].Text, id);
        }

        if (root.TryGetProperty("added_tokens", out added))
        {
            foreach (var token in added.EnumerateArray())
            {
                ids.TryAdd(token.GetProperty("content").GetString()!, token.GetProperty("id").GetInt32());
            }
        }

        var (before, after) = Around(root, ids);
        using var written = new MemoryStream(SentencePieceModel.Write(pieces, unknown, Charsmap(root)));
        return TextTokenizer.SentencePieces(written, before, after, ids.GetValueOrDefault("<pad>"));
    }

    /// <summary>The special tokens before and after a text.</summary>
    private static (int[] Before, int[] After) Around(JsonElement root, Dictionary<string, int> ids)
    {
        if (!root.TryGetProperty("post_processor", out var processor) || processor.ValueKind != JsonValueKind.Object)
        {
            return ([], []);
        }

        if (!processor.TryGetProperty("single", out var template))
        {
            return processor.TryGetProperty("cls", out var cls) && processor.TryGetProperty("sep", out var sep) ? ([cls[1].GetInt32()], [sep[1].GetInt32()]) : ([], []);
        }

        var (before, after, seen) = (new List<int>(), new List<int>(), false);
        foreach (var part in template.EnumerateArray())
        {
            if (part.TryGetProperty("SpecialToken", out var token))
            {
                (seen ? after : before).Add(ids[token.GetProperty("id").GetString()!]);
            }

            seen |= part.TryGetProperty("Sequence", out _);
        }

        return ([.. before], [.. after]);
    }

    private static byte[] Charsmap(JsonElement root) => Normalizers(root)
        .Where(part => part.GetProperty("type").GetString() == "Precompiled")
        .Select(part => part.GetProperty("precompiled_charsmap").GetString() is { Length: > 0 } map ? Convert.FromBase64String(map) : [])
        .FirstOrDefault() ?? [];

    private static IEnumerable<JsonElement> Normalizers(JsonElement root)
    {
        if (!root.TryGetProperty("normalizer", out var normalizer) || normalizer.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return normalizer.TryGetProperty("normalizers", out var parts) ? [.. parts.EnumerateArray()] : [normalizer];
    }
}
