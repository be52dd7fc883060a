using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>Numbers that begin where a cache line does and never move.</summary>
internal readonly struct AlignedArray<T>
    where T : unmanaged
{
    private const int Line = 64;

    private readonly T[] all;
    private readonly int first;

    /// <param name="length">How many numbers; all are 0.</param>
    public unsafe AlignedArray(int length)
    {
        all = GC.AllocateArray<T>(checked(length + Line / sizeof(T)), pinned: true);
        var address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(all));
        first = (int)((Line - address % Line) % Line / (nuint)sizeof(T));
        Length = length;
    }

    public int Length { get; }

    public long Bytes => (long)all.Length * Unsafe.SizeOf<T>();

    public Span<T> Span => all.AsSpan(first, Length);

    /// <summary>A number, unchecked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T At(nint index) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(all), first + index);
}
