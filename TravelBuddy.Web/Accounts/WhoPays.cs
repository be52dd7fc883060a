using Marten;

namespace TravelBuddy.Web.Accounts;

/// <summary>Whose budget somebody's questions are paid from. One human may be many travellers, one for each browser and the chat: as soon as the person is known, theirs is the only one.</summary>
public sealed class WhoPays(IDocumentStore store)
{
    /// <summary>The person of a traveller; the traveller itself where nobody is known behind it. Any other id, such as a person's, stays as it is.</summary>
    public async Task<Guid> OfAsync(Guid travellerOrPerson, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Traveller>(travellerOrPerson, ct) is { PersonId: { } person } ? person : travellerOrPerson;
    }
}
