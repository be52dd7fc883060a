namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>How the vectors of a text's tokens become one.</summary>
public enum Pooling
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>That of the first, the classification token.</summary>
    Cls,
}

/// <summary>A folder with a sentence-transformer.</summary>
/// <param name="Model">The graph: <c>model.onnx</c>, or <c>onnx/model.onnx</c> as model hubs lay it out.</param>
/// <param name="MaxTokens">What is longer is cut.</param>
public sealed record OnnxOptions(string Folder, string Model, Pooling Pooling, int MaxTokens)
{
    /// <summary>The model's name: its folder's.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)));
}
