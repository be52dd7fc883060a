namespace TravelBuddy.Ranking.Rows;

/// <summary>All rows at one moment: what was laid out, what came since, and what of both is no longer there. It does not change: a search reads one and is done by it.</summary>
/// <param name="Laid">The rows that were laid out.</param>
/// <param name="Gone">Which of them were removed or replaced.</param>
/// <param name="New">Those that came since.</param>
/// <param name="NewGone">Which of these were removed or replaced.</param>
/// <param name="NextId">One above the largest id that ever was.</param>
internal sealed record RowState(LaidRows Laid, Absences Gone, NewRows New, Absences NewGone, int NextId)
{
    /// <summary>How many rows there are.</summary>
    public int Count => Laid.Count - Gone.Count + New.Count - NewGone.Count;

    /// <summary>Whether all rows lie where they were laid out.</summary>
    public bool IsSettled => Gone.Count == 0 && New.Count == 0;

    public long Bytes => Laid.Bytes + Gone.Bytes + New.Bytes + NewGone.Bytes;

    /// <summary>The first number of the row of this id, which must be there.</summary>
    public ref float First(int id) => ref New.Ids.LastIndexOf(id) is >= 0 and var latest && !NewGone.Has(latest)
        ? ref New.Row(latest, Laid.Memory.Dimensions)[0]
        : ref Laid.Memory.First(Laid.PositionOf(id));

    /// <summary>With a row, instead of the one that has its id if there is one.</summary>
    public RowState With(int id, ReadOnlySpan<float> row)
    {
        var rest = Without(id);
        return rest with { New = rest.New.With(id, row), NextId = Math.Max(rest.NextId, id + 1) };
    }

    /// <summary>Without the row of this id; itself if there is none.</summary>
    public RowState Without(int id)
    {
        // Of several with one id only the latest may still be there.
        if (New.Ids.LastIndexOf(id) is >= 0 and var latest && !NewGone.Has(latest))
        {
            return this with { NewGone = NewGone.With(latest) };
        }

        return Laid.PositionOf(id) is >= 0 and var position && !Gone.Has(position) ? this with { Gone = Gone.With(position) } : this;
    }

    /// <summary>The rows as they are now, ascending by id, in memory of their own.</summary>
    public (RowMemory Rows, int[] Ids) Gathered()
    {
        var places = new List<(int Id, int Place)>(Count);
        for (var position = 0; position < Laid.Count; position++)
        {
            if (!Gone.Has(position))
            {
                places.Add((Laid.Ids[position], position));
            }
        }

        for (var i = 0; i < New.Count; i++)
        {
            if (!NewGone.Has(i))
            {
                places.Add((New.Ids[i], ~i));
            }
        }

        places.Sort();
        var rows = RowMemory.Allocate(places.Count, Laid.Memory.Dimensions);
        for (var row = 0; row < places.Count; row++)
        {
            var place = places[row].Place;
            (place >= 0 ? Laid.Memory.Row(place) : New.Row(~place, rows.Dimensions)).CopyTo(rows.Row(row));
        }

        return (rows, [.. places.Select(place => place.Id)]);
    }

    /// <summary>The same rows laid out anew, with what has changed in <paramref name="now"/> since this moment.</summary>
    /// <param name="laid">All rows of this state.</param>
    /// <param name="now">A state that came of this one.</param>
    public RowState Renewed(LaidRows laid, RowState now)
    {
        var state = new RowState(laid, Absences.None, NewRows.None, Absences.None, now.NextId);
        for (var position = 0; position < Laid.Count; position++)
        {
            if (now.Gone.Has(position) && !Gone.Has(position))
            {
                state = state.Without(Laid.Ids[position]);
            }
        }

        for (var i = 0; i < New.Count; i++)
        {
            if (now.NewGone.Has(i) && !NewGone.Has(i))
            {
                state = state.Without(New.Ids[i]);
            }
        }

        for (var i = New.Count; i < now.New.Count; i++)
        {
            if (!now.NewGone.Has(i))
            {
                state = state.With(now.New.Ids[i], now.New.Row(i, laid.Memory.Dimensions));
            }
        }

        return state;
    }
}
