namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>Where vectors of texts come from.</summary>
public enum EmbeddingProvider { BuiltIn, Onnx, OpenAI }
