using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>A candidate with everything known about it: the branch of the wishes it answers best, its exact score and similarities, its facts and the adjusted score.</summary>
public sealed record JudgedPackage(RankingContext Context, PackageFacts Facts, Assessment Found, double AdjustedScore, float[] Similarities)
{
    /// <summary>The weights its score was made with, which sum to 1 over what was wished.</summary>
    public double[] Weights { get; init; } = [];

    /// <summary>The score of its similarities, before adjustment.</summary>
    public double ExactScore { get; init; }

    public Standing Standing { get; init; } = Standings.Of(Context, Facts, Found);

    /// <summary>Whether it comes after others of its place whatever its score: turned down before, or not known to be what was asked for beside another.</summary>
    public bool Behind { get; init; }

    /// <summary>Of those shown together lower ones come first whatever their scores: what goes elsewhere, or has what is to be avoided, after what does not; and of what goes elsewhere last what may cost more than may be paid.</summary>
    public int Tier => (Standing is Standing.Elsewhere or Standing.Unwanted ? 2 : 0) + (Behind || Standing is Standing.Elsewhere && Standings.IsPriceMissing(Context, Found) ? 1 : 0);

    /// <summary>Whether it is made for people who would have said that they are, or asks for what they would have said they have, and nobody did.</summary>
    public bool ForOthersAlone => Found.Unmet.Count > 0 || Found.MadeForOthers && Facts.MadeFor.Values.All(madeFor => madeFor == MadeFor.Only);

    /// <summary>Whether it names the children or older people who travel, and nothing it says speaks against them.</summary>
    public bool SuitsThem => Found.GoodForChildren || !Found.MadeForOthers && Found.Unsuited.Count == 0 && Context.Told.Any(Facts.Named.Contains);

    /// <summary>Whether its agency tells of it in another language than the traveller's.</summary>
    public bool IsForeign => Facts.Package.Language != Context.Wishes.Language;

    /// <summary>So few days are one week or one feast.</summary>
    private const int FewDays = 10;

    /// <summary>Whether it sets off on one day or within one week alone, and nobody said when they travel.</summary>
    public bool GoesOnce => Context.Wishes.Dates is null && (Facts.Package.OnlyDeparture is not null || Facts.Package is { AvailableFrom: { } first, AvailableUntil: { } last } && last.DayNumber - first.DayNumber <= FewDays);

    /// <summary>Whether it answers every wish that can be answered with yes or no: place, length to a day, budget to a tenth (firm: exactly; the price must be known), exclusions, essentials. That it is silent about an allergy is for its agency to be asked.</summary>
    public bool Fits =>
        (Context.Places.Count == 0 || Found.PlacesHit.Count > 0)
        && Math.Abs(Found.DaysOff ?? 0) <= 1
        && (Context.Wishes.Budget is not { Max: not null } budget || Context.BudgetVnd is null && !budget.Firm || Found.OfBudget <= (budget.Firm ? 1 : 1.1))
        && Found.Excluded.Count == 0
        && !Found.GroupOnly
        && !Found.NotAdmitted
        && !Found.UnsuitedSurely
        && Found.EssentialsMissing.All(i => Context.Essentials[i].Concept is { } id && Relaxing.IsAllergy(id))
        && Found.EssentialsContradicted.Count == 0;
}
