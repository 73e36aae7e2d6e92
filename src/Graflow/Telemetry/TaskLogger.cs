using Microsoft.Extensions.Logging;

namespace Graflow.Telemetry;

/// <summary>The logger that a body sees: every entry is in a scope that names run, task and attempt.</summary>
internal sealed class TaskLogger(ILogger inner, TaskContext context) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!inner.IsEnabled(logLevel))
        {
            return;
        }

        using (inner.BeginScope(new KeyValuePair<string, object>[] { new("RunId", context.RunId), new("TaskId", context.TaskId), new("Attempt", context.Attempt) }))
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
