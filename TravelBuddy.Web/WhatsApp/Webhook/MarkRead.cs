using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>Show the person that their message was read and, with <paramref name="Typing"/>, that an answer follows. <paramref name="MessageId"/> is Meta's, encrypted under the person's key.</summary>
public sealed record MarkRead(Guid PersonId, byte[] MessageId, bool Typing = false)
{
    /// <summary>Whether an answer takes so long that it is worth showing that it comes: a round of tours, or a search. Behind a short one that has arrived already, "typing" would stand for 25 seconds.</summary>
    public static bool TakesTime(IReadOnlyCollection<OutboundContent> answer) => answer.Count > 2 || answer.Any(content => content.Kind is MessageKind.Stays);
}

/// <summary>Blue ticks are a courtesy: one try, whatever comes of it.</summary>
public sealed class MarkReadHandler(PersonalDataProtector protector, GraphClient graph)
{
    public async Task HandleAsync(MarkRead command, CancellationToken ct)
    {
        if (await protector.UnprotectAsync(command.PersonId, command.MessageId, ct) is { } id)
        {
            await graph.MarkReadAsync(id, command.Typing, ct);
        }
    }
}
