using System.Collections.Concurrent;
using Graflow.Fleets;
using Graflow.Redis.Connections;
using Graflow.Redis.Tests.Support;
using Graflow.Redis.Tests.Tasks;
using Graflow.Redis.Workers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Graflow.Redis.Tests.Workers;

/// <summary>What tests of a worker's loop share: one run with its driver, and loops whose bodies are written in the test.</summary>
public abstract class LoopTests(RedisServer server) : TaskTests(server)
{
    private protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentBag<TaskLoop> _loops = [];

    public override async Task DisposeAsync()
    {
        foreach (var loop in _loops)
        {
            loop.StopClaiming();
            loop.HandBackAll();
            await loop.WhenDrained.WaitAsync(Patience);
            loop.Close();
            loop.Dispose();
        }

        await base.DisposeAsync();
    }

    private protected TaskLoop Loop(int slots, BodyRunner body, RedisConnection? redis = null, string worker = "w1", Action<RedisWorkerOptions>? configure = null, TimeProvider? time = null)
    {
        RedisWorkerOptions options = new() { MaxConcurrentTasks = slots, WorkerId = worker };
        configure?.Invoke(options);
        if (options.Queues.Count == 0)
        {
            options.SetQueues("cpu");
        }

        var settings = WorkerSettings.Of(options);
        var connection = redis ?? Redis;
        LoopSetup setup = new(settings, Known, body) { Lease = Lease, Time = time ?? TimeProvider.System, Chance = static () => 0.5, Logger = NullLogger.Instance };
        TaskLoop loop = new(setup, connection.Cells.All.Select(cell => new CellLine(connection, cell, settings, NullLogger.Instance)));
        _loops.Add(loop);
        return loop;
    }

    private protected static ValueTask<AttemptResult> Done(string output = "ok") => new(new AttemptResult(Bytes(output), Succeeded: true, []));

    /// <summary>A body that ends when it is told to.</summary>
    private protected sealed class Gate
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource<AttemptResult>> _ends = new();
        private readonly BlockingCollection<string> _begun = [];

        internal ConcurrentDictionary<string, CancellationToken> Tokens { get; } = new();

        internal ValueTask<AttemptResult> RunAsync(QueuedAttempt attempt, ReadOnlyMemory<byte> input, IFleetPort port, CancellationToken ct)
        {
            Tokens[attempt.Path] = ct;
            var end = EndOf(attempt.Path);
            ct.UnsafeRegister(_ => end.TrySetCanceled(ct), null);
            _begun.Add(attempt.Path, CancellationToken.None);
            return new(end.Task);
        }

        internal void Open(string path, string output = "ok") => EndOf(path).TrySetResult(new AttemptResult(Bytes(output), Succeeded: true, []));

        internal void End(string path, bool succeeds) => EndOf(path).TrySetResult(new AttemptResult(Bytes("ok"), succeeds, []));

        internal string NextBegun() => _begun.TryTake(out var path, Patience) ? path : throw new TimeoutException("No body began.");

        internal bool HasBegun => _begun.Count > 0;

        private TaskCompletionSource<AttemptResult> EndOf(string path) => _ends.GetOrAdd(path, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    private protected async Task<IReadOnlyList<Graflow.Redis.Runs.TaskOutcome>> WhenOutcomes(int count)
    {
        using CancellationTokenSource limit = new(Patience, TimeProvider.System);
        while (true)
        {
            var outcomes = await Outcomes();
            if (outcomes.Count >= count)
            {
                return outcomes;
            }

            limit.Token.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
        }
    }

    private protected async Task When(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(Patience, TimeProvider.System);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
        }
    }
}
