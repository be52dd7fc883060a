namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>What a text is to a search.</summary>
public enum TextRole
{
    /// <summary>Something wished for.</summary>
    Query,

    /// <summary>Something offered.</summary>
    Passage,
}

/// <summary>What a model wants before texts of each role; E5 was trained with "query: " and "passage: " (Wang et al., "Multilingual E5 text embeddings", 2024).</summary>
public sealed record TextPrefixes(string Query, string Passage)
{
    public static readonly TextPrefixes None = new("", "");

    private static readonly TextPrefixes E5 = new("query: ", "passage: ");

    /// <summary>The prefixes of a model known by its name.</summary>
    public static TextPrefixes Usual(string model) =>
        model.Split('/', '\\', '-', '_', '.').Contains("e5", StringComparer.OrdinalIgnoreCase) ? E5 : None;

    /// <summary>A text as the model wants it.</summary>
    public string Apply(TextRole role, string text) => (role == TextRole.Query ? Query : Passage) + text;
}
