using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Web.Recommendations;

/// <summary>One package of a recorded list: total score 0 to 1, the seven similarities (cos, about -1 to 1, null where the traveller left the criterion open), and why it fits.</summary>
public sealed record RankedPackage(string PackageId, double Score, IReadOnlyList<double?> Similarities, IReadOnlyList<Reason> Reasons)
{
    /// <summary>What it is to the traveller, beside its score.</summary>
    public Standing Standing { get; init; }
}

/// <summary>Why a package fits or does not, as a code and arguments (place ids, concept ids, numbers; never words of a person), turned into a sentence in the reader's language when shown.</summary>
public sealed record Reason(string Code, IReadOnlyList<string> Arguments);

/// <summary>A wish that ruled out everything or nearly, and how many packages dropping it would bring.</summary>
public sealed record Relaxation(string Wish, int Brings)
{
    /// <summary>Whether a limit of the price among what it gives up came of "cheaper": nobody named it.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool OfCheaper { get; init; }

    /// <summary>Whether the packages that it brings only come near what else was asked for: none of them is all of it.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool InPart { get; init; }

    /// <summary>The best package of those that it brings; null where none was looked for.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Nearest { get; init; }
}

/// <summary>How many tours of a list are cards, and how many are rows below them, before more is asked for.</summary>
public sealed record ListLayout(int Cards, int Rows);

/// <summary>A list as it was recommended: recorded by a POST, shown by any number of GETs, explained at any time.</summary>
public sealed record RecommendationList
{
    public required Guid Id { get; init; }
    public required Guid TripId { get; init; }
    public required Guid TravellerId { get; init; }

    /// <summary>Version of the trip that was ranked for.</summary>
    public required int TripVersion { get; init; }

    public required IReadOnlyList<double> Weights { get; init; }
    public required string Encoder { get; init; }
    public required long CatalogVersion { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Language { get; init; }
    public required string Currency { get; init; }

    /// <summary>In the order in which they are read, best first among those shown together; more than one page is recorded so that paging never re-ranks.</summary>
    public required IReadOnlyList<RankedPackage> Packages { get; init; }

    /// <summary>How many of the first are cards, and how many rows follow them; null in lists recorded before these stood in the order in which they are read.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public ListLayout? Layout { get; init; }

    public IReadOnlyList<Relaxation> Relaxations { get; init; } = [];

    /// <summary>The packages that fit: those that stand no lower than the first does, where that answers the wishes or may lack no more than a need.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<RankedPackage> Fitting => Packages is [{ Standing: <= Standing.LacksNeed } best, ..] ? Packages.Where(ranked => ranked.Standing <= best.Standing) : [];

    /// <summary>Those that fit and take as long as was wished, if any does: a shorter tour is no cheaper one.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<RankedPackage> FittingInTime => InTime([.. Fitting]);

    /// <summary>Those of some packages that take as long as was wished; all of them where none does.</summary>
    public static IReadOnlyList<RankedPackage> InTime(IReadOnlyList<RankedPackage> some) =>
        some.Where(ranked => !ranked.Reasons.Any(reason => reason.Code is ReasonCodes.DaysOff or ReasonCodes.DaysUnknown)).ToList() is { Count: > 0 } inTime ? inTime : some;

    /// <summary>A package's place, from 1; 0 if it is not in the list.</summary>
    public int RankOf(string packageId) => Enumerable.Range(0, Packages.Count).FirstOrDefault(at => Packages[at].PackageId == packageId, -1) + 1;

    /// <summary>What it was asked for beside; null if it was not.</summary>
    public Comparison? Beside { get; init; }

    /// <summary>No package answers every wish that can be answered with yes or no.</summary>
    public bool NothingFits { get; init; }

    /// <summary>No package says that it caters for an allergy, which is not offered to be let go of.</summary>
    public bool NoneSays { get; init; }

    /// <summary>Packages fit, but none says that it has everything, so that there is something to let go of.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool NoneAnswers => !NothingFits && Relaxations.Count > 0;

    /// <summary>The same where nothing has to be asked of an agency: a limit of the price or what was to be avoided keeps away the tours that are all the rest.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool LimitsKeepAway => NoneAnswers && Relaxations.All(offer => offer.Wish is Relaxing.Budget or Relaxing.Exclusions);

    /// <summary>No wish was given: popular and diverse tours, said so.</summary>
    public bool WithoutWishes { get; init; }
}
