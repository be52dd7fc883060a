using System.Globalization;
using System.Security.Cryptography;

namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>A model that is set.</summary>
/// <param name="Name">As its makers call it.</param>
/// <param name="Id">Names it and everything that its vectors depend on.</param>
public sealed record EmbeddingModel(EmbeddingProvider Provider, string Name, string Id)
{
    private const int LongestName = 40;

    public static EmbeddingModel Of(OpenAIEmbeddingOptions options, TextPrefixes prefixes) =>
        new(EmbeddingProvider.OpenAI, options.Model, IdOf("openai", options.Model, $"{options.Endpoint}|{options.Model}|{options.Dimensions}|{prefixes}"));

    public static EmbeddingModel Of(OnnxOptions options, TextPrefixes prefixes)
    {
        using var graph = File.OpenRead(options.Model);
        var files = TextTokenizer.Files.Select(file => Path.Combine(options.Folder, file)).Where(File.Exists).Select(file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
        return new(EmbeddingProvider.Onnx, options.Name, IdOf("onnx", options.Name, $"{Convert.ToHexString(SHA256.HashData(graph))}|{string.Join('|', files)}|{options.Pooling}|{options.MaxTokens}|{prefixes}"));
    }

    private static string IdOf(string provider, string name, string everything)
    {
        var plain = new string([.. name.ToLower(CultureInfo.InvariantCulture).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]);
        return $"{provider}-{(plain.Length > LongestName ? plain[..LongestName] : plain)}-{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(everything)).AsSpan(0, 4))}";
    }
}
