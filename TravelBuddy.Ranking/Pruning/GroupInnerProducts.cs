using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace TravelBuddy.Ranking.Pruning;

/// <summary><c>Σ number · query</c> of the rows of one group of <see cref="GroupedRows"/>, exact in 32 bits.</summary>
internal interface IGroupInnerProducts
{
    /// <param name="group">The first byte of the group.</param>
    /// <param name="query">One number a dimension.</param>
    /// <param name="width">Dimensions, a multiple of <see cref="ByteProducts.Step"/>.</param>
    /// <param name="start">What every sum begins with.</param>
    /// <param name="products">Receives one sum a row.</param>
    static abstract void Of(ref readonly byte group, ref readonly sbyte query, int width, int start, ref int products);
}

/// <summary>The scalar twin: reference and fallback.</summary>
internal readonly struct ScalarGroupInnerProducts : IGroupInnerProducts
{
    public static void Of(ref readonly byte group, ref readonly sbyte query, int width, int start, ref int products)
    {
        ref var g = ref Unsafe.AsRef(in group);
        ref var q = ref Unsafe.AsRef(in query);
        for (var row = 0; row < GroupedRows.Together; row++)
        {
            var sum = start;
            for (var d = 0; d < width; d++)
            {
                sum += GroupedRows.Number(ref g, row, d) * Unsafe.Add(ref q, d);
            }

            Unsafe.Add(ref products, row) = sum;
        }
    }
}

/// <summary>128 bits: SSSE3, Arm AdvSimd (with its dot products where there), WebAssembly.</summary>
internal readonly struct Vector128GroupInnerProducts : IGroupInnerProducts
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of(ref readonly byte group, ref readonly sbyte query, int width, int start, ref int products)
    {
        ref var g = ref Unsafe.AsRef(in group);
        ref var q = ref Unsafe.AsRef(in query);
        var first = Vector128.Create(start);
        var (s0, s1, s2, s3) = (first, first, first, first);
        for (nuint d = 0; d < (nuint)width; d += GroupedRows.Step)
        {
            var low = Four(ref q, d);
            var high = Four(ref q, d + 4);
            var at = d * GroupedRows.Together / 2;
            s0 = AddProducts(s0, Vector128.LoadUnsafe(ref g, at), low, high);
            s1 = AddProducts(s1, Vector128.LoadUnsafe(ref g, at + 16), low, high);
            s2 = AddProducts(s2, Vector128.LoadUnsafe(ref g, at + 32), low, high);
            s3 = AddProducts(s3, Vector128.LoadUnsafe(ref g, at + 48), low, high);
        }

        s0.StoreUnsafe(ref products);
        s1.StoreUnsafe(ref products, 4);
        s2.StoreUnsafe(ref products, 8);
        s3.StoreUnsafe(ref products, 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<sbyte> Four(ref sbyte query, nuint at) =>
        Vector128.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref query, at)))).AsSByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> AddProducts(Vector128<int> sum, Vector128<byte> both, Vector128<sbyte> lowQuery, Vector128<sbyte> highQuery)
    {
        var low = both & Vector128.Create((byte)15);
        var high = (both.AsUInt16() >>> 4).AsByte() & Vector128.Create((byte)15);
        if (Ssse3.IsSupported)
        {
            // At most 4 · 15 · 127, far from what 16 bits can hold.
            var pairs = Ssse3.MultiplyAddAdjacent(low, lowQuery) + Ssse3.MultiplyAddAdjacent(high, highQuery);
            return sum + Sse2.MultiplyAddAdjacent(pairs, Vector128<short>.One);
        }

        return AddProducts(AddProducts(sum, low.AsSByte(), lowQuery), high.AsSByte(), highQuery);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> AddProducts(Vector128<int> sum, Vector128<sbyte> numbers, Vector128<sbyte> query)
    {
        if (Dp.IsSupported)
        {
            return Dp.DotProduct(sum, numbers, query);
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            var (a, b) = (AdvSimd.MultiplyWideningLower(numbers.GetLower(), query.GetLower()), AdvSimd.MultiplyWideningUpper(numbers, query));
            return AdvSimd.AddPairwiseWideningAndAdd(sum, AdvSimd.Arm64.AddPairwise(a, b));
        }

        var (n0, n1) = Vector128.Widen(numbers);
        var (q0, q1) = Vector128.Widen(query);
        var (p0, p1) = Vector128.Widen(n0 * q0);
        var (p2, p3) = Vector128.Widen(n1 * q1);
        return sum + Vector128.Create(Vector128.Sum(p0), Vector128.Sum(p1), Vector128.Sum(p2), Vector128.Sum(p3));
    }
}

/// <summary>256 bits: AVX2, with VNNI where there.</summary>
internal readonly struct Vector256GroupInnerProducts : IGroupInnerProducts
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of(ref readonly byte group, ref readonly sbyte query, int width, int start, ref int products)
    {
        if (!Avx2.IsSupported)
        {
            Vector128GroupInnerProducts.Of(in group, in query, width, start, ref products);
            return;
        }

        ref var g = ref Unsafe.AsRef(in group);
        ref var q = ref Unsafe.AsRef(in query);
        var (s0, s1) = (Vector256.Create(start), Vector256.Create(start));
        var (t0, t1) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (nuint d = 0; d < (nuint)width; d += GroupedRows.Step)
        {
            var low = Four(ref q, d);
            var high = Four(ref q, d + 4);
            var at = d * GroupedRows.Together / 2;
            (s0, t0) = AddProducts(s0, t0, Vector256.LoadUnsafe(ref g, at), low, high);
            (s1, t1) = AddProducts(s1, t1, Vector256.LoadUnsafe(ref g, at + 32), low, high);
        }

        (s0 + t0).StoreUnsafe(ref products);
        (s1 + t1).StoreUnsafe(ref products, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<sbyte> Four(ref sbyte query, nuint at) =>
        Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref query, at)))).AsSByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> Sum, Vector256<int> Other) AddProducts(Vector256<int> sum, Vector256<int> other, Vector256<byte> both, Vector256<sbyte> lowQuery, Vector256<sbyte> highQuery)
    {
        var low = both & Vector256.Create((byte)15);
        var high = (both.AsUInt16() >>> 4).AsByte() & Vector256.Create((byte)15);
        if (AvxVnni.IsSupported)
        {
            return (AvxVnni.MultiplyWideningAndAdd(sum, low, lowQuery), AvxVnni.MultiplyWideningAndAdd(other, high, highQuery));
        }

        // At most 4 · 15 · 127, far from what 16 bits can hold.
        var pairs = Avx2.MultiplyAddAdjacent(low, lowQuery) + Avx2.MultiplyAddAdjacent(high, highQuery);
        return (sum + Avx2.MultiplyAddAdjacent(pairs, Vector256<short>.One), other);
    }
}

/// <summary>512 bits: AVX-512BW.</summary>
internal readonly struct Vector512GroupInnerProducts : IGroupInnerProducts
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of(ref readonly byte group, ref readonly sbyte query, int width, int start, ref int products)
    {
        if (!Avx512BW.IsSupported)
        {
            Vector256GroupInnerProducts.Of(in group, in query, width, start, ref products);
            return;
        }

        ref var g = ref Unsafe.AsRef(in group);
        ref var q = ref Unsafe.AsRef(in query);
        ref var end = ref Unsafe.Add(ref q, width);
        var sum = Vector512.Create(start);
        do
        {
            // Four times at most 4 · 15 · 127 is what 16 bits can hold.
            var pairs = Pairs(ref g, ref q, 0) + Pairs(ref g, ref q, 1) + (Pairs(ref g, ref q, 2) + Pairs(ref g, ref q, 3));
            sum += Avx512BW.MultiplyAddAdjacent(pairs, Vector512<short>.One);
            g = ref Unsafe.Add(ref g, 4 * Vector512<byte>.Count);
            q = ref Unsafe.Add(ref q, 4 * GroupedRows.Step);
        }
        while (Unsafe.IsAddressLessThan(ref q, ref end));
        sum.StoreUnsafe(ref products);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Pairs(ref byte group, ref sbyte query, int step)
    {
        var both = Vector512.LoadUnsafe(ref group, (nuint)(step * Vector512<byte>.Count));
        var low = both & Vector512.Create((byte)15);
        var high = (both.AsUInt16() >>> 4).AsByte() & Vector512.Create((byte)15);
        return Avx512BW.MultiplyAddAdjacent(low, Four(ref query, step * GroupedRows.Step)) + Avx512BW.MultiplyAddAdjacent(high, Four(ref query, step * GroupedRows.Step + 4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<sbyte> Four(ref sbyte query, int at) =>
        Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref query, at)))).AsSByte();
}
