using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Web.Encoding;

/// <summary>The encoders of this process: the built-in one, and one for each model that is set.</summary>
/// <param name="target">The one that the settings choose.</param>
/// <param name="models">Those with a model.</param>
public sealed class Encoders(BuiltInEncoder builtIn, IEncoder target, IReadOnlyList<ModelEncoder> models, ILogger<Encoders> log)
{
    public BuiltInEncoder BuiltIn => builtIn;

    public IEncoder Target => target;

    /// <summary>Names of the models in use, as their texts' vectors are kept under.</summary>
    public IReadOnlyList<string> Models => [.. models.Select(model => model.Model)];

    /// <summary>The encoder of an id; null if this process does not have it.</summary>
    public IEncoder? Find(string id) => id == builtIn.Id ? builtIn : models.FirstOrDefault(model => model.Id == id);

    /// <summary>
    /// Wishes for the vectors that are searched now. Where their encoder is not to be had, the language criteria are left to what is known of the packages
    /// for sure: a search is never refused for want of a model.
    /// </summary>
    public async ValueTask<EncodedWishes> EncodeAsync(ActiveEncoder? active, Wishes wishes, CancellationToken ct)
    {
        try
        {
            if ((active is null ? builtIn : Find(active.Encoder)) is { } encoder)
            {
                return await encoder.EncodeAsync(wishes, ct);
            }

            log.LogWarning("Wishes are ranked by facts alone: this server does not have the encoder {Encoder}", active!.Encoder);
        }
        catch (EmbeddingException problem)
        {
            log.LogWarning("Wishes are ranked by facts alone: {Fault}, {Detail}", problem.Fault, problem.Detail);
        }

        return new EncodedWishes([.. builtIn.EncodeFacts(wishes), .. ModelEncoder.Criteria.Select(_ => (IReadOnlyList<float[]>)[])]);
    }
}
