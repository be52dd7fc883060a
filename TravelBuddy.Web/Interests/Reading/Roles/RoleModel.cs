namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>
/// Decides what the places of a text are named for. Rules know the plain ways to say it and lose themselves in stories; a model that has read messages
/// with what each place in them is named for weighs the rules' word against the words around (docs/decisions/0035).
/// </summary>
public abstract class RoleModel
{
    /// <summary>The rules' word as it stands.</summary>
    public static RoleModel Rules { get; } = new RulesAlone();

    /// <summary>The model of <c>data/place-roles.tsv</c>; throws <see cref="InvalidDataException"/> with the line if it cannot be read.</summary>
    public static RoleModel Load(string path) => RegressedRoles.Load(path);

    /// <summary>A role for each place, in their order.</summary>
    internal abstract IReadOnlyList<PlaceRole> Decide(NamedPlaces places);

    private sealed class RulesAlone : RoleModel
    {
        internal override IReadOnlyList<PlaceRole> Decide(NamedPlaces places) => places.Told;
    }
}
