using Marten;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.WhatsApp.Templates;

/// <summary>Keeps what Meta says of the templates TravelBuddy sends; of others nothing is kept.</summary>
public sealed class TemplateStates(IDocumentStore store, IOptions<WhatsAppOptions> options, TimeProvider time)
{
    /// <summary>Takes a word of Meta's for the state of a template: by webhook, in the answer to a send, or when asked.</summary>
    public async Task TellAsync(string id, string word, DateTimeOffset at, CancellationToken ct, string? pause = null)
    {
        if (!TemplateState.IdsOf(options).Contains(id))
        {
            return;
        }

        await OptimisticConcurrency.RetriedAsync(async token =>
        {
            await using var session = store.LightweightSession();
            var known = await session.LoadAsync<TemplateState>(id, token);
            if (TemplateState.Told(known, id, word, at, pause) is not { } state)
            {
                return true;
            }

            if (known is null)
            {
                session.Insert(state);
            }
            else
            {
                session.Update(state);
            }

            await session.SaveChangesAsync(token);
            return true;
        }, ct);
    }

    /// <summary>Whether a template must not be sent now.</summary>
    public async Task<bool> IsStoppedAsync(string id, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<TemplateState>(id, ct) is { } state && state.IsStopped(time.GetUtcNow());
    }

    /// <summary>Takes what Meta has of the templates, and gives those that are stopped all the same.</summary>
    public async Task<IReadOnlyDictionary<string, TemplateState>> ReviewedAsync(IReadOnlyList<ReviewedTemplate> reviewed, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        foreach (var (id, status) in reviewed.Where(each => each.Approved is not null).Select(each => (each.Id, each.Approved!.Status)))
        {
            await TellAsync(id, status, now, ct);
        }

        await using var session = store.QuerySession();
        return (await session.LoadManyAsync<TemplateState>(ct, [.. reviewed.Select(each => each.Id)])).Where(state => state.IsStopped(now)).ToDictionary(state => state.Id);
    }
}
