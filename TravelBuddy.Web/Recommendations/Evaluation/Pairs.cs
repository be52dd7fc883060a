namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>The same needs put in two ways, side by side: forms of one need are told by their id (<see cref="EvaluatedQuery.Need"/>).</summary>
public sealed record Pairs(IReadOnlyList<(AnsweredQuery First, AnsweredQuery Second)> All)
{
    public IReadOnlyList<AnsweredQuery> Firsts => [.. All.Select(pair => pair.First)];

    public IReadOnlyList<AnsweredQuery> Seconds => [.. All.Select(pair => pair.Second)];

    /// <summary>English and Vietnamese forms of a need, both filled in or both free text.</summary>
    public static Pairs OfLanguages(IReadOnlyList<AnsweredQuery> queries) =>
        Of(queries.Where(query => query.Language == "en"), queries.Where(query => query.Language == "vi"), query => (query.Query.Need, query.Query.IsFreeText));

    /// <summary>Filled-in and free-text forms of a need, both in one language.</summary>
    public static Pairs OfForms(IReadOnlyList<AnsweredQuery> queries) =>
        Of(queries.Where(query => !query.Query.IsFreeText), queries.Where(query => query.Query.IsFreeText), query => (query.Query.Need, query.Language));

    /// <summary>Queries and themselves in another spelling.</summary>
    public static Pairs OfSpellings(IEnumerable<AnsweredQuery> proper, IEnumerable<AnsweredQuery> folded) => Of(proper, folded, query => query.Query.Id);

    /// <summary>How much better the second of each pair is answered.</summary>
    public Difference? Gain(string to) => Difference.Of(All.Select(pair => (pair.Second.Ours.Quality, pair.First.Ours.Quality)), to);

    private static Pairs Of<TKey>(IEnumerable<AnsweredQuery> firsts, IEnumerable<AnsweredQuery> seconds, Func<AnsweredQuery, TKey> key)
        where TKey : notnull
    {
        var byKey = seconds.DistinctBy(key).ToDictionary(key);
        return new Pairs([.. firsts.DistinctBy(key).Where(first => byKey.ContainsKey(key(first))).Select(first => (first, byKey[key(first)]))]);
    }
}
