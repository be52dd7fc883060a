using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TravelBuddy.Tests;

/// <summary>What the running application logs as an error from now until this is disposed.</summary>
public sealed class LoggedErrors : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _texts = new();
    private volatile bool _over;

    private LoggedErrors()
    {
    }

    public IReadOnlyList<string> Texts => [.. _texts];

    public static LoggedErrors Of(AppFixture app)
    {
        var heard = new LoggedErrors();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(heard);
        return heard;
    }

    public ILogger CreateLogger(string categoryName) => new Listener(this, categoryName);

    public void Dispose() => _over = true;

    private sealed class Listener(LoggedErrors heard, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel level) => level >= LogLevel.Error && !heard._over;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? problem, Func<TState, Exception?, string> words)
        {
            if (IsEnabled(level))
            {
                heard._texts.Enqueue($"{category}: {words(state, problem)} {problem?.Message}");
            }
        }
    }
}
