using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>What a list is beside a tour, and what a tour in it is to the traveller.</summary>
public static class StandingWords
{
    public static string Beside(Refinement to, IStringLocalizer<ToursTexts> L) => to switch
    {
        Refinement.Cheaper => L["Cheaper than"],
        Refinement.Dearer => L["Dearer than"],
        Refinement.Shorter => L["Shorter than"],
        Refinement.Longer => L["Longer than"],
        Refinement.Nearer => L["Nearer than"],
        _ => L["Like"],
    };

    public static string Of(Standing standing, IStringLocalizer<ToursTexts> L) => standing switch
    {
        Standing.Answer => L["What you asked for"],
        Standing.LacksNeed => L["May lack something you need"],
        Standing.NearMiss => L["Close, but not quite"],
        Standing.Elsewhere => L["Somewhere else"],
        Standing.Unpriced => L["Without a price to compare"],
        _ => L["With what you wanted to avoid, or turned down"],
    };
}
