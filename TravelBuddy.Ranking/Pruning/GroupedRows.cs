using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>
/// Rows in 4 bits a number with what rounding took from them, sixteen rows together so that a register holds the same dimensions of several rows: the cheapest look
/// at a row, a cache line for 128 dimensions. A block <c>x = s·(n - 8) + e</c> has <c>q·x ≤ s·(q·n - 8·Σq) + |q|·|e|</c>.
/// </summary>
internal sealed class GroupedRows
{
    /// <summary>Rows of a group.</summary>
    public const int Together = 16;

    /// <summary>Dimensions of a row that lie together: two in each of four bytes, the first four of them in the lower halves.</summary>
    public const int Step = 8;

    /// <summary>The number that stands for 0.</summary>
    public const int Zero = 8;

    /// <summary>Largest distance of a number from <see cref="Zero"/>.</summary>
    public const int Largest = 7;

    private readonly AlignedArray<byte>[] numbers;
    private readonly AlignedArray<float>[] scales;
    private readonly int[] widths;

    public GroupedRows(BlockLayout layout, int count)
    {
        var groups = (count + Together - 1) / Together;
        widths = [.. layout.Blocks.Select(block => SmallRows.Padded(block.Length))];
        numbers = [.. widths.Select(width => new AlignedArray<byte>(checked(groups * Together * width / 2)))];
        scales = [.. widths.Select(_ => new AlignedArray<float>(checked(groups * Together * 2)))];
        foreach (var block in numbers)
        {
            block.Span.Fill(Zero | Zero << 4);
        }
    }

    public long Bytes => numbers.Sum(block => block.Bytes) + scales.Sum(block => block.Bytes);

    /// <summary>All numbers of a block.</summary>
    public Span<byte> Numbers(int block) => numbers[block].Span;

    /// <summary>All scales of a block.</summary>
    public Span<float> Scales(int block) => scales[block].Span;

    /// <summary>Bytes that a row takes.</summary>
    public static long Memory(BlockLayout layout) => layout.Blocks.Sum(block => SmallRows.Padded(block.Length) / 2 + 2 * sizeof(float));

    /// <summary>What one step of a block's numbers stands for.</summary>
    public static float ScaleOf(ReadOnlySpan<float> block) => Math.Abs(TensorPrimitives.MaxMagnitude(block)) / Largest;

    /// <summary>Keeps a row. Rows of one group may not be taken at the same time.</summary>
    public void Take(BlockLayout layout, ReadOnlySpan<float> row, int position)
    {
        var (group, place) = Math.DivRem(position, Together);
        for (var b = 0; b < widths.Length; b++)
        {
            var (_, offset, length) = layout.Blocks[b];
            var block = row.Slice(offset, length);
            var scale = ScaleOf(block);
            var lost = 0.0;
            ref var first = ref Group(group, b);
            for (var d = 0; d < length; d++)
            {
                var number = scale > 0 ? (int)Math.Clamp(MathF.Round(block[d] / scale), -Largest, Largest) : 0;
                var e = (double)block[d] - (double)scale * number;
                lost += e * e;
                ref var both = ref Unsafe.Add(ref first, At(place, d));
                both = (byte)(d % Step < Step / 2 ? both & 0xF0 | number + Zero : both & 0x0F | number + Zero << 4);
            }

            Scales(group, b)[place] = scale;
            Scales(group, b)[Together + place] = (float)(Math.Sqrt(lost) * (1 + 1e-6));
        }
    }

    /// <summary>Where the numbers of a group's block begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Group(int group, int block) => ref numbers[block].At((nint)group * (Together / 2) * widths[block]);

    /// <summary>The scales of a group's block, one a row; what rounding took from each row, as a Euclidean length, follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Scale(int group, int block) => ref scales[block].At((nint)group * 2 * Together);

    /// <summary>The scale of a row that lies so many places after the first of a group.</summary>
    /// <param name="scales">See <see cref="Scale"/>.</param>
    /// <param name="place">Also beyond the group.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ScaleAt(ref float scales, int place) => Unsafe.Add(ref scales, place + (place & ~(Together - 1)));

    /// <summary>One number of a group.</summary>
    public static int Number(ref byte group, int row, int dimension) =>
        dimension % Step < Step / 2 ? Unsafe.Add(ref group, At(row, dimension)) & 15 : Unsafe.Add(ref group, At(row, dimension)) >> 4;

    private static int At(int row, int dimension) => dimension / Step * (Together * Step / 2) + row * (Step / 2) + dimension % (Step / 2);

    private Span<float> Scales(int group, int block) => scales[block].Span.Slice(group * 2 * Together, 2 * Together);
}
