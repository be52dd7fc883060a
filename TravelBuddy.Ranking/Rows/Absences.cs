using System.Runtime.CompilerServices;

namespace TravelBuddy.Ranking.Rows;

/// <summary>Which rows are no longer there, by position. It does not change; what changes is a copy.</summary>
internal sealed class Absences
{
    private readonly ulong[] bits;

    private Absences(ulong[] bits, int count) => (this.bits, Count) = (bits, count);

    public static Absences None { get; } = new([], 0);

    /// <summary>How many are absent.</summary>
    public int Count { get; }

    public long Bytes => (long)bits.Length * sizeof(ulong);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int position) => position >> 6 < bits.Length && (bits[position >> 6] >> position & 1) != 0;

    /// <summary>These and one more, which is not among them yet.</summary>
    public Absences With(int position)
    {
        var more = new ulong[Math.Max(bits.Length, (position >> 6) + 1)];
        bits.CopyTo(more, 0);
        more[position >> 6] |= 1UL << position;
        return new Absences(more, Count + 1);
    }
}
