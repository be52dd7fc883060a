using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TravelBuddy.Ranking;

/// <summary>
/// <c>Σ row[i] · query[i]</c> of float32 rows with a query widened to double, accumulated in double.
/// <para><b>Every kernel returns the same bits.</b> The product of two float32 numbers is exact in double (24 + 24 bits fit in 53), so
/// it makes no difference whether a machine fuses multiply and add; and all kernels keep the same 16 partial sums (lane <c>j</c> adds up the
/// elements with <c>i mod 16 = j</c>, in order) and fold them in the same tree: 16 to 8, 4, 2, 1. A list ranked on one machine is therefore the list on every
/// machine, and a tie stays a tie.</para>
/// <para>Length 0 gives 0. A NaN in the row gives NaN; an infinity gives NaN or an infinity, never a finite number.</para>
/// </summary>
internal interface IInnerProduct
{
    static abstract double Of(ref readonly float row, ref readonly double query, int length);
}

/// <summary>The scalar twin: reference, fallback and benchmark baseline.</summary>
internal readonly struct ScalarInnerProduct : IInnerProduct
{
    public static double Of(ref readonly float row, ref readonly double query, int length)
    {
        Span<double> lanes = stackalloc double[Lanes.Count];
        lanes.Clear();
        return Lanes.AddAndFold(lanes, in row, in query, length);
    }
}

/// <summary>Eight registers of two lanes: SSE2 and up, Arm AdvSimd, WebAssembly.</summary>
internal readonly struct Vector128InnerProduct : IInnerProduct
{
    public static double Of(ref readonly float row, ref readonly double query, int length)
    {
        ref var r = ref Unsafe.AsRef(in row);
        ref var q = ref Unsafe.AsRef(in query);
        Vector128<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        var i = 0;
        for (; i <= length - Lanes.Count; i += Lanes.Count)
        {
            var (a, b) = Vector128.Widen(Vector128.LoadUnsafe(ref r, (nuint)i));
            var (c, d) = Vector128.Widen(Vector128.LoadUnsafe(ref r, (nuint)i + 4));
            var (e, f) = Vector128.Widen(Vector128.LoadUnsafe(ref r, (nuint)i + 8));
            var (g, h) = Vector128.Widen(Vector128.LoadUnsafe(ref r, (nuint)i + 12));
            s0 = Vector128.MultiplyAddEstimate(a, Vector128.LoadUnsafe(ref q, (nuint)i), s0);
            s1 = Vector128.MultiplyAddEstimate(b, Vector128.LoadUnsafe(ref q, (nuint)i + 2), s1);
            s2 = Vector128.MultiplyAddEstimate(c, Vector128.LoadUnsafe(ref q, (nuint)i + 4), s2);
            s3 = Vector128.MultiplyAddEstimate(d, Vector128.LoadUnsafe(ref q, (nuint)i + 6), s3);
            s4 = Vector128.MultiplyAddEstimate(e, Vector128.LoadUnsafe(ref q, (nuint)i + 8), s4);
            s5 = Vector128.MultiplyAddEstimate(f, Vector128.LoadUnsafe(ref q, (nuint)i + 10), s5);
            s6 = Vector128.MultiplyAddEstimate(g, Vector128.LoadUnsafe(ref q, (nuint)i + 12), s6);
            s7 = Vector128.MultiplyAddEstimate(h, Vector128.LoadUnsafe(ref q, (nuint)i + 14), s7);
        }

        if (i < length)
        {
            Span<double> lanes = stackalloc double[Lanes.Count];
            s0.CopyTo(lanes);
            s1.CopyTo(lanes[2..]);
            s2.CopyTo(lanes[4..]);
            s3.CopyTo(lanes[6..]);
            s4.CopyTo(lanes[8..]);
            s5.CopyTo(lanes[10..]);
            s6.CopyTo(lanes[12..]);
            s7.CopyTo(lanes[14..]);
            return Lanes.AddAndFold(lanes, ref Unsafe.Add(ref r, i), ref Unsafe.Add(ref q, i), length - i);
        }

        // Lanes j and j + 8, then j + 4, j + 2, j + 1: the tree of Lanes.Fold.
        var folded = ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
        return folded.GetElement(0) + folded.GetElement(1);
    }
}

/// <summary>Four registers of four lanes: AVX and AVX2.</summary>
internal readonly struct Vector256InnerProduct : IInnerProduct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(ref readonly float row, ref readonly double query, int length)
    {
        ref var r = ref Unsafe.AsRef(in row);
        ref var q = ref Unsafe.AsRef(in query);
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= length - Lanes.Count; i += Lanes.Count)
        {
            s0 = Vector256.MultiplyAddEstimate(Widened(ref r, i), Vector256.LoadUnsafe(ref q, (nuint)i), s0);
            s1 = Vector256.MultiplyAddEstimate(Widened(ref r, i + 4), Vector256.LoadUnsafe(ref q, (nuint)i + 4), s1);
            s2 = Vector256.MultiplyAddEstimate(Widened(ref r, i + 8), Vector256.LoadUnsafe(ref q, (nuint)i + 8), s2);
            s3 = Vector256.MultiplyAddEstimate(Widened(ref r, i + 12), Vector256.LoadUnsafe(ref q, (nuint)i + 12), s3);
        }

        if (i < length)
        {
            return WithTail(s0, s1, s2, s3, ref Unsafe.Add(ref r, i), ref Unsafe.Add(ref q, i), length - i);
        }

        var four = (s0 + s2) + (s1 + s3);
        var two = four.GetLower() + four.GetUpper();
        return two.GetElement(0) + two.GetElement(1);
    }

    /// <summary>Four floats as doubles: the 128-bit load folds into one vcvtps2pd.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Widened(ref float row, int at) =>
        Vector256.WidenLower(Vector128.LoadUnsafe(ref row, (nuint)at).ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double WithTail(
        Vector256<double> s0, Vector256<double> s1, Vector256<double> s2, Vector256<double> s3, ref float row, ref double query, int length)
    {
        Span<double> lanes = stackalloc double[Lanes.Count];
        s0.CopyTo(lanes);
        s1.CopyTo(lanes[4..]);
        s2.CopyTo(lanes[8..]);
        s3.CopyTo(lanes[12..]);
        return Lanes.AddAndFold(lanes, ref row, ref query, length);
    }
}

/// <summary>Two registers of eight lanes: AVX-512.</summary>
internal readonly struct Vector512InnerProduct : IInnerProduct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(ref readonly float row, ref readonly double query, int length)
    {
        ref var r = ref Unsafe.AsRef(in row);
        ref var q = ref Unsafe.AsRef(in query);
        Vector512<double> s0 = default, s1 = default;
        var i = 0;
        for (; i <= length - Lanes.Count; i += Lanes.Count)
        {
            s0 = Vector512.MultiplyAddEstimate(Widened(ref r, i), Vector512.LoadUnsafe(ref q, (nuint)i), s0);
            s1 = Vector512.MultiplyAddEstimate(Widened(ref r, i + 8), Vector512.LoadUnsafe(ref q, (nuint)i + 8), s1);
        }

        if (i < length)
        {
            return WithTail(s0, s1, ref Unsafe.Add(ref r, i), ref Unsafe.Add(ref q, i), length - i);
        }

        var eight = s0 + s1;
        var four = eight.GetLower() + eight.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.GetElement(0) + two.GetElement(1);
    }

    /// <summary>Eight floats as doubles: the 256-bit load folds into one vcvtps2pd.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Widened(ref float row, int at) =>
        Vector512.WidenLower(Vector256.LoadUnsafe(ref row, (nuint)at).ToVector512Unsafe());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double WithTail(Vector512<double> s0, Vector512<double> s1, ref float row, ref double query, int length)
    {
        Span<double> lanes = stackalloc double[Lanes.Count];
        s0.CopyTo(lanes);
        s1.CopyTo(lanes[8..]);
        return Lanes.AddAndFold(lanes, ref row, ref query, length);
    }
}

/// <summary>The 16 partial sums every kernel keeps, in the open.</summary>
internal static class Lanes
{
    public const int Count = 16;

    public static double AddAndFold(Span<double> lanes, ref readonly float row, ref readonly double query, int length)
    {
        ref var r = ref Unsafe.AsRef(in row);
        ref var q = ref Unsafe.AsRef(in query);
        for (var i = 0; i < length; i++)
        {
            lanes[i & (Count - 1)] += Unsafe.Add(ref r, i) * Unsafe.Add(ref q, i);
        }

        for (var width = Count / 2; width > 0; width /= 2)
        {
            for (var lane = 0; lane < width; lane++)
            {
                lanes[lane] += lanes[lane + width];
            }
        }

        return lanes[0];
    }
}
