using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TravelBuddy.Ranking;

/// <summary>
/// Scores every given row: <c>score = Σ w_c · (sim_c + 1) / 2</c>, where <c>w</c> are the query's effective weights and <c>sim_c</c> is the
/// largest inner product of the row's block <c>c</c> with any of the query's alternatives for it.
/// <para>Accumulated in double with a fixed order of additions: the same rows give the same bits on every machine and at every place in the
/// list. Nothing is allocated. If the query is empty every score is 0.</para>
/// </summary>
public static class ExactScorer
{
    private const int StackRow = 1024;

    /// <param name="query">Weights and alternatives.</param>
    /// <param name="rows">n rows of <c>query.Layout.Dimensions</c> numbers each, one after the other.</param>
    /// <param name="scores">Receives n scores; for unit vectors between 0 and 1.</param>
    /// <param name="similarities">
    /// Receives n times <c>query.Layout.Count</c> similarities, row by row; 0 for a block for which the query has no alternative.
    /// </param>
    /// <exception cref="ArgumentException">
    /// <paramref name="rows"/> is not a whole number of rows, a destination is too short, or a row holds a NaN or an infinity in a block that the query
    /// asks about (the message names row and column; what was written before stays).
    /// </exception>
    public static void Score(RankingQuery query, ReadOnlySpan<float> rows, Span<double> scores, Span<float> similarities)
    {
        var count = CheckedCount(query, rows.Length, scores.Length, similarities.Length);
        switch (RankingKernels.InUse)
        {
            case RankingKernel.Vector512: Score<Vector512InnerProduct>(query, rows, scores, similarities, 0, count); break;
            case RankingKernel.Vector256: Score<Vector256InnerProduct>(query, rows, scores, similarities, 0, count); break;
            case RankingKernel.Vector128: Score<Vector128InnerProduct>(query, rows, scores, similarities, 0, count); break;
            default: Score<ScalarInnerProduct>(query, rows, scores, similarities, 0, count); break;
        }
    }

    /// <summary>
    /// The same for rows stored in half precision. Each number is widened exactly and then scored as above, so the result is that of the other overload
    /// for the widened rows, bit for bit.
    /// </summary>
    /// <inheritdoc cref="Score(RankingQuery, ReadOnlySpan{float}, Span{double}, Span{float})"/>
    public static void Score(RankingQuery query, ReadOnlySpan<Half> rows, Span<double> scores, Span<float> similarities)
    {
        var count = CheckedCount(query, rows.Length, scores.Length, similarities.Length);
        var dimensions = query.Layout.Dimensions;
        float[]? rented = null;
        var row = dimensions <= StackRow ? stackalloc float[StackRow] : rented = ArrayPool<float>.Shared.Rent(dimensions);
        row = row[..dimensions];
        try
        {
            for (var i = 0; i < count; i++)
            {
                TensorPrimitives.ConvertToSingle(rows.Slice(i * dimensions, dimensions), row);
                switch (RankingKernels.InUse)
                {
                    case RankingKernel.Vector512: Score<Vector512InnerProduct>(query, row, scores, similarities, i, 1); break;
                    case RankingKernel.Vector256: Score<Vector256InnerProduct>(query, row, scores, similarities, i, 1); break;
                    case RankingKernel.Vector128: Score<Vector128InnerProduct>(query, row, scores, similarities, i, 1); break;
                    default: Score<ScalarInnerProduct>(query, row, scores, similarities, i, 1); break;
                }
            }
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<float>.Shared.Return(rented);
            }
        }
    }

    /// <summary>Scores rows of which the first is number <paramref name="firstRow"/> of the caller's.</summary>
    private static void Score<TKernel>(
        RankingQuery query, ReadOnlySpan<float> rows, Span<double> scores, Span<float> similarities, int firstRow, int count)
        where TKernel : struct, IInnerProduct
    {
        var blocks = query.Layout.Count;
        var dimensions = query.Layout.Dimensions;
        var terms = query.Terms;
        ref var row = ref MemoryMarshal.GetReference(rows);
        for (var i = firstRow; i < firstRow + count; i++)
        {
            scores[i] = RowScore.Of<TKernel>(ref row, terms, similarities.Slice(i * blocks, blocks), out var allFinite);
            if (!allFinite)
            {
                throw Refusal(query, rows.Slice((i - firstRow) * dimensions, dimensions), i);
            }

            row = ref Unsafe.Add(ref row, dimensions);
        }
    }

    private static ArgumentException Refusal(RankingQuery query, ReadOnlySpan<float> row, int number)
    {
        foreach (var term in query.Terms)
        {
            if (FiniteCheck.FirstOffender(row.Slice(term.Offset, term.Length)) is >= 0 and var element)
            {
                var column = term.Offset + element;
                return new ArgumentException(
                    FormattableString.Invariant($"Row {number} holds {row[column]} at {query.Layout.Describe(column)}; only finite numbers can be scored."),
                    "rows");
            }
        }

        return new ArgumentException($"Row {number} changed while it was being scored.", "rows");
    }

    private static int CheckedCount(RankingQuery query, int numbers, int scores, int similarities)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (count, rest) = Math.DivRem(numbers, query.Layout.Dimensions);
        if (rest != 0)
        {
            throw new ArgumentException($"{numbers} numbers are not a whole number of rows of {query.Layout.Dimensions}.", "rows");
        }

        if (scores < count)
        {
            throw new ArgumentException($"There are {count} rows, but room for {scores} scores.", nameof(scores));
        }

        if (similarities < (long)count * query.Layout.Count)
        {
            throw new ArgumentException(
                $"{count} rows of {query.Layout.Count} blocks need room for {(long)count * query.Layout.Count} similarities; there is room for {similarities}.",
                nameof(similarities));
        }

        return count;
    }
}
