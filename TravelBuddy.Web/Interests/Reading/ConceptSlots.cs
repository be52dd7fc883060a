using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Which answer a concept belongs to; names are those of the wizard's steps.</summary>
public static class ConceptSlots
{
    public const string Transport = "transport";
    public const string Food = "food";
    public const string Activities = "activities";
    public const string Stay = "stay";

    public static string Of(ConceptKind kind) => kind switch
    {
        ConceptKind.Transport => Transport,
        ConceptKind.Food or ConceptKind.Diet => Food,
        ConceptKind.Activity or ConceptKind.Nature or ConceptKind.Culture => Activities,
        _ => Stay,
    };
}
