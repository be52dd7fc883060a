using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Web.Encoding;

/// <summary>The encoder that the server started last was set to: only servers set to it switch to it, so that two of different settings do not switch to and fro.</summary>
public sealed record ChosenEncoder
{
    /// <summary>There is one, with this id.</summary>
    public const string Only = "chosen";

    public string Id { get; init; } = Only;
    public required string Encoder { get; init; }
    public required DateTimeOffset ChosenAt { get; init; }
}

public enum EncoderRunState { Running, Failed, Complete }

/// <summary>How far an encoder is with the catalogue's packages.</summary>
public sealed record EncoderRun
{
    /// <summary>The encoder's id.</summary>
    public required string Id { get; init; }

    public required EncoderRunState State { get; init; }
    public int Done { get; init; }
    public int Total { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Why it stopped last; null if nothing the encoder's model did.</summary>
    public EmbeddingFault? Fault { get; init; }

    /// <summary>A few words for whoever runs the model.</summary>
    public string? Detail { get; init; }

    /// <summary>Times in a row that it failed.</summary>
    public int Failures { get; init; }

    /// <summary>When it is tried again by itself.</summary>
    public DateTimeOffset? NextAt { get; init; }
}
