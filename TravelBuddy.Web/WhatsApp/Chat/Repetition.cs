using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>The same words twice in a row help nobody: the second time it is said otherwise, with the way to a person.</summary>
public static class Repetition
{
    /// <summary>Courtesies, and what a person chose or may ask of another place again: these may be repeated.</summary>
    private static readonly HashSet<string> MayRepeat =
    [
        nameof(Phrases.Thanks), nameof(Phrases.Goodbye), nameof(Phrases.LanguageChanged), nameof(Phrases.NewTrip), nameof(Phrases.Liked), nameof(Phrases.Disliked), nameof(Phrases.ConsentYes), nameof(Phrases.ConsentNo),
        nameof(Phrases.FeedbackGood), nameof(Phrases.FeedbackBad), nameof(Phrases.Help), nameof(Phrases.DeleteData), nameof(Phrases.NoSuchTour), nameof(Phrases.NoSuchStay), nameof(Phrases.Trouble),
        nameof(Phrases.AllRight), nameof(Phrases.TakeYourTime), nameof(Phrases.OldButton), nameof(Phrases.NothingChanged), nameof(Phrases.WhichTour), nameof(Phrases.WeatherThere), nameof(Phrases.WeatherInMonth), nameof(Phrases.WeatherOfCountry), nameof(Phrases.NotSureYet), nameof(Phrases.NotSureWhere),
    ];

    private static readonly Dictionary<string, string> OtherWords = new(StringComparer.Ordinal)
    {
        [nameof(Phrases.Welcome)] = nameof(Phrases.Help),
        [nameof(Phrases.OtherThings)] = nameof(Phrases.OtherThingsAgain),
        [nameof(Phrases.OtherWeather)] = nameof(Phrases.OtherThingsAgain),
        [nameof(Phrases.OtherVisas)] = nameof(Phrases.OtherThingsAgain),
        [nameof(Phrases.OtherMoney)] = nameof(Phrases.OtherThingsAgain),
        [nameof(Phrases.OtherHealth)] = nameof(Phrases.OtherThingsAgain),
        [nameof(Phrases.OtherSafety)] = nameof(Phrases.OtherThingsAgain),
        [nameof(Phrases.OutsideVietNam)] = nameof(Phrases.StillOutside),
        [nameof(Phrases.HumanLater)] = nameof(Phrases.HumanLaterAgain),
        [nameof(Phrases.VoiceNote)] = nameof(Phrases.OnlyText),
        [nameof(Phrases.VoiceNotHeard)] = nameof(Phrases.OnlyText),
        [nameof(Phrases.PictureOnly)] = nameof(Phrases.OnlyText),
        [nameof(Phrases.StickerOnly)] = nameof(Phrases.OnlyText),
        [nameof(Phrases.DocumentOnly)] = nameof(Phrases.OnlyText),
        [nameof(Phrases.ContactCard)] = nameof(Phrases.OnlyText),
    };

    /// <summary>The answer, in other words where it is the phrase that answered the message before; what it says is remembered.</summary>
    public static Answer Avoided(Answer answer, string? lastSaid)
    {
        var said = answer is { Tours: null, Replies: [{ Kind: MessageKind.Phrase, Phrase: { } phrase }] } ? phrase : null;
        if (said is null || said != lastSaid || MayRepeat.Contains(said))
        {
            return answer with { State = answer.State with { LastSaid = said } };
        }

        var other = OtherWords.GetValueOrDefault(said, answer.State.ListId is null ? nameof(Phrases.NoMoreToSay) : nameof(Phrases.NoMoreToSayOfTours));
        return answer with { State = answer.State with { LastSaid = other }, Replies = [Answer.Phrase(answer.State, other)] };
    }
}
