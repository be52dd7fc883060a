using Marten;
using Marten.Patching;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.Simulator;

/// <summary>How far messages of the pretend Meta have come.</summary>
internal static class PretendProgress
{
    /// <summary>
    /// Takes a message to a state unless it is there or further: the app may have read it, or its owner given it an emoji, while the webhook was
    /// being answered.
    /// </summary>
    public static Task ProgressAsync(this IDocumentSession session, Guid id, DeliveryState state, CancellationToken ct)
    {
        var before = Enum.GetValues<DeliveryState>().Where(other => other < state).ToArray();
        session.Patch<PretendMessage>(message => message.Id == id && message.State.IsOneOf(before)).Set(message => message.State, state);
        return session.SaveChangesAsync(ct);
    }

    /// <summary>The app would not take the message, whatever was tried.</summary>
    public static Task FailAsync(this IDocumentSession session, Guid id, Exception error, CancellationToken ct)
    {
        session.Patch<PretendMessage>(id).Set(message => message.State, DeliveryState.Failed);
        session.Patch<PretendMessage>(id).Set(message => message.Problem, (int?)(error as HttpRequestException)?.StatusCode ?? 0);
        return session.SaveChangesAsync(ct);
    }
}

/// <summary>When a webhook that was not answered with 200 is sent again.</summary>
internal static class PretendRetries
{
    public static readonly TimeSpan[] Delays = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)];
}
