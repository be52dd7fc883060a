using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>Bounds of all rows of a cell together, by the rings of the first block and the directions of the second that they lie in.</summary>
internal static class CellBounds
{
    /// <summary>Works out what every ring can add, for each block that counts, and what each cell can reach.</summary>
    public static void Prepare(RowCells cells, RankingQuery query, SearchScratch work)
    {
        work.Begin(cells);
        var at = 0;
        foreach (ref readonly var term in query.Terms)
        {
            if (term.Weight > 0)
            {
                var block = cells.Blocks[term.Block];
                var adds = work.Adds.AsSpan(at, block.Codes);
                block.MostOf(in term, adds, work.Vector, work.Products);
                work.Keep(in term, at, TensorPrimitives.Max<float>(adds), cells.Longest[term.Block]);
                if (term.Block == cells.Second)
                {
                    OfDirections(adds, work.SecondMost);
                }

                at += block.Codes;
            }
        }

        work.SortTerms();
        work.CellMost.AsSpan(0, cells.Cells.Length).Clear();
        foreach (var kept in work.Terms)
        {
            for (var c = 0; c < cells.Cells.Length; c++)
            {
                work.CellMost[c] += MostOf(kept, cells, in cells.Cells[c], work);
            }
        }
    }

    /// <summary>What a block can add to any row of a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MostOf(SearchScratch.Kept kept, RowCells cells, ref readonly Cell cell, SearchScratch work)
    {
        if (kept.Term.Block == cells.First)
        {
            return Most(work.Adds.AsSpan(kept.At), cells.Bounds.AsSpan(cell.Firsts, cell.Seconds - cell.Firsts));
        }

        return kept.Term.Block == cells.Second ? Most(work.SecondMost, cells.Bounds.AsSpan(cell.Seconds, cell.End - cell.Seconds)) : kept.Most;
    }

    private static void OfDirections(ReadOnlySpan<float> adds, Span<float> most)
    {
        for (var at = 0; at < adds.Length; at += BlockRings.PerDirection)
        {
            most[at / BlockRings.PerDirection] = TensorPrimitives.Max(adds.Slice(at, BlockRings.PerDirection));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Most(ReadOnlySpan<float> adds, ReadOnlySpan<ushort> codes)
    {
        var most = adds[codes[0]];
        for (var i = 1; i < codes.Length; i++)
        {
            most = float.MaxNative(most, adds[codes[i]]);
        }

        return most;
    }
}
