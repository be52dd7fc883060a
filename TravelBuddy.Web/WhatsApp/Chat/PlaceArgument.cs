using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>A place as an argument of a phrase: its id travels, its name is written when the message is composed.</summary>
public static class PlaceArgument
{
    private const string Mark = "place:";

    public static OutboundContent Say(ChatState state, string phrase, Place place) => new(MessageKind.Phrase, state.Language) { Phrase = phrase, Arguments = [Mark + place.Id] };

    /// <summary>The name of a place where the argument is one; else the argument.</summary>
    public static string Written(string argument, Gazetteer gazetteer, string language) =>
        argument.StartsWith(Mark, StringComparison.Ordinal) && gazetteer.Find(argument[Mark.Length..]) is { } place ? place.Label(language) : argument;
}
