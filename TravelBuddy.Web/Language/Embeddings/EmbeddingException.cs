namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>Why texts could not be embedded.</summary>
public enum EmbeddingFault
{
    /// <summary>Nobody answers at the address.</summary>
    Unreachable,

    /// <summary>No answer within the time allowed.</summary>
    TooSlow,

    /// <summary>The server says no.</summary>
    Refused,

    /// <summary>What it answered is no list of vectors that fits the question.</summary>
    WrongAnswer,
}

/// <summary>Texts could not be embedded; neither message nor detail holds any of them, nor a key.</summary>
public sealed class EmbeddingException(EmbeddingFault fault, string detail, Exception? cause = null) : Exception($"{fault}: {detail}", cause)
{
    public EmbeddingFault Fault => fault;

    /// <summary>A few words for whoever runs the server: a status, what is wrong with the answer.</summary>
    public string Detail => detail;
}
