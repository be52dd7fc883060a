namespace TravelBuddy.Ranking.Rows;

/// <summary>
/// Rows that came after the others were laid out, in the order in which they came. Growing makes a new value and leaves all that was handed out before as it was, so that
/// it can be read while it grows; only one thread at a time may grow it.
/// </summary>
internal readonly struct NewRows
{
    private const int PerPiece = 256;

    private readonly float[][] pieces;
    private readonly int[] ids;

    private NewRows(float[][] pieces, int[] ids, int count)
    {
        (this.pieces, this.ids, Count) = (pieces, ids, count);
    }

    public static NewRows None { get; } = new([], [], 0);

    public int Count { get; }

    public ReadOnlySpan<int> Ids => ids.AsSpan(0, Count);

    public long Bytes => pieces.Sum(piece => (long)piece.Length * sizeof(float)) + (long)ids.Length * sizeof(int);

    /// <summary>The row that came as this one, counted from 0.</summary>
    public Span<float> Row(int index, int dimensions) => pieces[index / PerPiece].AsSpan(index % PerPiece * dimensions, dimensions);

    /// <summary>These rows and one more.</summary>
    public NewRows With(int id, ReadOnlySpan<float> row)
    {
        // What lies beyond the count nobody reads yet.
        var (pieces, ids) = (this.pieces, this.ids);
        if (Count == pieces.Length * PerPiece)
        {
            pieces = [.. pieces, new float[PerPiece * row.Length]];
        }

        if (Count == ids.Length)
        {
            Array.Resize(ref ids, Math.Max(PerPiece, 2 * Count));
        }

        row.CopyTo(pieces[Count / PerPiece].AsSpan(Count % PerPiece * row.Length));
        ids[Count] = id;
        return new NewRows(pieces, ids, Count + 1);
    }
}
