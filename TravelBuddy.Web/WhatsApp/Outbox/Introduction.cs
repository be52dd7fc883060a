using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Who writes and what is kept, within the first message that somebody gets: one of its own would come before any help.</summary>
internal static class Introduction
{
    public static ChatMessage Before(ChatMessage message, string language)
    {
        return message switch
        {
            TextMessage text => new TextMessage(Behind(text.Body), text.PreviewUrl),
            ButtonsMessage buttons => new ButtonsMessage(Behind(buttons.Body), buttons.Buttons, buttons.Frame),
            LocationRequestMessage location => new LocationRequestMessage(Behind(location.Body)),
            _ => message,
        };

        string Behind(string body) => Phrases.Introduction.In(language) + "\n\n" + body;
    }
}
