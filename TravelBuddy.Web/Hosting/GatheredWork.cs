namespace TravelBuddy.Web.Hosting;

/// <summary>
/// Work that costs about the same for one as for many: whoever comes while it is under way waits for the next time, in which all who wait are served
/// together, in the order in which they came. Where it fails for several at once each is served alone, so that one harms no other.
/// </summary>
public sealed class GatheredWork<T>(Func<IReadOnlyList<T>, Task> work, int most)
{
    private readonly Lock _lock = new();
    private readonly Queue<(T Item, TaskCompletionSource Done)> _waiting = new();
    private bool _isUnderWay;

    /// <summary>Done when the work with this item is; fails as it failed for this item.</summary>
    public Task AddAsync(T item)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Enqueue((item, done));
            if (_isUnderWay)
            {
                return done.Task;
            }

            _isUnderWay = true;
        }

        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(WorkAsync); // For all who come, not in the name of the first.
        }

        return done.Task;
    }

    private async Task WorkAsync()
    {
        while (Next() is { Count: > 0 } group)
        {
            try
            {
                await work([.. group.Select(each => each.Item)]);
                group.ForEach(each => each.Done.SetResult());
            }
            catch (Exception) when (group.Count > 1)
            {
                foreach (var each in group)
                {
                    await AloneAsync(each.Item, each.Done);
                }
            }
            catch (Exception error)
            {
                group[0].Done.SetException(error);
            }
        }
    }

    private async Task AloneAsync(T item, TaskCompletionSource done)
    {
        try
        {
            await work([item]);
            done.SetResult();
        }
        catch (Exception error)
        {
            done.SetException(error);
        }
    }

    /// <summary>Those who wait, up to as many as go together; none: nobody does, and whoever comes next begins anew.</summary>
    private List<(T Item, TaskCompletionSource Done)> Next()
    {
        lock (_lock)
        {
            var group = new List<(T, TaskCompletionSource)>();
            while (group.Count < most && _waiting.TryDequeue(out var next))
            {
                group.Add(next);
            }

            _isUnderWay = group.Count > 0;
            return group;
        }
    }
}
