using Graflow.Telemetry;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Engine;

internal sealed partial class TaskAttempt<TIn, TOut>
{
    private bool IsOver => _isClosed || _driver.IsEnded;

    /// <summary>What the body asked for in its worker.</summary>
    internal void TakeRequests(AttemptRequests<TIn>? requests)
    {
        lock (_lock)
        {
            Requests = requests;
        }
    }

    /// <summary>A line of the body's output.</summary>
    internal void Logged(OutputStream stream, string line)
    {
        if (!IsOver)
        {
            _driver.Recorder?.Logged(_state, stream, line);
        }
    }

    /// <summary>A line of the body's logger, which a logger of the user writes here.</summary>
    internal void LogRemote(LogLevel level, string message)
    {
        try
        {
            BodyLog.Write(Logger, level, message);
        }
        catch (Exception exception)
        {
            Log.BodyLogFailed(_scope.Logger, exception);
        }
    }

    /// <summary>The body's worker was lost.</summary>
    internal void Redelivered(int delivery, string reason)
    {
        if (!IsOver)
        {
            Log.Redelivered(_scope.Logger, RunId, TaskId, delivery, reason);
            _driver.Recorder?.Redelivered(_state, delivery, reason);
        }
    }
}
