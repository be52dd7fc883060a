using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>A phrase of the chat as a message, with the buttons that answer it.</summary>
internal static class PhraseMessages
{
    /// <summary>The message; null for a phrase that is gone.</summary>
    public static ChatMessage? Of(OutboundContent content, Gazetteer gazetteer)
    {
        if (content is { Phrase: nameof(Phrases.Thanks), IsPolite: true })
        {
            return new TextMessage(Phrases.ThanksToElder.In(content.Language));
        }

        if (content.Phrase is null || !Phrases.All.TryGetValue(content.Phrase, out var phrase))
        {
            return null;
        }

        var language = content.Language;
        var text = phrase.In(language, [.. content.Arguments.Select(argument => PlaceArgument.Written(argument, gazetteer, language))]);
        return content.Phrase switch
        {
            nameof(Phrases.DeleteData) or nameof(Phrases.NotDeletedYet) => Buttons((ButtonIds.Erase, Phrases.DeleteEverything)),
            nameof(Phrases.StopOrNot) => Buttons((ButtonIds.Stop, Phrases.NoMoreMessages), (ButtonIds.GoOn, Phrases.GoOn)),
            nameof(Phrases.AskConsent) => Buttons((ButtonIds.Agree, Phrases.YesYouMay), (ButtonIds.Decline, Phrases.RatherNot)),
            nameof(Phrases.FeedbackQuestion) when content.Arguments is [var id] && Guid.TryParseExact(id, "N", out var list) => Buttons((ButtonIds.Good(list), Phrases.YesTheyWere), (ButtonIds.Bad(list), Phrases.NotQuiteThem)),
            nameof(Phrases.WhereAreYou) => new LocationRequestMessage(text),
            _ => new TextMessage(text),
        };

        ButtonsMessage Buttons(params (string Id, Phrase Title)[] buttons) => new(text, [.. buttons.Select(button => new ReplyButton(button.Id, button.Title.In(language)))]);
    }
}
