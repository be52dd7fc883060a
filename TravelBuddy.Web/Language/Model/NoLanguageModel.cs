namespace TravelBuddy.Web.Language.Model;

/// <summary>Where none is configured.</summary>
public sealed class NoLanguageModel : ILanguageModel
{
    public bool IsConfigured => false;

    public Task<T?> AskAsync<T>(ModelTask task, CancellationToken ct)
        where T : class => Task.FromResult<T?>(null);
}
