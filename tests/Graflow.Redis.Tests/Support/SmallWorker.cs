using Graflow.Engine;
using Graflow.Fleets;
using Graflow.Redis.Channels;
using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Tasks;
using Microsoft.Extensions.Logging;

namespace Graflow.Redis.Tests.Support;

/// <summary>As little of a worker as there can be: one task after the other, each step made by the test or by a loop that goes on until it is disposed of.</summary>
internal sealed class SmallWorker(RedisConnection redis, RedisCell cell, params string[] queues) : IAsyncDisposable
{
    private readonly WorkflowEngine _engine = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _woken = new(0);
    private readonly List<FinishedTask> _finished = [];
    private AttemptRunner? _runner;
    private IAsyncDisposable? _listening;
    private Task _running = Task.CompletedTask;

    private AttemptRunner Runner => _runner ??= new AttemptRunner(_engine);

    private static KnownIds Known { get; } = KnownIds.Of(CompilerServices.GraflowRegistry.Tasks.Select(static task => task.Id));

    /// <summary>How many bodies it has run.</summary>
    internal int Ran { get; private set; }

    /// <summary>Commits what it has, and runs what it gets.</summary>
    /// <returns>How many tasks it got.</returns>
    internal async Task<int> StepAsync(int wanted = 1)
    {
        StepRequest request = new("small", TimeSpan.FromSeconds(9), Known, new QueuePicker([.. queues.Select(static queue => (queue, 1))])) { Wanted = wanted, Finished = [.. _finished] };
        var step = await new CellTasks(redis, cell).StepAsync(request, CancellationToken.None);
        Idle += _finished.Count == 0 && step.Claimed.Count == 0 ? 1 : 0;
        _finished.Clear();
        foreach (var claim in step.Claimed)
        {
            var attempt = new QueuedAttempt(claim.RunId, claim.Path, claim.TaskId, claim.Attempt).WithSettings(claim.Extra);
            var result = await Runner.RunAsync(attempt, claim.Input, new Port(new RedisChannel(redis, cell, claim.RunId)), CancellationToken.None);
            _finished.Add(claim.Finish(result.Succeeded ? FinishKind.Succeeded : FinishKind.Failed, result.Reply.ToArray()) with { Writes = result.Writes });
            Ran++;
        }

        return step.Claimed.Count;
    }

    /// <summary>How many steps brought and got nothing.</summary>
    internal int Idle { get; private set; }

    /// <summary>Steps until it has run so many bodies; what the last one came to is not committed yet.</summary>
    internal async Task StepUntilAsync(int ran)
    {
        while (Ran < ran)
        {
            await StepAsync();
        }
    }

    /// <summary>Steps until something has ended.</summary>
    internal async Task<T> StepUntilAsync<T>(Task<T> end)
    {
        while (!end.IsCompleted)
        {
            await StepAsync();
        }

        return await end;
    }

    /// <summary>Goes on by itself.</summary>
    internal async Task<SmallWorker> RunAsync()
    {
        _listening = await redis.ListenAsync(cell.WakeChannel, _ => _woken.Release(), CancellationToken.None);
        _running = Task.Run(async () =>
        {
            while (!_stop.IsCancellationRequested)
            {
                if (await StepAsync(16) == 0 && _finished.Count == 0)
                {
                    await ((Task)_woken.WaitAsync(TimeSpan.FromMilliseconds(100), _stop.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        });
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        if (_listening is not null)
        {
            await _listening.DisposeAsync();
        }

        await _engine.DisposeAsync();
        _stop.Dispose();
        _woken.Dispose();
    }

    private sealed class Port(IChannel channel) : IFleetPort
    {
        public IChannel Channel => channel;

        public void Log(LogLevel level, string message)
        {
        }

        public void Output(OutputStream stream, string line)
        {
        }

        public void Progress(double fraction, string? text)
        {
        }

        public void CancelRun(string reason)
        {
        }
    }
}
