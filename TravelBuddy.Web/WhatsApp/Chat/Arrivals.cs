using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language.Speech;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Answers to what is neither words nor taps: a place on the map brings tours there, all else is acknowledged for what it is.</summary>
public sealed class Arrivals(ICatalog catalog, TripTalk trip, ShownTours shown, SentTours sent, ITranscriber transcriber)
{
    /// <summary>Whoever is farther from every place we know is not in Viet Nam.</summary>
    private const double FarKm = 80;

    /// <summary>A well-known town a little farther off says more than a hamlet.</summary>
    private const double FameKm = 12;

    private static readonly HashSet<string> Destinations = ["city", "town", "island", "archipelago", "bay", "national_park", "valley"];

    public Task<Answer> AnswerAsync(ChatState state, InboundMessage message, CancellationToken ct) => message switch
    {
        { Type: "location", Location: { } point } => NearAsync(state, point, ct),
        { Type: "audio", IsVoice: true } when transcriber.IsConfigured => Said(state, nameof(Phrases.VoiceNotHeard)),
        { Type: "audio" } => Said(state, nameof(Phrases.VoiceNote)),
        { Type: "image" or "video" } => Said(state, nameof(Phrases.PictureOnly)),
        { Type: "document" } => Said(state, nameof(Phrases.DocumentOnly)),
        { Type: "sticker" } => Said(state, nameof(Phrases.StickerOnly)),
        { Type: "contacts" } => Said(state, nameof(Phrases.ContactCard)),
        { Type: "call" } => Said(state, nameof(Phrases.NoCalls)),
        { Type: "request_welcome" } => Said(state, nameof(Phrases.Welcome)),
        _ => Said(state, nameof(Phrases.OnlyText)),
    };

    /// <summary>Tours near a place on the map; what else was wished stays. Only the name of the nearest known place is kept.</summary>
    private async Task<Answer> NearAsync(ChatState state, GeoPoint point, CancellationToken ct)
    {
        var (place, distance) = catalog.Gazetteer.Places.Where(place => Destinations.Contains(place.Kind))
            .Select(place => (Place: place, Km: Gazetteer.DistanceKm(place, point.Latitude, point.Longitude)))
            .MinBy(near => near.Km + FameKm * (1 - near.Place.Popularity));
        if (distance > FarKm)
        {
            return Answer.Saying(state, nameof(Phrases.OutsideVietNam));
        }

        var answer = await trip.ChangeToAsync(state, place.Id, ct);
        // Who points at where the tours were looked for already hears that they are there, and has those shortly whose cards they have.
        var again = answer is { Tours: null, Replies: [{ Phrase: nameof(Phrases.NothingChanged) }], State.ListId: { } listId } && await shown.OwnListAsync(state, listId, ct) is { } list
            ? await sent.SeenAsync(state.Id, list, ct) is { Count: > 0 } seen ? new TourSet(listId, Cards: SendRecommendationsHandler.CardsOfChange) { Seen = seen, StaysFirst = true } : new TourSet(listId)
            : null;
        var near = answer.Replies.Any(reply => reply.Phrase == nameof(Phrases.TakenAsSoon)) ? nameof(Phrases.NearYouSoon) : nameof(Phrases.NearYou);
        return answer.Tours is null && again is null ? answer : answer with { Replies = [PlaceArgument.Say(state, near, place)], Tours = answer.Tours ?? again };
    }

    private static Task<Answer> Said(ChatState state, string phrase) => Task.FromResult(Answer.Saying(state, phrase));
}
