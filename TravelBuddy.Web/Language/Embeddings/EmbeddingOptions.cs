using System.Globalization;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>Settings <c>Embeddings__*</c>. What another provider than the chosen one needs may stay set: it then serves until the chosen one has encoded every package.</summary>
public sealed record EmbeddingOptions
{
    private const string Section = "Embeddings";
    private const string UsualBaseUrl = "https://api.openai.com/v1";

    public EmbeddingProvider Provider { get; init; }

    /// <summary>Null if no model of an OpenAI-compatible server is set.</summary>
    public OpenAIEmbeddingOptions? OpenAI { get; init; }

    /// <summary>Null if no folder with a model is set.</summary>
    public OnnxOptions? Onnx { get; init; }

    /// <summary>As set; null for what the model is known to want.</summary>
    public string? QueryPrefix { get; init; }

    /// <summary>As set; null for what the model is known to want.</summary>
    public string? PassagePrefix { get; init; }

    /// <summary>The models that are set.</summary>
    public IEnumerable<EmbeddingModel> Models
    {
        get
        {
            if (OpenAI is { } openAI)
            {
                yield return EmbeddingModel.Of(openAI, PrefixesOf(openAI.Model));
            }

            if (Onnx is { } onnx)
            {
                yield return EmbeddingModel.Of(onnx, PrefixesOf(onnx.Name));
            }
        }
    }

    /// <summary>What a model wants before its texts.</summary>
    public TextPrefixes PrefixesOf(string model)
    {
        var usual = TextPrefixes.Usual(model);
        return new TextPrefixes(QueryPrefix ?? usual.Query, PassagePrefix ?? usual.Passage);
    }

    /// <summary>Reads and checks the settings. A wrong one throws <see cref="StartupException"/> with its name.</summary>
    public static EmbeddingOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var provider = EmbeddingProvider.BuiltIn;
        if (section["Provider"] is { Length: > 0 } named && (!Enum.TryParse(named, ignoreCase: true, out provider) || !Enum.IsDefined(provider) || char.IsDigit(named[0])))
        {
            throw new StartupException($"Setting Embeddings__Provider: \"{named}\" is none of {string.Join(", ", Enum.GetNames<EmbeddingProvider>())}.");
        }

        var openAI = OpenAIOf(section);
        if (provider == EmbeddingProvider.OpenAI && openAI is null)
        {
            throw new StartupException("Setting Embeddings__Model: Embeddings__Provider=OpenAI needs the name of the server's model, such as text-embedding-3-small.");
        }

        return new EmbeddingOptions
        {
            Provider = provider,
            OpenAI = openAI,
            Onnx = OnnxOf(section, provider == EmbeddingProvider.Onnx),
            QueryPrefix = section["QueryPrefix"],
            PassagePrefix = section["PassagePrefix"],
        };
    }

    /// <summary>A folder that is only left over from before may be gone.</summary>
    private static OnnxOptions? OnnxOf(IConfigurationSection section, bool isChosen) => section["Folder"] is { Length: > 0 } folder
        ? isChosen || Directory.Exists(folder) ? OnnxFolder.Read(folder, section["Pooling"]) : null
        : isChosen ? throw new StartupException("Setting Embeddings__Folder: Embeddings__Provider=Onnx needs a folder with a sentence-transformer.") : null;

    private static OpenAIEmbeddingOptions? OpenAIOf(IConfigurationSection section)
    {
        if (section["Model"] is not { Length: > 0 } model)
        {
            return null;
        }

        var baseUrl = section["BaseUrl"] is { Length: > 0 } given ? given : UsualBaseUrl;
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new StartupException($"Setting Embeddings__BaseUrl: \"{baseUrl}\" is no http or https address such as http://127.0.0.1:8080/v1.");
        }

        var endpoint = address.AbsolutePath == "/" ? new Uri(address, "/v1") : new Uri(address.AbsoluteUri.TrimEnd('/'));
        return new OpenAIEmbeddingOptions(
            endpoint,
            model,
            section["ApiKey"] is { Length: > 0 } key ? key : null,
            section["Dimensions"] is { Length: > 0 } ? (int)Number(section, "Dimensions", 0, 8, 16_384) : null,
            (int)Number(section, "BatchSize", 64, 1, 2_048),
            TimeSpan.FromSeconds(Number(section, "TimeoutSeconds", 30, .1, 600, whole: false)));
    }

    private static double Number(IConfigurationSection section, string name, double usual, double least, double most, bool whole = true)
    {
        if (section[name] is not { Length: > 0 } given)
        {
            return usual;
        }

        var style = whole ? NumberStyles.None : NumberStyles.AllowDecimalPoint;
        return double.TryParse(given, style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new StartupException(string.Create(CultureInfo.InvariantCulture, $"Setting Embeddings__{name}: \"{given}\" is not a {(whole ? "whole " : "")}number from {least} to {most}."));
    }
}
