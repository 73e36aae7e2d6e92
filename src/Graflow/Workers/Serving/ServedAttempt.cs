using Graflow.Channels;
using Graflow.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Graflow.Workers;

/// <summary>What a body in a worker sees of its run. Ends with the body: whatever still holds it then has no effect any more.</summary>
internal sealed class ServedAttempt<TIn>(AttemptHeader header, IAttemptPort port, IServiceProvider? services, CancellationToken cancellationToken)
    : TaskContext<TIn>, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private IServiceScope? _scope;
    private FencedChannel? _channel;
    private AttemptRequests<TIn>? _requests;
    private CancellationToken? _bodyToken;
    private bool _isClosed;

    public override string RunId => header.RunId;

    public override string TaskId => header.TaskPath;

    public override int Attempt => header.Attempt;

    public override int Iteration => header.Iteration;

    public override CancellationToken CancellationToken => _bodyToken ?? cancellationToken;

    public override IChannel Channel
    {
        get
        {
            lock (_lock)
            {
                return _channel ??= OpenChannel();
            }
        }
    }

    public override IServiceProvider Services
    {
        get
        {
            lock (_lock)
            {
                return _scope?.ServiceProvider ?? OpenServices();
            }
        }
    }

    public override ILogger Logger => field ??= new PortLogger(port);

    internal override IServiceProvider? ServicesOrNull => services is null ? null : Services;

    public override void ReportProgress(double fraction, string? text = null)
    {
        ThrowIfClosed();
        ThrowIfNoFraction(fraction);
        port.Progress(fraction, text);
    }

    public override void NextTask<TSideIn, TSideOut>(IExecutable<TSideIn, TSideOut> executable, TSideIn input)
    {
        ArgumentNullException.ThrowIfNull(executable);
        lock (_lock)
        {
            ThrowIfClosed();
            (_requests ??= new()).SideTasks.Add(new NextTarget<TSideIn>(executable, input));
        }
    }

    public override void NextIteration(TIn input)
    {
        lock (_lock)
        {
            ThrowIfClosed();
            (_requests ??= new()).SetNextInput(input, TaskId);
        }
    }

    public override void OnSuccess(Action<ChannelWriter> writes)
    {
        ArgumentNullException.ThrowIfNull(writes);
        lock (_lock)
        {
            ThrowIfClosed();
            writes((_requests ??= new()).Writer);
        }
    }

    public override void CancelRun(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        ThrowIfClosed();
        port.CancelRun(reason);
    }

    /// <summary>A handler calls the body, maybe not for the first time: what an earlier call asked for is void, and the handler's token is the one that the body sees.</summary>
    internal void BeginBody(CancellationToken ct)
    {
        lock (_lock)
        {
            _requests = null;
            _bodyToken = ct;
        }
    }

    /// <summary>The body is over.</summary>
    /// <returns>What it asked for.</returns>
    internal AttemptRequests<TIn>? Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            _channel?.Close(EndReason);
            return _requests;
        }
    }

    /// <summary>Disposes of the attempt's services. What they throw is logged: the body's result stands.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_scope is IAsyncDisposable asynchronous)
            {
                await asynchronous.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                _scope?.Dispose();
            }
        }
        catch (Exception exception)
        {
            Log.DisposalFailed(Logger, exception);
        }
    }

    private FencedChannel OpenChannel()
    {
        var channel = new FencedChannel(port.Channel);
        if (_isClosed)
        {
            channel.Close(EndReason);
        }

        return channel;
    }

    private IServiceProvider OpenServices()
    {
        var provider = services ?? throw NoServices();
        _scope = provider.GetService(typeof(IServiceScopeFactory)) is IServiceScopeFactory factory ? factory.CreateScope() : null;
        return _scope?.ServiceProvider ?? provider;
    }

    private void ThrowIfClosed()
    {
        if (_isClosed || port.IsOver)
        {
            throw new AttemptEndedException(EndReason);
        }
    }
}
