using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>Headings within a list, above tours that stand for less than those before them.</summary>
public static class StandingWords
{
    public static string Heading(Standing standing, IStringLocalizer<ToursTexts> L) => standing switch
    {
        Standing.Answer => L["What you asked for"],
        Standing.LacksNeed => L["May lack something you need"],
        Standing.NearMiss => L["Close, but not quite"],
        Standing.Elsewhere => L["Somewhere else"],
        _ => L["With what you wanted to avoid, or turned down"],
    };
}
