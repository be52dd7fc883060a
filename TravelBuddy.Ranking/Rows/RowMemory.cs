using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TravelBuddy.Ranking.Rows;

/// <summary>Rows in full precision, one after the other: in memory of their own, or in a file of which the system keeps in memory what is read.</summary>
internal sealed unsafe class RowMemory
{
    private readonly float[]? own;
    private readonly MemoryMappedViewAccessor? view;
    private readonly float* first;

    /// <param name="rows">Pinned.</param>
    /// <param name="dimensions">Length of a row.</param>
    private RowMemory(float[] rows, int dimensions)
    {
        (own, Dimensions, Count) = (rows, dimensions, rows.Length / dimensions);
        first = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(rows));
        // There is nothing to give back, and waiting for it would keep the rows.
        GC.SuppressFinalize(this);
    }

    private RowMemory(MemoryMappedViewAccessor view, int count, int dimensions)
    {
        (this.view, Dimensions, Count) = (view, dimensions, count);
        byte* begin = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref begin);
        first = (float*)(begin + view.PointerOffset);
    }

    /// <summary>Gives a mapped file back when nobody searches these rows any more.</summary>
    ~RowMemory()
    {
        view?.SafeMemoryMappedViewHandle.ReleasePointer();
        view?.Dispose();
    }

    public int Dimensions { get; }

    public int Count { get; }

    /// <summary>Bytes of memory that are the rows' own.</summary>
    public long Bytes => own is null ? 0 : (long)Count * Dimensions * sizeof(float);

    /// <summary>All rows, where they are in memory of their own.</summary>
    public float[] Own => own ?? throw new InvalidOperationException("The rows are in a file.");

    /// <summary>Room for rows in memory.</summary>
    /// <exception cref="ArgumentException">More rows than an array can hold.</exception>
    public static RowMemory Allocate(int count, int dimensions) => (long)count * dimensions > Array.MaxLength
        ? throw new ArgumentException($"{count} rows of {dimensions} are more numbers than one index can hold ({Array.MaxLength}).", nameof(count))
        : new RowMemory(GC.AllocateUninitializedArray<float>(count * dimensions, pinned: true), dimensions);

    /// <summary>Rows that lie in a file of little-endian float32; the file may be closed afterwards.</summary>
    public static RowMemory Map(FileStream file, long offset, int count, int dimensions)
    {
        using var mapped = MemoryMappedFile.CreateFromFile(file, mapName: null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new RowMemory(mapped.CreateViewAccessor(offset, (long)count * dimensions * sizeof(float), MemoryMappedFileAccess.Read), count, dimensions);
    }

    /// <summary>The first number of a row, unchecked; valid as long as this object is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float First(int row) => ref Unsafe.AsRef<float>(first + (nint)row * Dimensions);

    public Span<float> Row(int row) => new(first + (nint)row * Dimensions, Dimensions);

    /// <summary>Puts rows into another order, in place.</summary>
    /// <param name="order">For each place the row that goes there; every row once.</param>
    public void Reorder(ReadOnlySpan<int> order)
    {
        var done = new bool[order.Length];
        Span<float> kept = new float[Dimensions];
        for (var start = 0; start < order.Length; start++)
        {
            if (done[start])
            {
                continue;
            }

            // A cycle: each place takes the row of the next, the last the one that was kept.
            Row(start).CopyTo(kept);
            var place = start;
            for (; order[place] != start; place = order[place])
            {
                Row(order[place]).CopyTo(Row(place));
                done[place] = true;
            }

            kept.CopyTo(Row(place));
            done[place] = true;
        }
    }
}
