using Graflow.Workers;
using Xunit;

namespace Graflow.Tests.Workers.Pool;

/// <summary>Starts fake workers; each says the handshake that the test gives it, first of all.</summary>
internal sealed class FakeLauncher(Handshake handshake) : IWorkerLauncher
{
    private readonly Queue<FakeWorker> _started = new();
    private int _count;

    /// <summary>How many of the next starts fail.</summary>
    internal int FailingStarts { get; set; }

    public ValueTask<IWorkerHandle> LaunchAsync(CancellationToken cancellationToken)
    {
        lock (_started)
        {
            if (FailingStarts > 0)
            {
                FailingStarts--;
                throw new WorkerStartException($"start {++_count} failed");
            }

            var worker = new FakeWorker($"worker {++_count}");
            worker.Say(handshake);
            _started.Enqueue(worker);
            Monitor.Pulse(_started);
            return new(worker);
        }
    }

    /// <summary>The worker that is started next.</summary>
    internal FakeWorker Next()
    {
        lock (_started)
        {
            while (_started.Count == 0)
            {
                Assert.True(Monitor.Wait(_started, TimeSpan.FromMinutes(1)), "No worker was started.");
            }

            return _started.Dequeue();
        }
    }
}
