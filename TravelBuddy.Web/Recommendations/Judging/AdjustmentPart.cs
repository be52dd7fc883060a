namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>What one fact adds to a score, or below 0 takes from it, before the sum is divided by 1 plus <see cref="Adjustment.Most"/>.</summary>
public readonly record struct AdjustmentPart(string Code, double Amount);

/// <summary>Codes of <see cref="AdjustmentPart"/>.</summary>
public static class AdjustmentCodes
{
    public const string WrongPlace = "wrong-place";
    public const string Elsewhere = "elsewhere";
    public const string SeveralPlaces = "several-places";
    public const string ThingsMissed = "things-missed";
    public const string ThingsInTitle = "things-in-title";
    public const string SharedWords = "shared-words";
    public const string Days = "days";
    public const string Budget = "budget";
    public const string PriceInWords = "price-in-words";
    public const string Excluded = "excluded";
    public const string EssentialMissing = "essential-missing";
    public const string EssentialContradicted = "essential-contradicted";
    public const string Diets = "diets";
    public const string ForOthers = "for-others";
    public const string GoodForChildren = "good-for-children";
    public const string Hard = "hard";
    public const string TellsNothing = "tells-nothing";
    public const string Start = "start";
    public const string OwnLanguage = "own-language";
}
