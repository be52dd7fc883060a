using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>Bounds of rows by their 8-bit copy, four at once.</summary>
internal static class SmallBounds<TSmall>
    where TSmall : struct, IByteInnerProduct
{
    private const int Together = 4;

    /// <summary>
    /// Bounds one block of some rows by its 8-bit copy instead of what was known of it; those that may still reach a score come first in
    /// <paramref name="wanted"/>, their bounds in <paramref name="most"/>, how many is returned.
    /// </summary>
    public static int Narrow(SmallTerm term, RowCells cells, int from, scoped ReadOnlySpan<float> own, scoped Span<float> most, scoped Span<int> wanted, int count, float least)
    {
        ref var numbers = ref cells.Small.Block(from, term.Block);
        ref var scales = ref cells.Grouped.Scale((int)((uint)from / GroupedRows.Together), term.Block);
        ref var losses = ref cells.Small.RoundedFrom(from, term.Block);
        ref var query = ref MemoryMarshal.GetReference(term.Numbers);
        ref var bounds = ref MemoryMarshal.GetReference(most);
        ref var places = ref MemoryMarshal.GetReference(wanted);
        ref var owns = ref MemoryMarshal.GetReference(own);

        // The last few are filled up with the first, which no bound of NaN brings in again.
        wanted.Slice(count, Together - 1).Fill(wanted[0]);
        most.Slice(count, Together - 1).Fill(float.NaN);
        var (left, half, width) = (0, Vector128.Create(term.HalfWeight), term.Width);
        for (var i = 0; i < count; i += Together)
        {
            var (a, b, c, d) = (Unsafe.Add(ref places, i), Unsafe.Add(ref places, i + 1), Unsafe.Add(ref places, i + 2), Unsafe.Add(ref places, i + 3));
            var scale = Vector128.Create(GroupedRows.ScaleAt(ref scales, a), GroupedRows.ScaleAt(ref scales, b), GroupedRows.ScaleAt(ref scales, c), GroupedRows.ScaleAt(ref scales, d));
            var rounded = Vector128.Create(Unsafe.Add(ref losses, a), Unsafe.Add(ref losses, b), Unsafe.Add(ref losses, c), Unsafe.Add(ref losses, d));
            var similarity = Vector128.Create(float.NegativeInfinity);
            for (var alternative = 0; alternative < term.Alternatives; alternative++)
            {
                var products = TSmall.OfFour(
                    ref Unsafe.Add(ref numbers, a * width), ref Unsafe.Add(ref numbers, b * width), ref Unsafe.Add(ref numbers, c * width), ref Unsafe.Add(ref numbers, d * width),
                    ref Unsafe.Add(ref query, alternative * width), width);
                similarity = Vector128.MaxNative(similarity, term.Alternative(alternative).MostOfSmall(products, scale, rounded));
            }

            var before = Vector128.Create(Unsafe.Add(ref owns, a), Unsafe.Add(ref owns, b), Unsafe.Add(ref owns, c), Unsafe.Add(ref owns, d));
            var now = Vector128.LoadUnsafe(ref bounds, (nuint)i) + Vector128.MinNative(Vector128<float>.Zero, half * (similarity + Vector128<float>.One) - before);
            Keep(ref places, ref bounds, ref left, a, now[0], least);
            Keep(ref places, ref bounds, ref left, b, now[1], least);
            Keep(ref places, ref bounds, ref left, c, now[2], least);
            Keep(ref places, ref bounds, ref left, d, now[3], least);
        }

        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(ref int places, ref float bounds, ref int count, int place, float bound, float least)
    {
        Unsafe.Add(ref places, count) = place;
        Unsafe.Add(ref bounds, count) = bound;
        count += bound >= least ? 1 : 0;
    }
}
