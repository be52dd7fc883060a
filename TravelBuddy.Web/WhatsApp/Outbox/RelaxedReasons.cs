using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Which reasons of a tour say what it takes to give up a wish.</summary>
public static class RelaxedReasons
{
    /// <summary>Whether a reason is against a tour by one of the wishes that a relaxation gives up.</summary>
    public static bool IsOf(Reason reason, string wish) => Relaxing.Parts(wish).Any(part => (part, reason.Code) switch
    {
        (Relaxing.Places, ReasonCodes.PlacesElsewhere or ReasonCodes.PlacesUnknown or ReasonCodes.PlacesMostlyOthers) => true,
        (Relaxing.Durations, ReasonCodes.DaysOff or ReasonCodes.DaysUnknown) => true,
        (Relaxing.Budget, ReasonCodes.PriceOver or ReasonCodes.PriceSharedOver or ReasonCodes.PriceUnknown) => true,
        (Relaxing.Exclusions, ReasonCodes.Excluded or ReasonCodes.ExcludedInPassing or ReasonCodes.RidesOneself) => true,
        (Relaxing.Essentials, ReasonCodes.EssentialMissing or ReasonCodes.EssentialContradicted) => true,
        (Relaxing.Transportation or Relaxing.Food or Relaxing.Activities, ReasonCodes.DoesNotSay or ReasonCodes.FoodUnsaid) => true,
        (_, ReasonCodes.DietUnsaid or ReasonCodes.DietContradicted) => Relaxing.Diet(part) is { } diet && reason.Arguments.Contains(diet),
        _ => false,
    });
}
