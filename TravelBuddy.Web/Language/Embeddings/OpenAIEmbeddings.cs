using System.Net.Http.Headers;
using System.Numerics.Tensors;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Polly.Timeout;

namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>
/// Vectors from an OpenAI-compatible <c>/v1/embeddings</c>, asked in batches, the answers checked. Asks for plain numbers: not every server knows the
/// base64 form that OpenAI's own client insists on. Retries live in the HTTP client (<see cref="EmbeddingRegistration"/>).
/// </summary>
public sealed class OpenAIEmbeddings(HttpClient http, OpenAIEmbeddingOptions options) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Uri _address = new($"{options.Endpoint.AbsoluteUri.TrimEnd('/')}/embeddings");

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? generation = null, CancellationToken cancellationToken = default)
    {
        var all = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Chunk(options.BatchSize))
        {
            foreach (var vector in await AskAsync(batch, cancellationToken))
            {
                if (all.Count > 0 && all[0].Vector.Length != vector.Length)
                {
                    throw Wrong($"vectors of {all[0].Vector.Length} and of {vector.Length} numbers");
                }

                all.Add(new Embedding<float>(vector));
            }
        }

        return all;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => http.Dispose();

    private async Task<float[][]> AskAsync(string[] texts, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = JsonContent.Create(Question(texts)) };
            if (options.ApiKey is { } key)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            }

            using var response = await http.SendAsync(request, ct);
            if (!response.IsSuccessStatusCode)
            {
                throw new EmbeddingException(EmbeddingFault.Refused, $"HTTP {(int)response.StatusCode}");
            }

            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct));
            return Vectors(answer.RootElement, texts.Length);
        }
        catch (HttpRequestException cause)
        {
            throw new EmbeddingException(EmbeddingFault.Unreachable, cause.HttpRequestError.ToString(), cause);
        }
        catch (TimeoutRejectedException cause)
        {
            throw new EmbeddingException(EmbeddingFault.TooSlow, FormattableString.Invariant($"{options.Time.TotalSeconds:0.#} s"), cause);
        }
        catch (JsonException cause)
        {
            throw new EmbeddingException(EmbeddingFault.WrongAnswer, "not JSON", cause);
        }
    }

    private Dictionary<string, object> Question(string[] texts)
    {
        var question = new Dictionary<string, object> { ["model"] = options.Model, ["input"] = texts, ["encoding_format"] = "float" };
        if (options.Dimensions is { } dimensions)
        {
            question["dimensions"] = dimensions;
        }

        return question;
    }

    private float[][] Vectors(JsonElement answer, int count)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
        {
            throw Wrong("no list \"data\"");
        }

        if (data.GetArrayLength() != count)
        {
            throw Wrong($"{data.GetArrayLength()} vectors for {count} texts");
        }

        var vectors = new float[count][];
        var at = 0;
        foreach (var entry in data.EnumerateArray())
        {
            // The protocol numbers the vectors; a server that does not keeps their order.
            var index = entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("index", out var given) && given.TryGetInt32(out var number) ? number : at;
            if (index < 0 || index >= count || vectors[index] is not null)
            {
                throw Wrong($"index {index} twice or out of range");
            }

            vectors[index] = Vector(entry);
            at++;
        }

        return vectors;
    }

    private float[] Vector(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty("embedding", out var numbers) || numbers.ValueKind != JsonValueKind.Array)
        {
            throw Wrong("an entry without \"embedding\"");
        }

        var vector = new float[numbers.GetArrayLength()];
        var at = 0;
        foreach (var number in numbers.EnumerateArray())
        {
            vector[at++] = number.ValueKind == JsonValueKind.Number && number.TryGetSingle(out var value) ? value : float.NaN;
        }

        if (options.Dimensions is { } dimensions && vector.Length != dimensions)
        {
            throw Wrong($"{vector.Length} numbers a vector, not {dimensions}");
        }

        return vector.Length > 0 && float.IsFinite(TensorPrimitives.Sum<float>(vector)) && vector.AsSpan().ContainsAnyExcept(0f)
            ? vector
            : throw Wrong("a vector that is empty, zero or not finite");
    }

    private static EmbeddingException Wrong(string detail) => new(EmbeddingFault.WrongAnswer, detail);
}
