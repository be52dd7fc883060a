using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>
/// <c>Σ row[i] · query[i]</c> of four rows at once, exact in 32 bits; lengths are multiples of <see cref="ByteProducts.Step"/>, no number is -128.
/// </summary>
internal interface IByteInnerProduct
{
    static abstract Vector128<int> OfFour(ref readonly sbyte row0, ref readonly sbyte row1, ref readonly sbyte row2, ref readonly sbyte row3, ref readonly sbyte query, int length);
}

/// <summary>What rows and queries of small numbers keep to, so that no kernel overflows.</summary>
internal static class ByteProducts
{
    /// <summary>Blocks are filled up with zeros to a multiple of this many numbers.</summary>
    public const int Step = 32;

    /// <summary>Largest number of a row and of a query: two products still fit in 16 bits.</summary>
    public const int Largest = 127;

    /// <summary>Longest block that can be summed without overflow.</summary>
    public const int LongestBlock = int.MaxValue / (Largest * Largest) / Step * Step;
}

/// <summary>The scalar twin: reference and fallback.</summary>
internal readonly struct ScalarByteInnerProduct : IByteInnerProduct
{
    public static Vector128<int> OfFour(ref readonly sbyte row0, ref readonly sbyte row1, ref readonly sbyte row2, ref readonly sbyte row3, ref readonly sbyte query, int length) =>
        Vector128.Create(Of(in row0, in query, length), Of(in row1, in query, length), Of(in row2, in query, length), Of(in row3, in query, length));

    public static int Of(ref readonly sbyte row, ref readonly sbyte query, int length)
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

/// <summary>128 bits: Arm AdvSimd, with its dot products where there; SSSE3; WebAssembly.</summary>
internal readonly struct Vector128ByteInnerProduct : IByteInnerProduct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> OfFour(ref readonly sbyte row0, ref readonly sbyte row1, ref readonly sbyte row2, ref readonly sbyte row3, ref readonly sbyte query, int length)
    {
        ref var r0 = ref Unsafe.AsRef(in row0);
        ref var r1 = ref Unsafe.AsRef(in row1);
        ref var r2 = ref Unsafe.AsRef(in row2);
        ref var r3 = ref Unsafe.AsRef(in row3);
        ref var q = ref Unsafe.AsRef(in query);
        Vector128<int> s0 = default, s1 = default, s2 = default, s3 = default;
        for (nuint i = 0; i < (nuint)length; i += 16)
        {
            var part = Vector128.LoadUnsafe(ref q, i);
            s0 = AddProducts(s0, Vector128.LoadUnsafe(ref r0, i), part);
            s1 = AddProducts(s1, Vector128.LoadUnsafe(ref r1, i), part);
            s2 = AddProducts(s2, Vector128.LoadUnsafe(ref r2, i), part);
            s3 = AddProducts(s3, Vector128.LoadUnsafe(ref r3, i), part);
        }

        return Sums(s0, s1, s2, s3);
    }

    /// <summary>The sums of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Sums(Vector128<int> a, Vector128<int> b, Vector128<int> c, Vector128<int> d)
    {
        if (Ssse3.IsSupported)
        {
            return Ssse3.HorizontalAdd(Ssse3.HorizontalAdd(a, b), Ssse3.HorizontalAdd(c, d));
        }

        return AdvSimd.Arm64.IsSupported
            ? AdvSimd.Arm64.AddPairwise(AdvSimd.Arm64.AddPairwise(a, b), AdvSimd.Arm64.AddPairwise(c, d))
            : Vector128.Create(Vector128.Sum(a), Vector128.Sum(b), Vector128.Sum(c), Vector128.Sum(d));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> AddProducts(Vector128<int> sum, Vector128<sbyte> row, Vector128<sbyte> query)
    {
        if (Ssse3.IsSupported)
        {
            // Only unsigned by signed can be multiplied: |row| by the query with the row's sign.
            var pairs = Ssse3.MultiplyAddAdjacent(Ssse3.Abs(row), Ssse3.Sign(query, row));
            return sum + Sse2.MultiplyAddAdjacent(pairs, Vector128<short>.One);
        }

        if (Dp.IsSupported)
        {
            return Dp.DotProduct(sum, row, query);
        }

        if (AdvSimd.IsSupported)
        {
            var products = AdvSimd.MultiplyWideningLowerAndAdd(AdvSimd.MultiplyWideningLower(row.GetLower(), query.GetLower()), row.GetUpper(), query.GetUpper());
            return AdvSimd.AddPairwiseWideningAndAdd(sum, products);
        }

        var (r0, r1) = Vector128.Widen(row);
        var (q0, q1) = Vector128.Widen(query);
        var (low, high) = Vector128.Widen(r0 * q0 + r1 * q1);
        return sum + low + high;
    }
}

/// <summary>256 bits: AVX2, with VNNI where there.</summary>
internal readonly struct Vector256ByteInnerProduct : IByteInnerProduct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> OfFour(ref readonly sbyte row0, ref readonly sbyte row1, ref readonly sbyte row2, ref readonly sbyte row3, ref readonly sbyte query, int length)
    {
        if (!Avx2.IsSupported)
        {
            return Vector128ByteInnerProduct.OfFour(in row0, in row1, in row2, in row3, in query, length);
        }

        ref var r0 = ref Unsafe.AsRef(in row0);
        ref var r1 = ref Unsafe.AsRef(in row1);
        ref var r2 = ref Unsafe.AsRef(in row2);
        ref var r3 = ref Unsafe.AsRef(in row3);
        ref var q = ref Unsafe.AsRef(in query);
        Vector256<int> s0 = default, s1 = default, s2 = default, s3 = default;
        for (nuint i = 0; i < (nuint)length; i += 32)
        {
            var part = Vector256.LoadUnsafe(ref q, i);
            s0 = AddProducts(s0, Vector256.LoadUnsafe(ref r0, i), part);
            s1 = AddProducts(s1, Vector256.LoadUnsafe(ref r1, i), part);
            s2 = AddProducts(s2, Vector256.LoadUnsafe(ref r2, i), part);
            s3 = AddProducts(s3, Vector256.LoadUnsafe(ref r3, i), part);
        }

        return Sums(s0, s1, s2, s3);
    }

    /// <summary>The sums of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Sums(Vector256<int> a, Vector256<int> b, Vector256<int> c, Vector256<int> d)
    {
        var all = Avx2.HorizontalAdd(Avx2.HorizontalAdd(a, b), Avx2.HorizontalAdd(c, d));
        return all.GetLower() + all.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> AddProducts(Vector256<int> sum, Vector256<sbyte> row, Vector256<sbyte> query)
    {
        var (size, signed) = (Avx2.Abs(row), Avx2.Sign(query, row));
        return AvxVnni.IsSupported
            ? AvxVnni.MultiplyWideningAndAdd(sum, size, signed)
            : sum + Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(size, signed), Vector256<short>.One);
    }
}

/// <summary>512 bits: AVX-512BW. Where there is VNNI at 256 bits, that is used.</summary>
internal readonly struct Vector512ByteInnerProduct : IByteInnerProduct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> OfFour(ref readonly sbyte row0, ref readonly sbyte row1, ref readonly sbyte row2, ref readonly sbyte row3, ref readonly sbyte query, int length)
    {
        if (AvxVnni.IsSupported || !Avx512BW.IsSupported || length % Vector512<sbyte>.Count != 0)
        {
            return Vector256ByteInnerProduct.OfFour(in row0, in row1, in row2, in row3, in query, length);
        }

        ref var r0 = ref Unsafe.AsRef(in row0);
        ref var r1 = ref Unsafe.AsRef(in row1);
        ref var r2 = ref Unsafe.AsRef(in row2);
        ref var r3 = ref Unsafe.AsRef(in row3);
        ref var q = ref Unsafe.AsRef(in query);
        Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default;
        for (nuint i = 0; i < (nuint)length; i += 64)
        {
            var part = Vector512.LoadUnsafe(ref q, i);
            s0 = AddProducts(s0, Vector512.LoadUnsafe(ref r0, i), part);
            s1 = AddProducts(s1, Vector512.LoadUnsafe(ref r1, i), part);
            s2 = AddProducts(s2, Vector512.LoadUnsafe(ref r2, i), part);
            s3 = AddProducts(s3, Vector512.LoadUnsafe(ref r3, i), part);
        }

        return Vector256ByteInnerProduct.Sums(Halves(s0), Halves(s1), Halves(s2), Halves(s3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Halves(Vector512<int> sum) => sum.GetLower() + sum.GetUpper();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> AddProducts(Vector512<int> sum, Vector512<sbyte> row, Vector512<sbyte> query)
    {
        var signed = Vector512.ConditionalSelect(Vector512.LessThan(row, Vector512<sbyte>.Zero), -query, query);
        return sum + Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(Avx512BW.Abs(row), signed), Vector512<short>.One);
    }
}
