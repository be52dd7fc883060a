using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>An emoji on a tour's card is feedback on that tour; taken back, it is none. Anything else says nothing.</summary>
public sealed class Reactions(IDocumentStore store, ShownTours shown, KeyedHash keyedHash)
{
    public async Task<Answer> AnswerAsync(ChatState state, InboundMessage message, CancellationToken ct)
    {
        var isTakenBack = string.IsNullOrEmpty(message.Emoji);
        bool? likes = message.Emoji switch
        {
            { } e when e.StartsWith("👍") || e.StartsWith("❤") || e is "😍" or "🥰" or "🤩" or "😀" or "🔥" or "👏" => true,
            { } e when e.StartsWith("👎") || e is "😡" or "😠" or "🙁" or "☹️" => false,
            _ => null,
        };
        if (likes is null && !isTakenBack || message.About is null
            || await shown.ShownByAsync(state.Id, await keyedHash.OfAsync("message", message.About, ct), ct) is not { PackageId: { } packageId, ListId: { } listId } about)
        {
            return new Answer(state);
        }

        await using var session = store.QuerySession();
        if (await session.LoadAsync<RecommendationList>(listId, ct) is not { } list)
        {
            return new Answer(state);
        }

        if (isTakenBack)
        {
            return new Answer(state) { Messages = [new TakeFeedbackBack(list.TravellerId, listId, packageId)] };
        }

        state = state with { FocusRank = listId == state.ListId ? about.Content.Rank : state.FocusRank };
        return likes!.Value
            ? Answer.Saying(state, nameof(Phrases.Liked), about.Content.Rank) with { Messages = [new LikePackage(list.TravellerId, listId, packageId)] }
            : Answer.Saying(state, nameof(Phrases.Disliked)) with { Messages = [new DislikePackage(list.TravellerId, listId, packageId)] };
    }
}
