using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>
/// Rows in 8 bits a number, so that an inner product with them bounds the exact one: a block <c>x = s·c + e</c>, where no number of <c>e</c> is above <c>s/2</c>, has
/// <c>q·x ≤ s·(q·c) + |q|·|e|</c> and <c>|e| ≤ s·√d/2</c>. The scale <c>s</c> is <see cref="OfGrouped"/> of that of <see cref="GroupedRows"/>.
/// Blocks lie apart, filled up to whole steps, each in the order of the index.
/// </summary>
internal sealed class SmallRows
{
    /// <summary>The scale of 8 bits, in scales of 4 bits.</summary>
    public const float OfGrouped = GroupedRows.Largest / (float)ByteProducts.Largest;

    private readonly AlignedArray<sbyte>[] numbers;
    private readonly int[] widths;

    public SmallRows(BlockLayout layout, int count)
    {
        widths = [.. layout.Blocks.Select(block => Padded(block.Length))];
        numbers = [.. widths.Select(width => new AlignedArray<sbyte>(checked(count * width)))];
    }

    public long Bytes => numbers.Sum(block => block.Bytes);

    /// <summary>All numbers of a block.</summary>
    public Span<sbyte> Numbers(int block) => numbers[block].Span;

    public static int Padded(int length) => (length + ByteProducts.Step - 1) / ByteProducts.Step * ByteProducts.Step;

    /// <summary>Keeps a row.</summary>
    public void Take(BlockLayout layout, ReadOnlySpan<float> row, int position)
    {
        for (var b = 0; b < widths.Length; b++)
        {
            var (_, offset, length) = layout.Blocks[b];
            var block = row.Slice(offset, length);
            var scale = GroupedRows.ScaleOf(block) * OfGrouped;
            var kept = numbers[b].Span.Slice(position * widths[b], length);
            for (var i = 0; i < length; i++)
            {
                kept[i] = scale > 0 ? (sbyte)Math.Clamp(MathF.Round(block[i] / scale), -ByteProducts.Largest, ByteProducts.Largest) : (sbyte)0;
            }
        }
    }

    /// <summary>Where the numbers of a row's block begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref sbyte Block(int position, int block) => ref numbers[block].At((nint)position * widths[block]);
}
