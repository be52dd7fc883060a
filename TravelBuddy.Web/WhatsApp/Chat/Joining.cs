using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>
/// Answers a code, and the tours follow. Written by hand ("Send to my WhatsApp") it makes page and chat one, and agrees to what the page says beside it; tapped on an invitation it
/// proves nothing, because somebody else may have typed the number, and agrees to nothing but these tours: then, and where the page is another person's already, the chat gets a copy of its own.
/// </summary>
public sealed class Joining(IDocumentStore store, IAccounts accounts, IRecommender recommender, JoinCodes joinCodes, ShownTours shown, TimeProvider time)
{
    private const string WroteFirst = "Wrote first on WhatsApp with the code of “Send to my WhatsApp”: messages about tours until STOP.";

    public async Task<Answer> AnswerAsync(ChatState state, Person person, string code, CancellationToken ct)
    {
        var id = await joinCodes.IdAsync(code, ct);
        if (await OptimisticConcurrency.RetriedAsync(token => TakeAsync(id, person.Id, token), ct) is not { } taken)
        {
            return Answer.Saying(state, nameof(Phrases.CodeUnknown));
        }

        state = state with { Language = state.LanguageChosen ? state.Language : taken.Language };
        var joined = taken.IsInvitation ? await accounts.IsOfAsync(taken.TravellerId, person.Id, ct) : await accounts.JoinAsync(taken.TravellerId, person.Id, ct);
        if ((joined ? taken.ListId : await CopyAsync(taken, state, ct)) is not { } listId)
        {
            return Answer.Saying(state, nameof(Phrases.CodeUnknown));
        }

        if (!taken.IsInvitation && (person.WhatsAppOptIn is null || person.Stopped))
        {
            await accounts.RecordOptInAsync(person.Id, new OptIn(time.GetUtcNow(), "WhatsApp", WroteFirst), ct);
        }

        if (person.Stopped)
        {
            await accounts.StopAsync(person.Id, false, ct);
        }

        state = state with { TravellerId = joined ? taken.TravellerId : state.TravellerId };
        var list = await shown.OwnListAsync(state, listId, ct);
        state = list is null ? state : SendRecommendationsHandler.Shows(state, list, taken.First);
        return new Answer(state)
        {
            Replies = [Answer.Phrase(state, joined ? nameof(Phrases.Joined) : nameof(Phrases.Handed)), .. list is null ? Array.Empty<OutboundContent>() : [SendRecommendationsHandler.LookedFor(list, state.Language)]],
            Tours = new TourSet(listId, taken.First),
        };
    }

    /// <summary>The code, taken by this person now or before; null if it is unknown, too old or another's.</summary>
    private async Task<JoinCode?> TakeAsync(string id, Guid personId, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<JoinCode>(id, ct) is not { } code || code.ExpiresAt <= time.GetUtcNow() || code.UsedBy is { } user && user != personId)
        {
            return null;
        }

        if (code.UsedAt is null)
        {
            code = code with { UsedAt = time.GetUtcNow(), UsedBy = personId };
            session.Update(code);
            await session.SaveChangesAsync(ct);
        }

        return code;
    }

    /// <summary>The list as one of this chat's own, made at the first answer; null if the list was deleted since.</summary>
    private async Task<Guid?> CopyAsync(JoinCode code, ChatState state, CancellationToken ct)
    {
        if (code.CopyId is { } known)
        {
            return known;
        }

        if (await recommender.CopyAsync(code.ListId, state.TravellerId!.Value, state.Language, ct) is not { } copy)
        {
            return null;
        }

        await using var session = store.LightweightSession();
        if (await session.LoadAsync<JoinCode>(code.Id, ct) is { } taken)
        {
            session.Update(taken with { CopyId = copy.Id });
            await session.SaveChangesAsync(ct);
        }

        return copy.Id;
    }
}
