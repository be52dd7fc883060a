using System.Collections.Concurrent;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Tests.Accommodation.Search;

/// <summary>A language model that answers what a test says, and keeps what it was asked.</summary>
public sealed class ToldModel : ILanguageModel
{
    public bool IsConfigured { get; set; } = true;

    /// <summary>The answer to a task; null for none.</summary>
    public Func<ModelTask, CancellationToken, Task<object?>> Answer { get; set; } = (_, _) => Task.FromResult<object?>(null);

    public ConcurrentQueue<ModelTask> Asked { get; } = new();

    /// <summary>Says nothing, and that only when this is completed.</summary>
    public TaskCompletionSource Held { get; set; } = new();

    /// <summary>Is slow: see <see cref="Held"/>.</summary>
    public async Task<object?> SlowlyAsync(ModelTask task, CancellationToken ct)
    {
        await Held.Task.WaitAsync(ct);
        return null;
    }

    public async Task<T?> AskAsync<T>(ModelTask task, CancellationToken ct)
        where T : class
    {
        Asked.Enqueue(task);
        return await Answer(task, ct) as T;
    }
}
