namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What is said where nothing was understood: never the same words twice in a row, and once tours were shown what one can say of them.</summary>
public static class NotUnderstood
{
    private static readonly string[] AtFirst = [nameof(Phrases.Unknown), nameof(Phrases.UnknownAgain)];
    private static readonly string[] OfTours = [nameof(Phrases.UnknownOfTours), nameof(Phrases.UnknownOfToursAgain), nameof(Phrases.UnknownOfToursStill)];

    /// <summary>The names of all phrases that say so.</summary>
    public static readonly IReadOnlyList<string> Wordings = [.. AtFirst, .. OfTours];

    public static Answer Of(ChatState state)
    {
        var wordings = state.ListId is null ? AtFirst : OfTours;
        return Answer.Saying(state with { NotUnderstood = state.NotUnderstood + 1 }, wordings[state.NotUnderstood % wordings.Length]);
    }
}
