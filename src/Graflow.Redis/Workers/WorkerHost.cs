using Microsoft.Extensions.Hosting;

namespace Graflow.Redis.Workers;

/// <summary>A worker as a part of a host: serves before the host has started, and stops gracefully with it.</summary>
internal sealed class WorkerHost(RedisWorker worker) : IHostedService, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    /// <exception cref="GraflowException">Redis cannot be reached, or would lose runs.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _running = worker.RunAsync(_stop.Token);
        await worker.WhenServing.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await worker.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }
}
