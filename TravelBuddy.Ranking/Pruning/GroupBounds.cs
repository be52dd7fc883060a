using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>Bounds of rows by their 4-bit copy, sixteen at once.</summary>
internal static class GroupBounds<TGroup>
    where TGroup : struct, IGroupInnerProducts
{
    private const int Together = GroupedRows.Together;

    /// <summary>Bounds one block of the rows of a cell by their 4-bit copy instead of what the cell can reach in it, and says how many may still reach a score.</summary>
    public static int Narrow(SmallTerm term, GroupedRows rows, int from, float cellMost, scoped Span<float> most, scoped Span<float> own, float least)
    {
        ref var query = ref MemoryMarshal.GetReference(term.Numbers);
        ref var bounds = ref MemoryMarshal.GetReference(most);
        ref var owns = ref MemoryMarshal.GetReference(own);
        ref var numbers = ref rows.Group((int)((uint)from / Together), term.Block);
        ref var scales = ref rows.Scale((int)((uint)from / Together), term.Block);
        var (half, before, atLeast, width) = (Vector256.Create(term.HalfWeight), Vector256.Create(cellMost), Vector256.Create(least), term.Width);
        var first = term.Alternative(0);
        Span<int> products = stackalloc int[Together];
        ref var product = ref MemoryMarshal.GetReference(products);
        var count = 0;
        // The last group may be filled up with rows that are none: nothing wants them, and there is room for their bounds.
        for (var row = 0; row < most.Length; row += Together)
        {
            var (low, high) = (Vector256.LoadUnsafe(ref bounds, (nuint)row), Vector256.LoadUnsafe(ref bounds, (nuint)row + 8));
            if ((Vector256.GreaterThanOrEqual(low, atLeast) | Vector256.GreaterThanOrEqual(high, atLeast)) != Vector256<float>.Zero)
            {
                TGroup.Of(ref numbers, ref query, width, first.Start, ref product);
                var lowSimilarity = first.Most(Vector256.LoadUnsafe(ref product), Vector256.LoadUnsafe(ref scales), Vector256.LoadUnsafe(ref scales, Together));
                var highSimilarity = first.Most(Vector256.LoadUnsafe(ref product, 8), Vector256.LoadUnsafe(ref scales, 8), Vector256.LoadUnsafe(ref scales, Together + 8));
                for (var alternative = 1; alternative < term.Alternatives; alternative++)
                {
                    ref readonly var parts = ref term.Alternative(alternative);
                    TGroup.Of(ref numbers, ref Unsafe.Add(ref query, alternative * width), width, parts.Start, ref product);
                    lowSimilarity = Vector256.MaxNative(lowSimilarity, parts.Most(Vector256.LoadUnsafe(ref product), Vector256.LoadUnsafe(ref scales), Vector256.LoadUnsafe(ref scales, Together)));
                    highSimilarity = Vector256.MaxNative(highSimilarity, parts.Most(Vector256.LoadUnsafe(ref product, 8), Vector256.LoadUnsafe(ref scales, 8), Vector256.LoadUnsafe(ref scales, Together + 8)));
                }

                var lowMost = Vector256.MinNative(before, half * (lowSimilarity + Vector256<float>.One));
                var highMost = Vector256.MinNative(before, half * (highSimilarity + Vector256<float>.One));
                lowMost.StoreUnsafe(ref owns, (nuint)row);
                highMost.StoreUnsafe(ref owns, (nuint)row + 8);
                low += lowMost - before;
                high += highMost - before;
                low.StoreUnsafe(ref bounds, (nuint)row);
                high.StoreUnsafe(ref bounds, (nuint)row + 8);
                count += BitOperations.PopCount(Vector256.GreaterThanOrEqual(low, atLeast).ExtractMostSignificantBits() | Vector256.GreaterThanOrEqual(high, atLeast).ExtractMostSignificantBits() << 8);
            }

            numbers = ref Unsafe.Add(ref numbers, Together / 2 * width);
            scales = ref Unsafe.Add(ref scales, 2 * Together);
        }

        return count;
    }
}
