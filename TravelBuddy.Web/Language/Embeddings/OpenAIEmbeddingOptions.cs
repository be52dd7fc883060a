namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>An OpenAI-compatible server of embeddings.</summary>
/// <param name="Endpoint">Where <c>embeddings</c> is, without a slash at the end.</param>
/// <param name="Dimensions">Asked for and insisted on; null takes the model's own.</param>
/// <param name="BatchSize">Texts sent at once.</param>
/// <param name="Time">How long one answer may take.</param>
public sealed record OpenAIEmbeddingOptions(Uri Endpoint, string Model, string? ApiKey, int? Dimensions, int BatchSize, TimeSpan Time);
