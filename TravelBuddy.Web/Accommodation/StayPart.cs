namespace TravelBuddy.Web.Accommodation;

/// <summary>What kinds of things are looked for, each of which can be taken back.</summary>
public enum StayPartKind { Wish, Refusal, Limit, Level, Party, Days, Nights }

/// <summary>One thing that is looked for: <paramref name="Concept"/> of a wish or refusal.</summary>
public sealed record StayPart(StayPartKind Kind, string? Concept = null)
{
    /// <summary>Under which a form names it: "wish:pool", "limit".</summary>
    public string Key => Concept is null ? Kind.ToString().ToLowerInvariant() : $"{Kind.ToString().ToLowerInvariant()}:{Concept}";

    /// <summary>All there are, what cannot be done without first.</summary>
    public static IReadOnlyList<StayPart> Of(StayWishes wishes) =>
    [
        .. wishes.Essentials.Union(wishes.Concepts).Select(concept => new StayPart(StayPartKind.Wish, concept)),
        .. wishes.Exclusions.Select(concept => new StayPart(StayPartKind.Refusal, concept)),
        .. If(wishes.MostPerNight is not null, StayPartKind.Limit),
        .. If(wishes.Level is not null, StayPartKind.Level),
        .. If(wishes.Party is not null, StayPartKind.Party),
        .. If(wishes.Dates is not null, StayPartKind.Days),
        .. If(wishes.Nights is > 1, StayPartKind.Nights),
    ];

    /// <summary>What is looked for without the part of that key; null if it has none such.</summary>
    public static StayWishes? Without(StayWishes wishes, string? key) => Of(wishes).FirstOrDefault(part => part.Key == key) switch
    {
        { Kind: StayPartKind.Wish, Concept: var concept } => wishes with { Concepts = [.. wishes.Concepts.Where(id => id != concept)], Essentials = [.. wishes.Essentials.Where(id => id != concept)] },
        { Kind: StayPartKind.Refusal, Concept: var concept } => wishes with { Exclusions = [.. wishes.Exclusions.Where(id => id != concept)] },
        { Kind: StayPartKind.Limit } => wishes with { MostPerNight = null },
        { Kind: StayPartKind.Level } => wishes with { EachByBudget = null },
        { Kind: StayPartKind.Party } => wishes with { Party = null },
        { Kind: StayPartKind.Days } => wishes with { Dates = null },
        { Kind: StayPartKind.Nights } => wishes with { Nights = null },
        _ => null,
    };

    private static StayPart[] If(bool isThere, StayPartKind kind) => isThere ? [new StayPart(kind)] : [];
}
