using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Web.Pages.Simulator;

/// <summary>The writing line.</summary>
public sealed record LineView(Guid PhoneId, string Prepared, IReadOnlyList<(string Id, string Name)> Places)
{
    /// <summary>The message it answers.</summary>
    public Bubble? Quote { get; init; }

    /// <summary>The message it changes.</summary>
    public Bubble? Editing { get; init; }

    /// <summary>The latest message that asks where the person is.</summary>
    public Guid? Asked { get; init; }

    public string? Error { get; init; }
    public bool IsOutOfBand { get; init; }
}

/// <summary>One phone on the desk.</summary>
public sealed record PhoneView(PhoneTab Tab, ChatView Chat, LineView Line, bool IsChosen);

/// <summary>The panel: how Meta misbehaves, how often it did, and what of the form was wrong.</summary>
public sealed record PanelView(Misbehaviour Misbehaviour, IReadOnlyDictionary<Mishap, int> Counts, string? Error);
