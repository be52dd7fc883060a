using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>The wizard's screens in order.</summary>
public static class PlanSteps
{
    public const string Places = "places";
    public const string Durations = "durations";
    public const string Budget = "budget";
    public const string Transport = "transport";
    public const string Food = "food";
    public const string Activities = "activities";
    public const string Stay = "stay";
    public const string Summary = "summary";

    /// <summary>Not a step: the list of tours, as a place to come back to.</summary>
    public const string Tours = "tours";

    public static readonly IReadOnlyList<string> All = [Places, Durations, Budget, Transport, Food, Activities, Stay, Summary];

    /// <summary>The screens that ask something.</summary>
    public static IEnumerable<string> Questions => All.SkipLast(1);

    /// <summary>The fields of a step that somebody writes in; each has a place for a message (err-…).</summary>
    public static IReadOnlyList<string> TextFields(string step) => step switch
    {
        Places => ["add", "start"],
        Durations => ["other", "from", "to"],
        Budget => ["max", "min", "currency", "night", "adults", "children"],
        Transport or Food or Activities => ["words"],
        Stay => ["words", "notwords"],
        _ => [],
    };

    /// <summary>Where an answer is changed that is shown on a list of tours for a trip.</summary>
    public static string AddressOf(WishOf wish, Guid trip)
    {
        var (step, field) = wish switch
        {
            WishOf.Places => (Places, ""),
            WishOf.Start => (Places, "#start"),
            WishOf.Durations or WishOf.Dates => (Durations, ""),
            WishOf.Party or WishOf.Budget => (Budget, ""),
            WishOf.NightPrice => (Budget, "#night"),
            WishOf.Transportation => (Transport, ""),
            WishOf.Food => (Food, ""),
            WishOf.Activities => (Activities, ""),
            WishOf.Essentials => (Stay, "#must"),
            WishOf.Exclusions => (Stay, "#not"),
            _ => (Stay, ""),
        };
        return $"/plan/{step}?{BackToTours(trip)}{field}";
    }

    /// <summary>The query that leads from a step back to the tours for a trip, which need not be the traveller's current one.</summary>
    public static string BackToTours(Guid trip) => $"back={Tours}&trip={trip}";

    public static int IndexOf(string step) => Enumerable.Range(0, All.Count).FirstOrDefault(index => All[index] == step, -1);

    public static string? Before(string step) => IndexOf(step) is var index and > 0 ? All[index - 1] : null;

    public static string After(string step) => All[Math.Min(IndexOf(step) + 1, All.Count - 1)];
}
