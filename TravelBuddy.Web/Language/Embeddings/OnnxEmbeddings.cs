using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>
/// Vectors of a sentence-transformer that runs in this process (Reimers and Gurevych, "Sentence-BERT", EMNLP 2019): tokens' vectors pooled, padding left
/// out, length 1. Texts of like length share a batch. Safe for concurrent use.
/// </summary>
public sealed class OnnxEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int BatchSize = 32;
    private const string TokenIds = "input_ids";
    private const string Mask = "attention_mask";
    private const string Segments = "token_type_ids";

    private readonly OnnxOptions _options;
    private readonly TextTokenizer _tokenizer;
    private readonly InferenceSession _session;
    private readonly string _output;

    /// <summary>Loads tokenizer and graph; what cannot be used throws <see cref="StartupException"/> with the setting's name.</summary>
    public OnnxEmbeddings(OnnxOptions options)
    {
        _options = options;
        _tokenizer = TextTokenizer.Load(options.Folder);
        try
        {
            using var settings = new Microsoft.ML.OnnxRuntime.SessionOptions { IntraOpNumThreads = Math.Max(1, Environment.ProcessorCount / 2) };
            _session = new InferenceSession(options.Model, settings);
        }
        catch (OnnxRuntimeException problem)
        {
            throw Unusable($"cannot be loaded. {problem.Message}");
        }

        var inputs = _session.InputMetadata;
        if (!inputs.ContainsKey(TokenIds) || inputs.Keys.Except([TokenIds, Mask, Segments]).Any() || inputs.Values.Any(input => input.ElementDataType != TensorElementType.Int64))
        {
            throw Unusable($"wants {string.Join(", ", inputs.Keys)}; sentence-transformers want {TokenIds}, {Mask}, {Segments}, as 64-bit numbers.");
        }

        string[] preferred = ["sentence_embedding", "last_hidden_state", "token_embeddings"];
        var outputs = _session.OutputMetadata.Where(output => output.Value.ElementDataType == TensorElementType.Float && output.Value.Dimensions.Length is 2 or 3).Select(output => output.Key).ToList();
        _output = preferred.FirstOrDefault(outputs.Contains) ?? outputs.FirstOrDefault() ?? throw Unusable("has no output of 32-bit vectors.");
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => Generate([.. values], cancellationToken), cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => _session.Dispose();

    private GeneratedEmbeddings<Embedding<float>> Generate(string[] texts, CancellationToken ct)
    {
        var tokens = Array.ConvertAll(texts, text => _tokenizer.Ids(text, _options.MaxTokens));
        var vectors = new float[texts.Length][];
        foreach (var batch in Enumerable.Range(0, texts.Length).OrderBy(i => tokens[i].Length).Chunk(BatchSize))
        {
            ct.ThrowIfCancellationRequested();
            Run(Array.ConvertAll(batch, i => tokens[i]), batch, vectors);
        }

        return [.. vectors.Select(vector => new Embedding<float>(vector))];
    }

    private void Run(int[][] tokens, int[] places, float[][] vectors)
    {
        var width = tokens.Max(ids => ids.Length);
        var ids = new long[tokens.Length * width];
        var mask = new long[ids.Length];
        Array.Fill(ids, _tokenizer.Padding);
        for (var row = 0; row < tokens.Length; row++)
        {
            for (var i = 0; i < tokens[row].Length; i++)
            {
                ids[row * width + i] = tokens[row][i];
                mask[row * width + i] = 1;
            }
        }

        long[] shape = [tokens.Length, width];
        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var segments = OrtValue.CreateTensorValueFromMemory(new long[ids.Length], shape);
        var inputs = new Dictionary<string, OrtValue> { [TokenIds] = idsValue, [Mask] = maskValue, [Segments] = segments };
        using var settings = new RunOptions();
        using var results = Infer(settings, inputs.Where(input => _session.InputMetadata.ContainsKey(input.Key)).ToDictionary());
        var numbers = results[0].GetTensorDataAsSpan<float>();
        var dimensions = (int)results[0].GetTensorTypeAndShape().Shape[^1];
        var pooled = results[0].GetTensorTypeAndShape().Shape.Length == 2;
        for (var row = 0; row < tokens.Length; row++)
        {
            var of = pooled ? numbers.Slice(row * dimensions, dimensions) : numbers.Slice(row * width * dimensions, tokens[row].Length * dimensions);
            vectors[places[row]] = Pooled(of, dimensions);
        }
    }

    private IDisposableReadOnlyCollection<OrtValue> Infer(RunOptions settings, Dictionary<string, OrtValue> inputs)
    {
        try
        {
            return _session.Run(settings, inputs, [_output]);
        }
        catch (OnnxRuntimeException problem)
        {
            throw new EmbeddingException(EmbeddingFault.WrongAnswer, "the graph cannot be run with this tokenizer", problem);
        }
    }

    private float[] Pooled(ReadOnlySpan<float> tokens, int dimensions)
    {
        var vector = tokens[..dimensions].ToArray();
        for (var at = dimensions; _options.Pooling == Pooling.Mean && at < tokens.Length; at += dimensions)
        {
            TensorPrimitives.Add(vector, tokens.Slice(at, dimensions), vector);
        }

        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm == 0 || !float.IsFinite(norm))
        {
            throw new EmbeddingException(EmbeddingFault.WrongAnswer, "a vector that is zero or not finite");
        }

        TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }

    private StartupException Unusable(string what) => new($"Setting Embeddings__Folder: \"{_options.Model}\" {what}");
}
