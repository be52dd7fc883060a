using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>
/// Rows in 8 bits a number with what rounding took from them, so that an inner product with them bounds the exact one: a block <c>x = s·c + e</c> has
/// <c>q·x ≤ s·(q·c) + |q|·|e|</c>. The scale <c>s</c> is <see cref="OfGrouped"/> of that of <see cref="GroupedRows"/>.
/// Blocks lie apart, filled up to whole steps, each in the order of the index.
/// </summary>
internal sealed class SmallRows
{
    /// <summary>The scale of 8 bits, in scales of 4 bits.</summary>
    public const float OfGrouped = GroupedRows.Largest / (float)ByteProducts.Largest;

    private readonly AlignedArray<sbyte>[] numbers;
    private readonly AlignedArray<float>[] rounded;
    private readonly int[] widths;

    public SmallRows(BlockLayout layout, int count)
    {
        widths = [.. layout.Blocks.Select(block => Padded(block.Length))];
        numbers = [.. widths.Select(width => new AlignedArray<sbyte>(checked(count * width)))];
        rounded = [.. widths.Select(_ => new AlignedArray<float>(count))];
    }

    public long Bytes => numbers.Sum(block => block.Bytes) + rounded.Sum(block => block.Bytes);

    /// <summary>All numbers of a block.</summary>
    public Span<sbyte> Numbers(int block) => numbers[block].Span;

    /// <summary>What rounding took from a block of each row, as a Euclidean length.</summary>
    public Span<float> Rounded(int block) => rounded[block].Span;

    /// <summary>Bytes that a row takes.</summary>
    public static long Memory(BlockLayout layout) => layout.Blocks.Sum(block => Padded(block.Length) + sizeof(float));

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
            var lost = 0.0;
            for (var i = 0; i < length; i++)
            {
                kept[i] = scale > 0 ? (sbyte)Math.Clamp(MathF.Round(block[i] / scale), -ByteProducts.Largest, ByteProducts.Largest) : (sbyte)0;
                var e = (double)block[i] - (double)scale * kept[i];
                lost += e * e;
            }

            rounded[b].Span[position] = (float)(Math.Sqrt(lost) * (1 + 1e-6));
        }
    }

    /// <summary>See <see cref="Rounded"/>, from a row on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float RoundedFrom(int position, int block) => ref rounded[block].At(position);

    /// <summary>Where the numbers of a row's block begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref sbyte Block(int position, int block) => ref numbers[block].At((nint)position * widths[block]);
}
