using Microsoft.Extensions.Logging;

namespace Graflow.Workers;

/// <summary>The logger of a body in a worker: entries go to the run's process as text, and are filtered there. Scopes stay here, where nobody reads them.</summary>
internal sealed class PortLogger(IAttemptPort port) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            var message = formatter(state, exception);
            port.Log(logLevel, exception is null ? message : $"{message}{Environment.NewLine}{ExceptionText.Of(exception)}");
        }
    }
}
