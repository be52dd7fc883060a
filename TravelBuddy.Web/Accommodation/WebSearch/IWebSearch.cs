namespace TravelBuddy.Web.Accommodation.WebSearch;

/// <summary>What is looked for on the web: names of places and words of the lexicon, nothing that a person wrote. <paramref name="Language"/> is "en" or "vi".</summary>
public sealed record SearchQuery(string Text, string Language);

/// <summary>One result as the search engine tells it: an http(s) address and a title, untrusted words that are cleaned and cut. What else it says of a page the page says better.</summary>
public sealed record SearchHit(string Url, string Title);

/// <summary>Why a search came to nothing.</summary>
public enum SearchFault
{
    /// <summary>What may be asked or spent in a day is used up.</summary>
    Quota,

    /// <summary>Too many at once, or the provider asked to be left alone for a while.</summary>
    Busy,

    /// <summary>The provider does not accept the key or the account.</summary>
    Refused,

    /// <summary>It cannot be reached, or fails.</summary>
    Unavailable,

    /// <summary>It did not answer in time.</summary>
    Slow,

    /// <summary>What it answered cannot be read.</summary>
    WrongAnswer,
}

/// <summary>What a search came to: hits, in the provider's order, or why there are none. <paramref name="RestFor"/>: how long the provider wants to be left alone; zero: only not asked again at once.</summary>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, SearchFault? Fault = null, TimeSpan? RestFor = null)
{
    public static SearchAnswer Failed(SearchFault fault, TimeSpan? restFor = null) => new([], fault, restFor);
}

/// <summary>Searches the web. A search that fails says so in its answer; it throws only when <c>ct</c> ends or the own database is away.</summary>
public interface IWebSearch
{
    /// <summary>Whether a provider is configured.</summary>
    bool IsConfigured { get; }

    Task<SearchAnswer> SearchAsync(SearchQuery query, CancellationToken ct);
}

/// <summary>Where none is configured: the directory alone is searched.</summary>
public sealed class NoWebSearch : IWebSearch
{
    public bool IsConfigured => false;

    public Task<SearchAnswer> SearchAsync(SearchQuery query, CancellationToken ct) => Task.FromResult(new SearchAnswer([]));
}
