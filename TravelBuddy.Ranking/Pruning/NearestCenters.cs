using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>Inner products of vectors with every one of some centers, which are kept turned on their side so that one load serves several centers.</summary>
internal sealed class NearestCenters
{
    private const int RowsAtOnce = 4;

    private readonly float[] turned;
    private readonly int padded;

    /// <param name="centers">Centers of <paramref name="length"/> numbers each, one after the other.</param>
    /// <param name="length">Length of a vector.</param>
    public NearestCenters(ReadOnlySpan<float> centers, int length)
    {
        Length = length;
        Count = centers.Length / length;
        padded = Padded(Count);
        turned = new float[padded * length];
        for (var c = 0; c < Count; c++)
        {
            for (var d = 0; d < length; d++)
            {
                turned[d * padded + c] = centers[c * length + d];
            }
        }
    }

    public int Count { get; }

    public int Length { get; }

    /// <summary>Room for the products of one vector: the centers, and some to fill the last register.</summary>
    public int Room => padded;

    /// <summary>A number of centers, filled up to whole pairs of registers.</summary>
    public static int Padded(int count) => (count + 2 * Vector<float>.Count - 1) / (2 * Vector<float>.Count) * 2 * Vector<float>.Count;

    /// <summary>The centers, one after the other.</summary>
    public float[] Centers()
    {
        var centers = new float[Count * Length];
        for (var c = 0; c < Count; c++)
        {
            for (var d = 0; d < Length; d++)
            {
                centers[c * Length + d] = turned[d * padded + c];
            }
        }

        return centers;
    }

    /// <summary>The products of one vector with each center; what stands beyond them in <paramref name="products"/> is 0.</summary>
    public void Products(ReadOnlySpan<float> vector, Span<float> products)
    {
        ref var v = ref MemoryMarshal.GetReference(vector);
        for (var c = 0; c < padded; c += 2 * Vector<float>.Count)
        {
            Vector<float> low = default, high = default;
            ref var column = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(turned), c);
            for (var d = 0; d < Length; d++)
            {
                var x = new Vector<float>(Unsafe.Add(ref v, d));
                low = Vector.MultiplyAddEstimate(x, Vector.LoadUnsafe(ref column), low);
                high = Vector.MultiplyAddEstimate(x, Vector.LoadUnsafe(ref column, (nuint)Vector<float>.Count), high);
                column = ref Unsafe.Add(ref column, padded);
            }

            low.CopyTo(products[c..]);
            high.CopyTo(products[(c + Vector<float>.Count)..]);
        }
    }

    /// <summary>The center with the largest product for each of some vectors, and that product.</summary>
    /// <param name="rows">The first vector begins at 0, the next <paramref name="stride"/> numbers later, and so on.</param>
    /// <param name="stride">Numbers from one vector to the next.</param>
    /// <param name="nearest">Receives the centers; its length says how many vectors there are.</param>
    /// <param name="products">Receives the products.</param>
    public void Assign(ReadOnlySpan<float> rows, int stride, Span<int> nearest, Span<float> products)
    {
        Span<float> own = new float[RowsAtOnce * padded];
        for (var row = 0; row < nearest.Length; row += RowsAtOnce)
        {
            var some = Math.Min(RowsAtOnce, nearest.Length - row);
            if (some == RowsAtOnce)
            {
                FourProducts(ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), (nint)row * stride), stride, own);
            }
            else
            {
                for (var i = 0; i < some; i++)
                {
                    Products(rows.Slice((row + i) * stride, Length), own[(i * padded)..]);
                }
            }

            for (var i = 0; i < some; i++)
            {
                var best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(own.Slice(i * padded, Count));
                // Of what is not finite there is no largest.
                best = Math.Max(best, 0);
                (nearest[row + i], products[row + i]) = (best, own[i * padded + best]);
            }
        }
    }

    private void FourProducts(ref float rows, int stride, Span<float> products)
    {
        ref var r0 = ref rows;
        ref var r1 = ref Unsafe.Add(ref rows, stride);
        ref var r2 = ref Unsafe.Add(ref rows, 2 * stride);
        ref var r3 = ref Unsafe.Add(ref rows, 3 * stride);
        var width = Vector<float>.Count;
        for (var c = 0; c < padded; c += 2 * width)
        {
            Vector<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
            ref var column = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(turned), c);
            for (var d = 0; d < Length; d++)
            {
                var low = Vector.LoadUnsafe(ref column);
                var high = Vector.LoadUnsafe(ref column, (nuint)width);
                var x = new Vector<float>(Unsafe.Add(ref r0, d));
                a0 = Vector.MultiplyAddEstimate(x, low, a0);
                a1 = Vector.MultiplyAddEstimate(x, high, a1);
                x = new Vector<float>(Unsafe.Add(ref r1, d));
                b0 = Vector.MultiplyAddEstimate(x, low, b0);
                b1 = Vector.MultiplyAddEstimate(x, high, b1);
                x = new Vector<float>(Unsafe.Add(ref r2, d));
                c0 = Vector.MultiplyAddEstimate(x, low, c0);
                c1 = Vector.MultiplyAddEstimate(x, high, c1);
                x = new Vector<float>(Unsafe.Add(ref r3, d));
                d0 = Vector.MultiplyAddEstimate(x, low, d0);
                d1 = Vector.MultiplyAddEstimate(x, high, d1);
                column = ref Unsafe.Add(ref column, padded);
            }

            a0.CopyTo(products[c..]);
            a1.CopyTo(products[(c + width)..]);
            b0.CopyTo(products[(padded + c)..]);
            b1.CopyTo(products[(padded + c + width)..]);
            c0.CopyTo(products[(2 * padded + c)..]);
            c1.CopyTo(products[(2 * padded + c + width)..]);
            d0.CopyTo(products[(3 * padded + c)..]);
            d1.CopyTo(products[(3 * padded + c + width)..]);
        }
    }
}
