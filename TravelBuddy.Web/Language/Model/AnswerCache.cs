using System.Security.Cryptography;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Hybrid;

namespace TravelBuddy.Web.Language.Model;

/// <summary>Answers that could be used, for who asks the same again. In this process' memory alone and for a while: they may speak of what a traveller wrote.</summary>
public sealed class AnswerCache(HybridCache cache, LanguageModelOptions options)
{
    private static readonly HybridCacheEntryOptions Look = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableDistributedCache };

    private readonly HybridCacheEntryOptions _keep = new() { Expiration = options.KeepAnswers, LocalCacheExpiration = options.KeepAnswers, Flags = HybridCacheEntryFlags.DisableDistributedCache };

    /// <summary>The key of a question: the prompt's version, the model, and everything that is sent to it.</summary>
    public static string KeyOf(Prompt prompt, ModelServer server, IReadOnlyList<ChatMessage> messages) =>
        "llm:" + Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{prompt.Name}|{prompt.Version}|{server.Endpoint}|{server.Model}|{string.Join('\n', messages.Select(message => message.Text))}")));

    public async ValueTask<string?> FindAsync(string key, CancellationToken ct) => options.KeepAnswers == TimeSpan.Zero ? null : await cache.GetOrCreateAsync<string?>(key, _ => ValueTask.FromResult<string?>(null), Look, cancellationToken: ct);

    public ValueTask KeepAsync(string key, string words, CancellationToken ct) => options.KeepAnswers == TimeSpan.Zero ? ValueTask.CompletedTask : cache.SetAsync(key, words, _keep, cancellationToken: ct);
}
