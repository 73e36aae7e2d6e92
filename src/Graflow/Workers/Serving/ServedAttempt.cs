using Graflow.Telemetry;
using Microsoft.Extensions.Logging;

namespace Graflow.Workers;

/// <summary>What a body in a worker sees of its run. Ends with the body: whatever still holds it then has no effect any more.</summary>
internal sealed class ServedAttempt<TIn>(AttemptHeader header, IAttemptPort port, IServiceProvider? services, CancellationToken cancellationToken)
    : AttemptContext<TIn>, IAsyncDisposable
{
    public override string RunId => header.RunId;

    public override string TaskId => header.TaskPath;

    public override int Attempt => header.Attempt;

    public override int Iteration => header.Iteration;

    public override CancellationToken CancellationToken => BodyToken ?? cancellationToken;

    public override ILogger Logger => field ??= new PortLogger(port);

    private protected override bool IsOver => IsClosed || port.IsOver;

    private protected override IServiceProvider? ServiceProvider => services;

    private protected override IChannel RunChannel => port.Channel;

    /// <summary>The body is over.</summary>
    /// <returns>What it asked for.</returns>
    internal AttemptRequests<TIn>? Close()
    {
        Fence();
        return Requests;
    }

    /// <summary>Disposes of the attempt's services. What they throw is logged: the body's result stands.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (ServiceScope is IAsyncDisposable asynchronous)
            {
                await asynchronous.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                ServiceScope?.Dispose();
            }
        }
        catch (Exception exception)
        {
            Log.DisposalFailed(Logger, exception);
        }
    }

    private protected override void TellProgress(double fraction, string? text) => port.Progress(fraction, text);

    private protected override void EndRun(string reason) => port.CancelRun(reason);
}
