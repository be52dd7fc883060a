using System.Text.Json;
using Google.Protobuf;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Tests.Language.Embeddings;

/// <summary>
/// A folder with a real ONNX graph that a person can follow: each token's vector is its row of a table. Row 0, the padding of word pieces, is so large
/// that it shows wherever it slips in.
/// </summary>
internal sealed class SmallModel : IDisposable
{
    public static readonly string[] WordPieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "sea", "##food", "pho", "kayak", "query", "passage", ":"];

    /// <summary>In the order in which XLM-RoBERTa numbers them; a SentencePiece file of its kind has the specials in another.</summary>
    public static readonly (string Text, float Score)[] Unigrams =
        [("<s>", 0), ("<pad>", 0), ("</s>", 0), ("<unk>", 0), ("▁sea", -2), ("food", -2.5f), ("▁phở", -3), ("▁kayak", -3), ("▁", -6)];

    private const int Float = 1;
    private const int Int64 = 7;

    public SmallModel(string input = "attention_mask")
        : this(input, [.. Enumerable.Range(0, 16).Select(Row)])
    {
    }

    private SmallModel(string input, float[][] table)
    {
        Folder = Directory.CreateTempSubdirectory("tb-model-").FullName;
        Write("model.onnx", Graph(input, table));
    }

    /// <summary>A model that knows all words of the packages and the lexicon, and their pieces, and leans one way as real models do.</summary>
    public static SmallModel OfWords(IEnumerable<TourPackage> packages, Lexicon lexicon)
    {
        var texts = packages.SelectMany(package => package.Transportation.Concat(package.Food).Concat(package.Activities).Append(package.Accommodation ?? "").Append(package.Notes ?? ""))
            .Concat(lexicon.Concepts.SelectMany(concept => concept.En.Concat(concept.Vi)));
        string[] words = [.. texts.SelectMany(Words).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] vocabulary = [.. WordPieces.Take(5), .. words];
        return new SmallModel("attention_mask", [.. vocabulary.Select((word, id) => Leaning(id < 5 ? "" : word))]).Write("vocab.txt", string.Join('\n', vocabulary));
    }

    public string Folder { get; }

    /// <summary>The row of a token.</summary>
    public static float[] Row(int id) => id == 0 ? [1000, 1000, -1000, 1000] : [id, id * id, 1, 10 - id];

    /// <summary>The unit vector of the mean of the tokens' rows.</summary>
    public static float[] Mean(params int[] ids) => Unit([.. Enumerable.Range(0, Row(1).Length).Select(d => ids.Average(id => Row(id)[d]))]);

    public static float[] Unit(params float[] vector)
    {
        var norm = MathF.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / norm)];
    }

    public SmallModel WithVocabulary() => Write("vocab.txt", string.Join('\n', WordPieces));

    public SmallModel WithWordPieceJson() => Write("tokenizer.json", JsonSerializer.Serialize(new
    {
        normalizer = new { type = "BertNormalizer", lowercase = true, strip_accents = (bool?)null },
        model = new { type = "WordPiece", vocab = WordPieces.Select((piece, id) => (piece, id)).ToDictionary(pair => pair.piece, pair => pair.id) },
    }));

    public SmallModel WithUnigramJson() => Write("tokenizer.json", JsonSerializer.Serialize(new
    {
        added_tokens = new object[] { Special(0), Special(1), Special(2), Special(3) },
        normalizer = new { type = "Sequence", normalizers = new object[] { new { type = "Precompiled", precompiled_charsmap = "" } } },
        post_processor = new
        {
            type = "TemplateProcessing",
            single = new object[]
            {
                new { SpecialToken = new { id = "<s>", type_id = 0 } }, new { Sequence = new { id = "A", type_id = 0 } }, new { SpecialToken = new { id = "</s>", type_id = 0 } },
            },
        },
        model = new { type = "Unigram", unk_id = 3, vocab = Unigrams.Select(piece => new object[] { piece.Text, piece.Score }) },
    }));

    /// <summary>Pieces of bytes in RoBERTa's order; Ġ is a space, á» the first two bytes of ở.</summary>
    public static readonly string[] BytePieces = ["<s>", "<pad>", "</s>", "<unk>", "s", "e", "a", "Ġ", "se", "sea", "Ġsea", "p", "h", "á", "»", "Ł"];

    public SmallModel WithBytePairJson(bool prefixSpace, string? splitBy = null, object? normalizer = null) => Write("tokenizer.json", JsonSerializer.Serialize(new
    {
        added_tokens = new object[] { new { id = 0, content = "<s>", special = true }, new { id = 2, content = "</s>", special = true } },
        normalizer,
        pre_tokenizer = splitBy is null
            ? (object)new { type = "ByteLevel", add_prefix_space = prefixSpace, use_regex = true }
            : new { type = "Sequence", pretokenizers = new object[] { new { type = "Split", pattern = new { Regex = splitBy }, behavior = "Isolated" }, new { type = "ByteLevel", add_prefix_space = prefixSpace, use_regex = false } } },
        post_processor = new { type = "RobertaProcessing", sep = new object[] { "</s>", 2 }, cls = new object[] { "<s>", 0 } },
        model = new
        {
            type = "BPE",
            vocab = BytePieces.Select((piece, id) => (piece, id)).ToDictionary(pair => pair.piece, pair => pair.id),
            merges = splitBy is null ? (object)new[] { "s e", "se a", "Ġ sea" } : new[] { new[] { "s", "e" }, ["se", "a"], ["Ġ", "sea"] },
        },
    }));

    /// <summary>The same pieces as a SentencePiece model, whose file begins with &lt;unk&gt; &lt;s&gt; &lt;/s&gt; and has no padding.</summary>
    public SmallModel WithSentencePieces(string name) => Write(name, SentencePieceModel.Write(
        [
            new("<unk>", 0, SentencePieceModel.Kind.Unknown), new("<s>", 0, SentencePieceModel.Kind.Control), new("</s>", 0, SentencePieceModel.Kind.Control),
            .. Unigrams.Skip(4).Select(piece => new SentencePieceModel.Piece(piece.Text, piece.Score, SentencePieceModel.Kind.Normal)),
        ],
        0,
        []));

    public SmallModel Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public SmallModel Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>As BERT splits and folds them.</summary>
    private static IEnumerable<string> Words(string text) =>
        new string([.. text.ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD).Where(letter => char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static float[] Leaning(string word)
    {
        var vector = HashedText.Phrase(word, 96);
        vector[0] += .5f;
        return vector;
    }

    private static object Special(int id) => new { id, content = Unigrams[id].Text, special = true };

    /// <summary>onnx.proto by hand: last_hidden_state = Gather(table, input_ids).</summary>
    private static byte[] Graph(string secondInput, float[][] rows)
    {
        var table = rows.SelectMany(row => row).SelectMany(BitConverter.GetBytes).ToArray();
        return Message(model =>
        {
            Number(model, 1, 8);
            Nested(model, 7, graph =>
            {
                Nested(graph, 1, node =>
                {
                    Text(node, 1, "table");
                    Text(node, 1, "input_ids");
                    Text(node, 2, "last_hidden_state");
                    Text(node, 4, "Gather");
                });
                Text(graph, 2, "small");
                Nested(graph, 5, tensor =>
                {
                    Number(tensor, 1, rows.Length);
                    Number(tensor, 1, rows[0].Length);
                    Number(tensor, 2, Float);
                    Text(tensor, 8, "table");
                    tensor.WriteTag(9, WireFormat.WireType.LengthDelimited);
                    tensor.WriteBytes(ByteString.CopyFrom(table));
                });
                Nested(graph, 11, input => Value(input, "input_ids", Int64, "batch", "length"));
                Nested(graph, 11, input => Value(input, secondInput, Int64, "batch", "length"));
                Nested(graph, 12, output => Value(output, "last_hidden_state", Float, "batch", "length", "width"));
            });
            Nested(model, 8, opset => Number(opset, 2, 17));
        });
    }

    private static void Value(CodedOutputStream into, string name, int type, params string[] shape)
    {
        Text(into, 1, name);
        Nested(into, 2, of => Nested(of, 1, tensor =>
        {
            Number(tensor, 1, type);
            Nested(tensor, 2, dimensions =>
            {
                foreach (var dimension in shape)
                {
                    Nested(dimensions, 1, one => Text(one, 2, dimension));
                }
            });
        }));
    }

    private static void Number(CodedOutputStream into, int field, int value)
    {
        into.WriteTag(field, WireFormat.WireType.Varint);
        into.WriteInt64(value);
    }

    private static void Text(CodedOutputStream into, int field, string text)
    {
        into.WriteTag(field, WireFormat.WireType.LengthDelimited);
        into.WriteString(text);
    }

    private static void Nested(CodedOutputStream into, int field, Action<CodedOutputStream> write)
    {
        into.WriteTag(field, WireFormat.WireType.LengthDelimited);
        into.WriteBytes(ByteString.CopyFrom(Message(write)));
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using var output = new CodedOutputStream(bytes, leaveOpen: true);
        write(output);
        output.Flush();
        return bytes.ToArray();
    }
}
