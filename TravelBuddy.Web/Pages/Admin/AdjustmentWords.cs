using Microsoft.Extensions.Localization;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Pages.Admin;

/// <summary>What is added to a score and why, in words for admins.</summary>
internal static class AdjustmentWords
{
    public static string Of(string code, IStringLocalizer<PackagesTexts> texts) => code switch
    {
        AdjustmentCodes.WrongPlace => texts["goes to none of the wished places"],
        AdjustmentCodes.Elsewhere => texts["goes elsewhere too"],
        AdjustmentCodes.SeveralPlaces => texts["several of the wished places"],
        AdjustmentCodes.ThingsMissed => texts["lacks things wished, rare ones the more"],
        AdjustmentCodes.ThingsInTitle => texts["its title names things wished"],
        AdjustmentCodes.SharedWords => texts["speaks much of things wished"],
        AdjustmentCodes.Days => texts["too long or too short"],
        AdjustmentCodes.Budget => texts["over the budget"],
        AdjustmentCodes.PriceInWords => texts["cheap or dear beside the others, as wished in words"],
        AdjustmentCodes.Excluded => texts["has what is to be avoided"],
        AdjustmentCodes.EssentialMissing => texts["does not mention a must-have"],
        AdjustmentCodes.EssentialContradicted => texts["speaks against a must-have"],
        AdjustmentCodes.Diets => texts["does not say that it caters for the diets"],
        AdjustmentCodes.ForOthers => texts["made for others than those who travel"],
        AdjustmentCodes.GoodForChildren => texts["says it suits children"],
        AdjustmentCodes.TellsNothing => texts["says neither where it goes nor for how long nor for how much"],
        AdjustmentCodes.Hard => texts["too hard for, or not open to, somebody who travels"],
        AdjustmentCodes.Start => texts["where it starts"],
        AdjustmentCodes.OwnLanguage => texts["told in the traveller's language"],
        _ => code,
    };
}
