using System.Text.Json;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>What a sentence-transformer's folder says about itself. What is missing throws <see cref="StartupException"/> with the setting's name.</summary>
public static class OnnxFolder
{
    private const int UsualTokens = 512;

    /// <param name="pooling">As set; empty for what the folder says, which is the mean if it says nothing.</param>
    public static OnnxOptions Read(string folder, string? pooling)
    {
        if (!Directory.Exists(folder))
        {
            throw new StartupException($"Setting Embeddings__Folder: there is no folder \"{folder}\".");
        }

        string[] graphs = [Path.Combine(folder, "model.onnx"), Path.Combine(folder, "onnx", "model.onnx")];
        var graph = graphs.FirstOrDefault(File.Exists) ?? throw new StartupException($"Setting Embeddings__Folder: \"{folder}\" holds neither model.onnx nor onnx/model.onnx.");
        if (!TextTokenizer.Files.Any(name => File.Exists(Path.Combine(folder, name))))
        {
            throw new StartupException($"Setting Embeddings__Folder: \"{folder}\" holds none of {string.Join(", ", TextTokenizer.Files)}.");
        }

        try
        {
            var tokens = Number(folder, "sentence_bert_config.json", "max_seq_length") ?? Number(folder, "tokenizer_config.json", "model_max_length") ?? UsualTokens;
            return new OnnxOptions(folder, graph, PoolingOf(folder, pooling), tokens is >= 8 and <= 8_192 ? tokens : UsualTokens);
        }
        catch (JsonException problem)
        {
            throw new StartupException($"Setting Embeddings__Folder: a configuration file in \"{folder}\" is no JSON. {problem.Message}");
        }
    }

    private static Pooling PoolingOf(string folder, string? set)
    {
        if (!string.IsNullOrEmpty(set))
        {
            return Enum.TryParse<Pooling>(set, ignoreCase: true, out var pooling) && !char.IsDigit(set[0])
                ? pooling : throw new StartupException($"Setting Embeddings__Pooling: \"{set}\" is neither Mean nor Cls.");
        }

        using var config = Parse(folder, Path.Combine("1_Pooling", "config.json"));
        return config?.RootElement.TryGetProperty("pooling_mode_cls_token", out var cls) == true && cls.ValueKind == JsonValueKind.True ? Pooling.Cls : Pooling.Mean;
    }

    private static int? Number(string folder, string file, string name)
    {
        using var config = Parse(folder, file);
        // A model without a limit says 10^30.
        return config?.RootElement.TryGetProperty(name, out var number) == true && number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value) && value is >= 1 and <= int.MaxValue ? (int)value : null;
    }

    private static JsonDocument? Parse(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? JsonDocument.Parse(File.ReadAllBytes(path)) : null;
    }
}
