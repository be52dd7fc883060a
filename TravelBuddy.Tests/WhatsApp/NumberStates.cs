using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>What tests make of the state of the number.</summary>
internal static class NumberStates
{
    /// <summary>Nothing is held back, whatever was before.</summary>
    public static NumberState Calm(this NumberState state) => new() { Id = state.Id, Version = state.Version };
}
