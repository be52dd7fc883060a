using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>An emoji on a tour's card is feedback on that tour; taken back, or replaced by one that is neither praise nor complaint, it is none.</summary>
public sealed class Reactions(IDocumentStore store, ShownTours shown, Thumbed thumbs, KeyedHash keyedHash)
{
    public async Task<Answer> AnswerAsync(ChatState state, InboundMessage message, CancellationToken ct)
    {
        bool? likes = message.Emoji switch
        {
            { } e when e.StartsWith("👍") || e.StartsWith("❤") || e is "😍" or "🥰" or "🤩" or "😀" or "🔥" or "👏" => true,
            { } e when e.StartsWith("👎") || e is "😡" or "😠" or "🙁" or "☹️" => false,
            _ => null,
        };
        if (message.About is null
            || await shown.ShownByAsync(state.Id, await keyedHash.OfAsync("message", message.About, ct), ct) is not { PackageId: { } packageId, ListId: { } listId } about)
        {
            return new Answer(state);
        }

        await using var session = store.QuerySession();
        if (await session.LoadAsync<RecommendationList>(listId, ct) is not { } list)
        {
            return new Answer(state);
        }

        if (likes is not { } likesIt)
        {
            await thumbs.RecordAsync(new TakeFeedbackBack(list.TravellerId, listId, packageId), ct);
            return new Answer(state);
        }

        state = state with { FocusRank = listId == state.ListId ? about.Content.Rank : state.FocusRank };
        if (likesIt)
        {
            await thumbs.RecordAsync(new LikePackage(list.TravellerId, listId, packageId), ct);
            return Answer.Saying(state, nameof(Phrases.Liked), about.Content.Rank);
        }

        await thumbs.RecordAsync(new DislikePackage(list.TravellerId, listId, packageId), ct);
        return Answer.Saying(state, nameof(Phrases.Disliked));
    }
}
