using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace TravelBuddy.Ranking.Pruning;

/// <summary><c>Σ row[i] · query[i]</c> of 8-bit rows with a 16-bit query, exact in 32 bits; lengths are multiples of <see cref="ByteProducts.Step"/>.</summary>
internal interface IByteInnerProduct
{
    static abstract int Of(ref readonly sbyte row, ref readonly short query, int length);
}

/// <summary>What rows and queries of small numbers keep to, so that no kernel overflows.</summary>
internal static class ByteProducts
{
    /// <summary>Blocks are filled up with zeros to a multiple of this many numbers.</summary>
    public const int Step = 32;

    /// <summary>Largest number of a query: with 127 and 8,192 of them a sum still fits in 32 bits.</summary>
    public const int LargestOfQuery = 2047;

    /// <summary>Longest block that can be summed without overflow.</summary>
    public const int LongestBlock = int.MaxValue / (127 * LargestOfQuery) / Step * Step;
}

/// <summary>The scalar twin: reference and fallback.</summary>
internal readonly struct ScalarByteInnerProduct : IByteInnerProduct
{
    public static int Of(ref readonly sbyte row, ref readonly short query, int length)
    {
        ref var r = ref Unsafe.AsRef(in row);
        ref var q = ref Unsafe.AsRef(in query);
        var sum = 0;
        for (var i = 0; i < length; i++)
        {
            sum += Unsafe.Add(ref r, i) * Unsafe.Add(ref q, i);
        }

        return sum;
    }
}

/// <summary>128 bits: Arm AdvSimd by its widening multiplications, SSE2, WebAssembly.</summary>
internal readonly struct Vector128ByteInnerProduct : IByteInnerProduct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(ref readonly sbyte row, ref readonly short query, int length)
    {
        ref var r = ref Unsafe.AsRef(in row);
        ref var q = ref Unsafe.AsRef(in query);
        Vector128<int> s0 = default, s1 = default;
        for (nuint i = 0; i < (nuint)length; i += 16)
        {
            var (a, b) = Vector128.Widen(Vector128.LoadUnsafe(ref r, i));
            s0 = AddProducts(s0, a, Vector128.LoadUnsafe(ref q, i));
            s1 = AddProducts(s1, b, Vector128.LoadUnsafe(ref q, i + 8));
        }

        return Vector128.Sum(s0 + s1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> AddProducts(Vector128<int> sum, Vector128<short> a, Vector128<short> b)
    {
        if (Sse2.IsSupported)
        {
            return sum + Sse2.MultiplyAddAdjacent(a, b);
        }

        if (AdvSimd.IsSupported)
        {
            return AdvSimd.MultiplyWideningUpperAndAdd(AdvSimd.MultiplyWideningLowerAndAdd(sum, a.GetLower(), b.GetLower()), a, b);
        }

        var (a0, a1) = Vector128.Widen(a);
        var (b0, b1) = Vector128.Widen(b);
        return sum + a0 * b0 + a1 * b1;
    }
}

/// <summary>256 bits: AVX2, with VNNI where there.</summary>
internal readonly struct Vector256ByteInnerProduct : IByteInnerProduct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(ref readonly sbyte row, ref readonly short query, int length)
    {
        ref var r = ref Unsafe.AsRef(in row);
        ref var q = ref Unsafe.AsRef(in query);
        Vector256<int> s0 = default, s1 = default;
        for (nuint i = 0; i < (nuint)length; i += 32)
        {
            s0 = AddProducts(s0, Vector128.LoadUnsafe(ref r, i), Vector256.LoadUnsafe(ref q, i));
            s1 = AddProducts(s1, Vector128.LoadUnsafe(ref r, i + 16), Vector256.LoadUnsafe(ref q, i + 16));
        }

        return Vector256.Sum(s0 + s1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> AddProducts(Vector256<int> sum, Vector128<sbyte> row, Vector256<short> query)
    {
        if (Avx2.IsSupported)
        {
            var wide = Avx2.ConvertToVector256Int16(row);
            return AvxVnni.IsSupported ? AvxVnni.MultiplyWideningAndAdd(sum, wide, query) : sum + Avx2.MultiplyAddAdjacent(wide, query);
        }

        var (low, high) = Vector128.Widen(row);
        var (a0, a1) = Vector256.Widen(Vector256.Create(low, high));
        var (b0, b1) = Vector256.Widen(query);
        return sum + a0 * b0 + a1 * b1;
    }
}

/// <summary>512 bits: AVX-512BW.</summary>
internal readonly struct Vector512ByteInnerProduct : IByteInnerProduct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(ref readonly sbyte row, ref readonly short query, int length)
    {
        if (!Avx512BW.IsSupported)
        {
            return Vector256ByteInnerProduct.Of(in row, in query, length);
        }

        ref var r = ref Unsafe.AsRef(in row);
        ref var q = ref Unsafe.AsRef(in query);
        Vector512<int> sum = default;
        for (nuint i = 0; i < (nuint)length; i += 32)
        {
            var wide = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref r, i));
            var two = Vector512.LoadUnsafe(ref q, i);
            sum += Avx512BW.MultiplyAddAdjacent(wide, two);
        }

        return Vector512.Sum(sum);
    }
}
