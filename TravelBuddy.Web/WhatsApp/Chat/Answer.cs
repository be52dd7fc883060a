using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>The tours of a list, the one of rank <paramref name="First"/> before the best, so many of them as cards and the others as rows.</summary>
public sealed record TourSet(Guid ListId, int First = 1, int Cards = SendRecommendationsHandler.Cards)
{
    /// <summary>Ranks of those that the person has seen in the same conversation.</summary>
    public IReadOnlyCollection<int> Seen { get; init; } = [];

    /// <summary>The list that was shown before.</summary>
    public Guid? Before { get; init; }

    /// <summary>Whether the first was the first of what was shown before, too.</summary>
    public bool StaysFirst { get; init; }
}

/// <summary>What a message comes to: the conversation's new memory, the replies, the tours that follow them, and messages to other handlers.</summary>
public sealed record Answer(ChatState State)
{
    public IReadOnlyList<OutboundContent> Replies { get; init; } = [];

    /// <summary>Sent after the replies.</summary>
    public TourSet? Tours { get; init; }

    /// <summary>Sent after everything else.</summary>
    public IReadOnlyList<OutboundContent> Last { get; init; } = [];

    public IReadOnlyList<object> Messages { get; init; } = [];

    /// <summary>What was asked of one tour, where it was that.</summary>
    public AskedAgain? AskedAgain { get; init; }

    /// <summary>The person is forgotten once the last reply has left.</summary>
    public bool Erases { get; init; }

    /// <summary>A phrase and nothing else.</summary>
    public static Answer Saying(ChatState state, string phrase, params int[] arguments) => new(state) { Replies = [Phrase(state, phrase, arguments)] };

    /// <summary>A phrase to be sent, in the language of the chat.</summary>
    public static OutboundContent Phrase(ChatState state, string phrase, params int[] arguments) =>
        new(MessageKind.Phrase, state.Language) { Phrase = phrase, Arguments = [.. arguments.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))] };
}
