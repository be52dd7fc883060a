using Marten;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.WhatsApp.Templates;

/// <summary>Keeps what Meta says of the templates that are held back while it has stopped them; of others nothing is kept.</summary>
public sealed class TemplateStates(IDocumentStore store, IOptions<WhatsAppOptions> options, TimeProvider time)
{
    /// <summary>Takes a word of Meta's for the state of a template, by webhook or when asked, or an admin's that it can be sent.</summary>
    public Task TellAsync(string id, string word, DateTimeOffset at, CancellationToken ct, string? pause = null) => ChangeAsync(id, known => TemplateState.Told(known, id, word, at, pause), ct);

    /// <summary>Takes the error of a send, where it says something of the template.</summary>
    public Task RefuseAsync(string id, int code, DateTimeOffset at, CancellationToken ct) => ChangeAsync(id, known => TemplateState.Refused(known, id, code, at), ct);

    /// <summary>Whether a template must not be sent now.</summary>
    public async Task<bool> IsStoppedAsync(string id, CancellationToken ct) => IsKept(id) && (await StoppedAsync([id], ct)).Count > 0;

    /// <summary>Those of our templates that must not be sent now, by name and language.</summary>
    public Task<IReadOnlyDictionary<string, TemplateState>> StoppedAsync(CancellationToken ct) => StoppedAsync([.. TemplateState.IdsOf(options)], ct);

    private bool IsKept(string id) => TemplateState.IdsOf(options).Contains(id);

    private async Task<IReadOnlyDictionary<string, TemplateState>> StoppedAsync(string[] ids, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var session = store.QuerySession();
        return (await session.LoadManyAsync<TemplateState>(ct, ids)).Where(state => state.IsStopped(now)).ToDictionary(state => state.Id);
    }

    private async Task ChangeAsync(string id, Func<TemplateState?, TemplateState?> change, CancellationToken ct)
    {
        if (!IsKept(id))
        {
            return;
        }

        await OptimisticConcurrency.RetriedAsync(async token =>
        {
            await using var session = store.LightweightSession();
            var known = await session.LoadAsync<TemplateState>(id, token);
            if (change(known) is not { } state)
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
}
