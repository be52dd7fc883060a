namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>
/// Decides what the places and the things of a text are named for. Rules know the plain ways to say it and lose themselves in stories; a model that has read messages
/// with what each of them is named for weighs the rules' word against the words around (docs/decisions/0035, 0039).
/// </summary>
public abstract class RoleModel
{
    /// <summary>The rules' word as it stands.</summary>
    public static RoleModel Rules { get; } = new RulesAlone();

    /// <summary>The models of <c>data/place-roles.tsv</c> and <c>data/thing-roles.tsv</c>; without the second the rules decide what things are named for. Throws <see cref="InvalidDataException"/> with the line if one cannot be read.</summary>
    public static RoleModel Load(string places, string? things = null) =>
        new RegressedRoles(CueWeights.Load(places, RegressedRoles.Roles.Count), things is null ? null : new RegressedStances(CueWeights.Load(things, RegressedStances.Stances.Count)));

    /// <summary>A role for each place, in their order.</summary>
    internal abstract IReadOnlyList<PlaceRole> Decide(NamedPlaces places);

    /// <summary>How each thing is meant, in their order.</summary>
    internal virtual IReadOnlyList<Stance> Decide(NamedThings things) => [.. things.Named.Select(thing => thing.Told)];

    private sealed class RulesAlone : RoleModel
    {
        internal override IReadOnlyList<PlaceRole> Decide(NamedPlaces places) => places.Told;
    }
}
