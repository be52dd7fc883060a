using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Recommendations;

/// <summary>What ranking came to, before it is recorded.</summary>
public sealed record RankingResult(
    IReadOnlyList<RankedPackage> Packages, IReadOnlyList<Relaxation> Relaxations, IReadOnlyList<double> Weights, string Encoder, long CatalogVersion, bool WithoutWishes)
{
    /// <summary>No package answers every wish that can be answered with yes or no.</summary>
    public bool NothingFits { get; init; }

    /// <summary>No package says that it caters for an allergy, which is not offered to be let go of.</summary>
    public bool NoneSays { get; init; }

    /// <summary>How each package came by its score, in their order; empty unless it was asked for.</summary>
    public IReadOnlyList<Working> Workings { get; init; } = [];
}

/// <summary>What other features ask of the recommendations.</summary>
public interface IRecommender
{
    /// <summary>Ranks the catalogue against wishes; nothing is recorded. All weights zero throws <see cref="ArgumentException"/>.</summary>
    Task<RankingResult> RankAsync(Wishes wishes, int count, CancellationToken ct);

    /// <summary>The same with the workings of every score.</summary>
    Task<RankingResult> ExplainAsync(Wishes wishes, int count, CancellationToken ct);

    /// <summary>What giving up each of the wishes would bring of tours of a kind, or several together where no single one brings anything, what brings most first; and last what giving up the kind would.</summary>
    Task<IReadOnlyList<Relaxation>> RelaxAsync(Wishes wishes, MainWish kind, CancellationToken ct);

    /// <summary>The same offers to give up a wish, the first of them with the best tour each would bring, but for those that a person turned down.</summary>
    Task<IReadOnlyList<Relaxation>> NearestAsync(IReadOnlyList<Relaxation> offers, Wishes wishes, MainWish kind, IReadOnlyCollection<string> disliked, CancellationToken ct);

    /// <summary>Ranks for a trip as it was read and records the list and the event in one transaction; gives the list as recorded.</summary>
    Task<RecommendationList> RecommendAsync(Trip trip, CancellationToken ct);

    /// <summary>The same for a trip that was just changed by "like this, but cheaper": without the tour it came from.</summary>
    Task<RecommendationList> RecommendAsync(Trip trip, Comparison? beside, CancellationToken ct);

    /// <summary>The same for a trip as it stands; one that is not this traveller's throws <see cref="KeyNotFoundException"/>.</summary>
    Task<RecommendationList> RecommendAsync(Guid tripId, Guid travellerId, CancellationToken ct);

    /// <summary>
    /// Hands a recorded list on: a new trip of another traveller with the same wishes, save for what the first wrote in their own words, and the same tours.
    /// Null if there is no such list any more.
    /// </summary>
    Task<RecommendationList?> CopyAsync(Guid listId, Guid travellerId, string language, CancellationToken ct);

    /// <summary>A recorded list, if it is this traveller's.</summary>
    Task<RecommendationList?> FindAsync(Guid listId, Guid travellerId, CancellationToken ct);

    /// <summary>Whether a list is still there: it goes with its traveller.</summary>
    Task<bool> IsRecordedAsync(Guid listId, CancellationToken ct);

    /// <summary>The traveller whose list it is; null if there is no such list. For asking whether a signed-in person may see it.</summary>
    Task<Guid?> OwnerAsync(Guid listId, CancellationToken ct);
}

/// <summary>Turns the reasons of a recorded list into sentences of a language.</summary>
public interface IReasonWriter
{
    /// <summary>The sentence for a reason ("vi", anything else English); plain text. Prices are told in the traveller's currency if it is given, else in the package's.</summary>
    string Sentence(Reason reason, string language, string? currency = null);

    /// <summary>The shortest words of a reason that speaks against a package, for a line that holds other things too; null where it has none.</summary>
    string? InShort(Reason reason, string language);

    /// <summary>The sentence that names a relaxation and offers it.</summary>
    string Sentence(Relaxation relaxation, string language);
}
