using Graflow.Payloads;
using Graflow.Telemetry;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Engine;

internal sealed partial class TaskAttempt<TIn, TOut>
{
    // How many workers of the fleet have begun with the body, as far as was told.
    private int _delivery;

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

    /// <summary>How far the body is in its worker.</summary>
    internal void ProgressRemote(double fraction, string? text)
    {
        try
        {
            ReportProgress(fraction, text);
        }
        catch (AttemptEndedException)
        {
            // It was told when nobody listened any more.
        }
    }

    /// <summary>The body wants its run cancelled.</summary>
    internal void CancelRunRemote(string reason)
    {
        try
        {
            CancelRun(reason);
        }
        catch (AttemptEndedException)
        {
            // As above.
        }
    }

    /// <summary>A worker of the fleet began with the body; not the first one, if others were lost. Told more than once of each.</summary>
    internal void StartedElsewhere(string worker, int delivery, TimeSpan ago)
    {
        if (IsOver || delivery <= _delivery)
        {
            return;
        }

        if (_delivery == 0)
        {
            var at = _scope.Time.GetUtcNow() - ago;
            _scope.Durable?.TaskTaken(_state, (_iteration, Attempt), at, worker);
            _driver.Recorder?.Taken(_place, Attempt, at, worker);
        }

        _delivery = delivery;
        if (delivery > 1)
        {
            Redelivered(delivery, $"its worker was lost, and {worker} runs it now");
        }
        else
        {
            Log.TaskTaken(_scope.Logger, RunId, TaskId, worker);
        }
    }

    /// <summary>Applies what the body recorded to a channel that outlives this process, once all else is known to be writable.</summary>
    internal ValueTask CommitWritesAsync(in Next<TOut> next)
    {
        if (Requests is not { Writes: { Count: > 0 } writes } requests)
        {
            return default;
        }

        using var buffer = PooledBuffer.Rent();
        foreach (var target in requests.SideTasks)
        {
            _scope.Engine.Checked(target.Plan, _state.Frame.ExecutionOf(Vertex));
        }

        AttemptReply.WriteOutcome(buffer, next, requests);
        return new(_scope.Durable!.StoredChannel!.CommitAsync(writes, $"{TaskId}#{Attempt}", CancellationToken));
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
