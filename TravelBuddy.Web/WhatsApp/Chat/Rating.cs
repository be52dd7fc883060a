using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Asks once of a trip, when somebody says thanks, whether its tours held what they wanted, and takes the answer.</summary>
public static class Rating
{
    /// <summary>"You are welcome", and the question behind it where tours were shown, it was not asked yet, and nobody went on to a tour's agency.</summary>
    public static Answer Asking(ChatState state) => state.ListId is not { } list || state.RatingAskedOf is not null || state.FoundIn is not null
        ? Answer.Saying(state, nameof(Phrases.Thanks))
        : Answer.Saying(state with { RatingAskedOf = list, Asked = OpenQuestion.Rating, AskedAt = null }, nameof(Phrases.Thanks)) with { Last = [Answer.Phrase(state, nameof(Phrases.FeedbackQuestion)) with { Arguments = [list.ToString("N")] }] };

    public static Answer Taking(ChatState state, RecommendationList list, bool good) =>
        Answer.Saying(state, good ? nameof(Phrases.FeedbackGood) : nameof(Phrases.FeedbackBad)) with { Messages = [new RateList(list.TravellerId, list.Id, good)] };
}
