using Graflow.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Graflow.Workers;

/// <summary>The context of one attempt, in whichever process its body runs: keeps what the body asks for until it is over, and lets nothing have an effect after that. Thread-safe.</summary>
internal abstract class AttemptContext<TIn> : TaskContext<TIn>
{
    private FencedChannel? _channel;

    public sealed override IChannel Channel
    {
        get
        {
            lock (Gate)
            {
                return _channel ??= OpenChannel();
            }
        }
    }

    public sealed override IServiceProvider Services
    {
        get
        {
            lock (Gate)
            {
                return ServiceScope?.ServiceProvider ?? OpenServices();
            }
        }
    }

    internal sealed override IServiceProvider? ServicesOrNull => ServiceProvider is null ? null : Services;

    /// <summary>What the body asked for; null for nothing.</summary>
    internal AttemptRequests<TIn>? Requests { get; private set; }

    /// <summary>Held while what the attempt has is looked at or changed.</summary>
    private protected Lock Gate { get; } = new();

    /// <summary>Whether the body is over.</summary>
    private protected bool IsClosed { get; private set; }

    /// <summary>Whether nothing that the body does has an effect any more.</summary>
    private protected abstract bool IsOver { get; }

    /// <summary>The token that a handler called the body with; null before it did.</summary>
    private protected CancellationToken? BodyToken { get; private set; }

    /// <summary>The services of this process; null for none.</summary>
    private protected abstract IServiceProvider? ServiceProvider { get; }

    /// <summary>The attempt's own scope of them; null where the body asked for none.</summary>
    private protected IServiceScope? ServiceScope { get; private set; }

    /// <summary>The run's channel.</summary>
    private protected abstract IChannel RunChannel { get; }

    public sealed override void ReportProgress(double fraction, string? text = null)
    {
        ThrowIfOver();
        ThrowIfNoFraction(fraction);
        TellProgress(fraction, text);
    }

    public sealed override void NextTask<TSideIn, TSideOut>(IExecutable<TSideIn, TSideOut> executable, TSideIn input)
    {
        ArgumentNullException.ThrowIfNull(executable);
        var target = new NextTarget<TSideIn>(executable, input);
        lock (Gate)
        {
            ThrowIfOver();
            (Requests ??= new()).SideTasks.Add(target);
        }
    }

    public sealed override void NextIteration(TIn input)
    {
        lock (Gate)
        {
            ThrowIfOver();
            (Requests ??= new()).SetNextInput(input, TaskId);
        }
    }

    public sealed override void OnSuccess(Action<ChannelWriter> writes)
    {
        ArgumentNullException.ThrowIfNull(writes);
        lock (Gate)
        {
            ThrowIfOver();
            writes((Requests ??= new()).Writer);
        }
    }

    public sealed override void CancelRun(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        ThrowIfOver();
        EndRun(reason);
    }

    /// <summary>A handler calls the body, maybe not for the first time: what an earlier call asked for is void, and the handler's token is the one that the body sees.</summary>
    internal void BeginBody(CancellationToken ct)
    {
        lock (Gate)
        {
            Requests = null;
            BodyToken = ct;
        }
    }

    /// <summary>What the body asked for in another process.</summary>
    internal void TakeRequests(AttemptRequests<TIn>? requests)
    {
        lock (Gate)
        {
            Requests = requests;
        }
    }

    /// <summary>The body is over: whatever still holds its context has no effect any more.</summary>
    private protected void Fence()
    {
        lock (Gate)
        {
            IsClosed = true;
            _channel?.Close(EndReason);
        }
    }

    /// <summary>Tells whoever watches the run how far the body is.</summary>
    private protected abstract void TellProgress(double fraction, string? text);

    /// <summary>Ends the run as cancelled.</summary>
    private protected abstract void EndRun(string reason);

    private FencedChannel OpenChannel()
    {
        var channel = new FencedChannel(RunChannel);
        if (IsClosed)
        {
            channel.Close(EndReason);
        }

        return channel;
    }

    private IServiceProvider OpenServices()
    {
        var provider = ServiceProvider ?? throw NoServices();
        ServiceScope = provider.GetService(typeof(IServiceScopeFactory)) is IServiceScopeFactory factory ? factory.CreateScope() : null;
        return ServiceScope?.ServiceProvider ?? provider;
    }

    private void ThrowIfOver()
    {
        if (IsOver)
        {
            throw new AttemptEndedException(EndReason);
        }
    }
}
