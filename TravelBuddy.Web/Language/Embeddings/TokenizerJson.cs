using System.Text.Json;

namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>
/// Reads <c>tokenizer.json</c> as sentence-transformers have it: word pieces (BERT), byte pairs (RoBERTa) or a unigram model (XLM-RoBERTa and its kin). The unigram's pieces are
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
            "BPE" => Pairs(root, model),
            _ => throw new NotSupportedException($"Its model is of type {type}; WordPiece, Unigram and BPE can be read. An OpenAI-compatible server (Embeddings__Provider=OpenAI) can serve this model."),
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

        var ids = WithAdded(root, pieces.Select((piece, id) => (piece.Text, id)));
        var (before, after) = Around(root, ids);
        using var written = new MemoryStream(SentencePieceModel.Write(pieces, unknown, Charsmap(root)));
        return TextTokenizer.SentencePieces(written, before, after, ids.GetValueOrDefault("<pad>"));
    }

    private static TextTokenizer Pairs(JsonElement root, JsonElement model)
    {
        var encode = BytePairs.Read(root, model);
        var ids = WithAdded(root, model.GetProperty("vocab").EnumerateObject().Select(piece => (piece.Name, piece.Value.GetInt32())));
        var (before, after) = Around(root, ids);
        var padding = root.TryGetProperty("padding", out var pads) && pads.ValueKind == JsonValueKind.Object && pads.TryGetProperty("pad_id", out var pad) ? pad.GetInt32() : ids.GetValueOrDefault("<pad>");
        return new TextTokenizer((text, room) => encode(text), before, after, padding);
    }

    /// <summary>The numbers of the pieces and of the tokens added to them; the first of a name counts.</summary>
    private static Dictionary<string, int> WithAdded(JsonElement root, IEnumerable<(string Text, int Id)> pieces)
    {
        var added = root.TryGetProperty("added_tokens", out var tokens)
            ? tokens.EnumerateArray().Select(token => (Text: token.GetProperty("content").GetString()!, Id: token.GetProperty("id").GetInt32()))
            : [];
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, id) in pieces.Concat(added))
        {
            ids.TryAdd(text, id);
        }

        return ids;
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
