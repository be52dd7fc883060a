using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>The most that rows can score, by the rings of their blocks: for each the sum of what its rings can add.</summary>
internal static class RingSums
{
    /// <param name="rings">All rows.</param>
    /// <param name="work">What rings can add, and for which blocks that counts.</param>
    /// <param name="from">Position of the first row.</param>
    /// <param name="most">Receives one bound per row.</param>
    public static void Of(RowRings rings, SearchScratch work, int from, Span<float> most)
    {
        most.Clear();
        ref var sums = ref MemoryMarshal.GetReference(most);
        foreach (var kept in work.Terms)
        {
            ref var adds = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(work.Adds), kept.At);
            ref var codes = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rings.Codes[kept.Term.Block]), from);
            var i = 0;
            if (Avx2.IsSupported)
            {
                for (; i <= most.Length - Vector256<float>.Count; i += Vector256<float>.Count)
                {
                    (Vector256.LoadUnsafe(ref sums, (nuint)i) + Gathered(ref adds, Vector128.LoadUnsafe(ref codes, (nuint)i))).StoreUnsafe(ref sums, (nuint)i);
                }
            }

            for (; i < most.Length; i++)
            {
                Unsafe.Add(ref sums, i) += Unsafe.Add(ref adds, Unsafe.Add(ref codes, i));
            }
        }
    }

    /// <summary>What the rings of some codes can add; their array is pinned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<float> Gathered(ref float adds, Vector128<ushort> codes) =>
        Avx2.GatherVector256((float*)Unsafe.AsPointer(ref adds), Avx2.ConvertToVector256Int32(codes), sizeof(float));
}
