namespace TravelBuddy.Ranking;

/// <summary>What every search refuses to begin with.</summary>
internal static class SearchArguments
{
    /// <summary>How many rows can be found: as many as there is room for ids, at most all.</summary>
    /// <exception cref="ArgumentException">Another layout, or a destination that is too short.</exception>
    public static int Checked(BlockLayout layout, int count, RankingQuery query, ReadOnlySpan<int> ids, ReadOnlySpan<double> scores, ReadOnlySpan<float> similarities)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!layout.Matches(query.Layout))
        {
            throw new ArgumentException("The query was made for another layout.", nameof(query));
        }

        if (scores.Length < ids.Length)
        {
            throw new ArgumentException($"There is room for {ids.Length} ids, but for {scores.Length} scores.", nameof(scores));
        }

        var k = Math.Min(ids.Length, count);
        if (!similarities.IsEmpty && similarities.Length < (long)k * layout.Count)
        {
            throw new ArgumentException(
                $"{k} rows of {layout.Count} blocks need room for {(long)k * layout.Count} similarities; there is room for {similarities.Length}.", nameof(similarities));
        }

        return k;
    }
}
