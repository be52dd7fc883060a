using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.WebSearch;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>One question to a search engine: <paramref name="Fault"/> and <paramref name="Hits"/> once it was asked.</summary>
public sealed record StayQuery(string Text, string Language, bool IsDone = false, SearchFault? Fault = null, int Hits = 0)
{
    public SearchQuery AsQuery() => new(Text, Language);
}

/// <summary>One page that a search engine named, and what it said once it was read.</summary>
public sealed record StayPage(string Url, string Title, bool IsDone = false, PageFault? Fault = null, IReadOnlyList<FoundStay>? Stays = null);

/// <summary>A place asked for near which no house is known: the nearest is <paramref name="Km"/> from its middle, in another place.</summary>
public sealed record FarStay(string PlaceId, double Km, string InPlaceId);

/// <summary>A sentence of a model's summary, each with the statements it stands on ("s1.price").</summary>
public sealed record StaySentence(string Text, IReadOnlyList<string> Facts);

/// <summary>
/// A search for places to stay and what it found so far, so that it can be shown and gone on with. Of a person only ids, concepts and numbers; words in it are those of pages.
/// It grows in steps (<c>README.md</c>): the directory at once, the web after it, until <see cref="EndedAt"/>.
/// </summary>
public sealed record StaySearch
{
    public required Guid Id { get; init; }
    public required Guid TravellerId { get; init; }

    /// <summary>The tour that a place is looked for near; null where only places are named.</summary>
    public string? PackageId { get; init; }

    public required StayWishes Wishes { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The best, in order.</summary>
    public IReadOnlyList<RankedStay> Found { get; init; } = [];

    /// <summary>How many lie near, whether they answer the wishes or not.</summary>
    public int Near { get; init; }

    /// <summary>Goes up with every change.</summary>
    public int Revision { get; init; }

    /// <summary>When it ends at the latest; null where nothing follows the directory.</summary>
    public DateTimeOffset? Deadline { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether the web is searched for it.</summary>
    public bool SearchesWeb { get; init; }

    /// <summary>Whether it was left at the directory because this visitor has had the web and the model as often today as one may.</summary>
    public bool IsLimited { get; init; }

    public IReadOnlyList<StayQuery> Queries { get; init; } = [];
    public IReadOnlyList<StayPage> Pages { get; init; } = [];

    /// <summary>Those of <see cref="Found"/> of which pages of the web say something, merged with what the directory says.</summary>
    public IReadOnlyList<FoundStay> Web { get; init; } = [];

    /// <summary>Those of <see cref="Found"/> of which several entries of the directory tell, and no page.</summary>
    public IReadOnlyList<FoundStay> Joined { get; init; } = [];

    /// <summary>The places near which none is known, and how far away the nearest is.</summary>
    public IReadOnlyList<FarStay> Far { get; init; } = [];

    /// <summary>The areas of places without a house of their own, and why.</summary>
    public IReadOnlyList<BareArea> Bare { get; init; } = [];

    /// <summary>Whether it was sent on to be summed up: that is done, and paid, once.</summary>
    public bool SummaryAsked { get; init; }

    /// <summary>A model's summary in the language of <see cref="Wishes"/>, every sentence checked; empty where the facts are told by a template.</summary>
    public IReadOnlyList<StaySentence> Summary { get; init; } = [];

    /// <summary>Whether more may come: a search whose end was lost is over, too.</summary>
    public bool IsRunning(DateTimeOffset now) => EndedAt is null && Deadline is { } deadline && now < deadline + StaySearches.Grace;

    /// <summary>Whether every query was asked and every page read.</summary>
    public bool HasAll => Queries.Count > 0 && Queries.All(query => query.IsDone) && !Pages.Any(page => !page.IsDone);

    /// <summary>Why the web named no page; null if it named some, may still, found nothing by every query, or was not to be asked. Queries that were not asked in its time, or never written, are slow.</summary>
    public SearchFault? WebFault(DateTimeOffset now) =>
        !SearchesWeb || Pages is { Count: > 0 } || IsRunning(now) && !(Queries.Count > 0 && Queries.All(query => query.IsDone)) ? null
        : Queries.Count == 0 ? SearchFault.Slow
        : Queries.Select(query => query.IsDone ? query.Fault : SearchFault.Slow).FirstOrDefault(fault => fault is not null);

    /// <summary>What is still open, given up.</summary>
    public StaySearch GivenUp() => this with
    {
        Queries = [.. Queries.Select(query => query.IsDone ? query : query with { IsDone = true, Fault = SearchFault.Slow })],
        Pages = [.. from page in Pages select page.IsDone ? page : page with { IsDone = true, Fault = PageFault.Slow }],
    };
}
