using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What a message comes to: the conversation's new memory, the replies, and messages to other handlers.</summary>
public sealed record Answer(ChatState State)
{
    public IReadOnlyList<OutboundContent> Replies { get; init; } = [];
    public IReadOnlyList<object> Messages { get; init; } = [];

    /// <summary>The person is forgotten once the last reply has left.</summary>
    public bool Erases { get; init; }
}
