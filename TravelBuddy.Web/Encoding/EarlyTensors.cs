using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// What the encoders' tables are built with while the application starts. TensorPrimitives are generic code that begins unoptimised and was most of the time
/// these tables took; these few are compiled fully at their first call. Everywhere else TensorPrimitives are as fast.
/// </summary>
public static class EarlyTensors
{
    /// <summary>The inner product of two vectors of one length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Dot<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : struct, INumberBase<T>
    {
        ref var atA = ref MemoryMarshal.GetReference(a);
        ref var atB = ref MemoryMarshal.GetReference(b[..a.Length]);
        var sums = Vector<T>.Zero;
        var k = 0;
        for (; k <= a.Length - Vector<T>.Count; k += Vector<T>.Count)
        {
            sums += Vector.LoadUnsafe(ref atA, (nuint)k) * Vector.LoadUnsafe(ref atB, (nuint)k);
        }

        var sum = Vector.Sum(sums);
        for (; k < a.Length; k++)
        {
            sum += a[k] * b[k];
        }

        return sum;
    }

    /// <summary>Adds a multiple of a vector to one of the same length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> vector, float times, Span<float> to)
    {
        ref var from = ref MemoryMarshal.GetReference(vector);
        ref var at = ref MemoryMarshal.GetReference(to[..vector.Length]);
        var k = 0;
        for (; k <= vector.Length - Vector<float>.Count; k += Vector<float>.Count)
        {
            (Vector.LoadUnsafe(ref from, (nuint)k) * times + Vector.LoadUnsafe(ref at, (nuint)k)).StoreUnsafe(ref at, (nuint)k);
        }

        for (; k < vector.Length; k++)
        {
            to[k] += vector[k] * times;
        }
    }
}
