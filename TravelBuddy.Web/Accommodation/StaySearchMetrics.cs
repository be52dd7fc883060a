using System.Diagnostics.Metrics;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.WebSearch;

namespace TravelBuddy.Web.Accommodation;

/// <summary>What searching the web for places to stay came to, for whoever collects the meter <see cref="Name"/>: providers, outcomes and times, never a word or an address.</summary>
public sealed class StaySearchMetrics : IDisposable
{
    public const string Name = "TravelBuddy.Accommodation";

    private readonly Meter _meter;
    private readonly Counter<long> _queries;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _pages;

    public StaySearchMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _queries = _meter.CreateCounter<long>("web_search.queries", description: "Queries to search engines, by provider and outcome; Cached ones cost nothing.");
        _duration = _meter.CreateHistogram<double>("web_search.duration", "s", "Time until a search engine answered or was given up, by provider and outcome.");
        _pages = _meter.CreateCounter<long>("stay_pages.fetched", description: "Pages of houses that were fetched, by outcome.");
    }

    public void Cached(string provider) => Count(provider, "Cached");

    /// <param name="provider">Name of the search engine.</param>
    /// <param name="fault">Why it came to nothing; null if it answered.</param>
    /// <param name="took">How long the answer took; null if the provider was not asked.</param>
    public void Searched(string provider, SearchFault? fault, TimeSpan? took)
    {
        var outcome = fault?.ToString() ?? "Answered";
        Count(provider, outcome);
        if (took is { } time)
        {
            _duration.Record(time.TotalSeconds, new("provider", provider), new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    public void Fetched(PageFault? fault) => _pages.Add(1, new KeyValuePair<string, object?>("outcome", fault?.ToString() ?? "Read"));

    public void Dispose() => _meter.Dispose();

    private void Count(string provider, string outcome) => _queries.Add(1, new("provider", provider), new KeyValuePair<string, object?>("outcome", outcome));
}
