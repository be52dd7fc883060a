using System.Text.Json;
using Microsoft.ML.Tokenizers;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>A text as the numbers that a model knows, between the special tokens it was trained with.</summary>
public sealed class TextTokenizer(Func<string, int, IReadOnlyList<int>> encode, int[] before, int[] after, int padding)
{
    /// <summary>The files a tokenizer is read from, the fullest description first.</summary>
    public static readonly IReadOnlyList<string> Files = ["tokenizer.json", "sentencepiece.bpe.model", "spiece.model", "tokenizer.model", "vocab.txt"];

    /// <summary>What shorter texts of a batch are filled up with.</summary>
    public int Padding => padding;

    /// <summary>Reads a folder's tokenizer; what cannot be read throws <see cref="StartupException"/> with the setting's name.</summary>
    public static TextTokenizer Load(string folder)
    {
        var path = Files.Select(name => Path.Combine(folder, name)).First(File.Exists);
        try
        {
            return Path.GetExtension(path) switch
            {
                ".json" => TokenizerJson.Read(path),
                ".txt" => WordPieces(File.ReadAllLines(path), ReadLowerCase(folder), stripsAccents: null),
                _ => SentencePieces(path),
            };
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or InvalidDataException or InvalidOperationException or KeyNotFoundException or NotSupportedException or IndexOutOfRangeException)
        {
            throw new StartupException($"Setting Embeddings__Folder: \"{path}\" is no tokenizer that can be used. {problem.Message}");
        }
    }

    /// <summary>At most so many numbers, special tokens included.</summary>
    public int[] Ids(string text, int most)
    {
        var room = Math.Max(1, most - before.Length - after.Length);
        return [.. before, .. encode(text, room).Take(room), .. after];
    }

    /// <summary>BERT's word pieces, one a line.</summary>
    internal static TextTokenizer WordPieces(IReadOnlyList<string> vocabulary, bool lowerCase, bool? stripsAccents)
    {
        using var lines = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', vocabulary)));
        var bert = BertTokenizer.Create(lines, new BertOptions { LowerCaseBeforeTokenization = lowerCase, RemoveNonSpacingMarks = stripsAccents ?? lowerCase });
        return new TextTokenizer(
            (text, room) => bert.EncodeToIds(text, addSpecialTokens: false), [bert.ClassificationTokenId], [bert.SeparatorTokenId], bert.PaddingTokenId);
    }

    /// <summary>A SentencePiece model whose numbers are the model's own, between those of the given special tokens.</summary>
    internal static TextTokenizer SentencePieces(Stream model, int[] before, int[] after, int padding)
    {
        var pieces = SentencePieceTokenizer.Create(model, addBeginningOfSentence: false, addEndOfSentence: false);
        return new TextTokenizer((text, room) => pieces.EncodeToIds(text, addBeginningOfSentence: false, addEndOfSentence: false), before, after, padding);
    }

    private static TextTokenizer SentencePieces(string path)
    {
        using var model = File.OpenRead(path);
        var pieces = SentencePieceTokenizer.Create(model, addBeginningOfSentence: false, addEndOfSentence: false);
        var known = pieces.Vocabulary;
        if (Path.GetFileName(path) != "sentencepiece.bpe.model")
        {
            int[] begin = known.TryGetValue("<s>", out var bos) ? [bos] : [];
            int[] end = known.TryGetValue("</s>", out var eos) ? [eos] : [];
            return new TextTokenizer((text, room) => pieces.EncodeToIds(text, addBeginningOfSentence: false, addEndOfSentence: false), begin, end, known.GetValueOrDefault("<pad>"));
        }

        // XLM-RoBERTa put its special tokens, <s> <pad> </s> <unk>, before the pieces, so that each but those is one further on than its file says.
        const int Unknown = 3;
        var unknown = pieces.UnknownId;
        return new TextTokenizer(
            (text, room) => [.. pieces.EncodeToIds(text, addBeginningOfSentence: false, addEndOfSentence: false).Select(id => id == unknown ? Unknown : id + 1)], [0], [2], 1);
    }

    private static bool ReadLowerCase(string folder)
    {
        var path = Path.Combine(folder, "tokenizer_config.json");
        if (!File.Exists(path))
        {
            return true;
        }

        using var config = JsonDocument.Parse(File.ReadAllBytes(path));
        return !config.RootElement.TryGetProperty("do_lower_case", out var lower) || lower.ValueKind != JsonValueKind.False;
    }
}
