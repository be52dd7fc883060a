namespace TravelBuddy.Web.Simulator;

/// <summary>Holding a webhook back: for a fixed time, or until a later one has come, looked at every second for a few.</summary>
internal static class HoldBack
{
    private const int Patience = 6;

    public static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static bool Waits(int looks) => looks < Patience;

    public static async Task<(int Looks, TimeSpan For)?> AsFatedAsync(WebhookFate fate, Misbehaviour misbehaviour, MisbehaviourPanel panel, CancellationToken ct)
    {
        if (fate is { Delay: false, Reorder: false })
        {
            return null;
        }

        await panel.CountAsync(fate.Delay ? Mishap.Delay : Mishap.Reorder, ct);
        return fate.Delay ? (Patience, TimeSpan.FromSeconds(misbehaviour.DelaySeconds)) : (1, Look);
    }
}
