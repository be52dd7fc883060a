using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Answers a code of "Send to my WhatsApp": page and chat become one, consent is recorded, the tours follow.</summary>
public sealed class Joining(IDocumentStore store, IAccounts accounts, JoinCodes joinCodes, TimeProvider time)
{
    private const string Consent = "Wrote first on WhatsApp with the code of “Send to my WhatsApp”: messages about tours until STOP.";

    public async Task<Answer> AnswerAsync(ChatState state, Person person, string code, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var stored = await session.LoadAsync<JoinCode>(await joinCodes.IdAsync(code, ct), ct);
        if (stored is null || stored.ExpiresAt <= time.GetUtcNow() || stored.UsedBy is { } user && user != person.Id)
        {
            return new Answer(state) { Replies = [Conversation.Say(state, nameof(Phrases.CodeUnknown))] };
        }

        var now = time.GetUtcNow();
        if (stored.UsedAt is null)
        {
            await accounts.JoinAsync(stored.TravellerId, person.Id, ct);
            await accounts.RecordOptInAsync(person.Id, new OptIn(now, "WhatsApp", Consent), ct);
            if (person.Stopped)
            {
                await accounts.StopAsync(person.Id, false, ct);
            }

            session.Store(stored with { UsedAt = now, UsedBy = person.Id });
            await session.SaveChangesAsync(ct);
        }

        var joined = state with
        {
            TravellerId = stored.TravellerId,
            Language = state.LanguageChosen ? state.Language : stored.Language,
            ListId = stored.ListId,
            FocusRank = null,
            Shown = SendRecommendationsHandler.Shown,
        };
        return new Answer(joined) { Replies = [Conversation.Say(joined, nameof(Phrases.Joined))], Messages = [new SendRecommendations(person.Id, stored.ListId)] };
    }
}
