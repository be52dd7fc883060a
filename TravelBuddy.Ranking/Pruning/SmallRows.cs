using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>
/// Rows in 8 bits a number with what rounding took from them, so that an inner product with them bounds the exact one: a block <c>x = s·c + e</c> has
/// <c>q·x ≤ s·(q·c) + |q|·|e|</c>. Blocks lie apart, filled up to whole steps, each in the order of the index: most rows are ruled out by their first,
/// and what is read then lies together.
/// </summary>
internal sealed class SmallRows
{
    private readonly sbyte[][] numbers;
    private readonly float[][] scales;
    private readonly int[] widths;

    public SmallRows(BlockLayout layout, int count)
    {
        widths = [.. layout.Blocks.Select(block => Padded(block.Length))];
        numbers = [.. widths.Select(width => GC.AllocateArray<sbyte>(checked(count * width), pinned: true))];
        scales = [.. widths.Select(_ => new float[count * 2])];
    }

    public long Bytes => numbers.Sum(block => block.LongLength) + scales.Sum(block => block.LongLength * sizeof(float));

    public static int Padded(int length) => (length + ByteProducts.Step - 1) / ByteProducts.Step * ByteProducts.Step;

    /// <summary>Keeps a row.</summary>
    public void Take(BlockLayout layout, ReadOnlySpan<float> row, int position)
    {
        for (var b = 0; b < widths.Length; b++)
        {
            var (_, offset, length) = layout.Blocks[b];
            var block = row.Slice(offset, length);
            var kept = numbers[b].AsSpan(position * widths[b], length);
            var largest = TensorPrimitives.MaxMagnitude(block);
            var scale = Math.Abs(largest) / 127;
            var lost = 0.0;
            for (var i = 0; i < length; i++)
            {
                kept[i] = scale > 0 ? (sbyte)Math.Clamp(MathF.Round(block[i] / scale), -127, 127) : (sbyte)0;
                var e = (double)block[i] - (double)scale * kept[i];
                lost += e * e;
            }

            scales[b][2 * position] = scale;
            scales[b][2 * position + 1] = (float)(Math.Sqrt(lost) * (1 + 1e-6));
        }
    }

    /// <summary>Where the numbers of a row's block begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref sbyte Block(int position, int block) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(numbers[block]), (nint)position * widths[block]);

    /// <summary>The scale of a row's block; what rounding took from it, as a Euclidean length, follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Scale(int position, int block) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scales[block]), (nint)position * 2);
}
