using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Recommendations.Api;

/// <summary>A <see cref="Standing"/> in the words of the API, which outlive what the ranker calls it.</summary>
public enum Match
{
    Answers,
    Unsure,
    Near,
    Elsewhere,
    Unwanted,
}

/// <summary>Gives results their match.</summary>
public static class Matches
{
    public const string Description =
        "answers: it goes where and for as long as was asked for and has every diet and essential, as far as it says; a budget that is not firm may be passed. unsure: it would be, but does not say that it has a diet or an essential that was asked for. "
        + "near: it goes near there, or for clearly more or fewer days, or takes larger groups only. elsewhere: it goes somewhere else. "
        + "unwanted: it has what was to be avoided, or takes no child as young as one whose age was told.";

    public static Match Of(Standing standing) => standing switch
    {
        Standing.Answer => Match.Answers,
        Standing.LacksNeed or Standing.Unpriced => Match.Unsure,
        Standing.NearMiss => Match.Near,
        Standing.Elsewhere => Match.Elsewhere,
        _ => Match.Unwanted,
    };
}
