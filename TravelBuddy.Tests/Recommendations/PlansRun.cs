using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>Plans of the statements that a database ran, as PostgreSQL's auto_explain sends them in notices, which Npgsql logs.</summary>
public sealed class PlansRun : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _plans = new();

    /// <summary>Plans of searches for vectors since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] taken = [.. _plans];
        _plans.Clear();
        return taken;
    }

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var message = formatter(state, exception);
        if (message.StartsWith("Received notice", StringComparison.Ordinal) && message.Contains("halfvec_send", StringComparison.Ordinal))
        {
            _plans.Enqueue(message);
        }
    }

    public void Dispose()
    {
    }
}
