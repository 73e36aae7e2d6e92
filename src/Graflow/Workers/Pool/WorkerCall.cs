using System.Buffers;
using Graflow.Channels;
using Microsoft.Extensions.Logging;

namespace Graflow.Workers;

/// <summary>One attempt on its way to a worker and back, untyped. What its worker says reaches it on pool threads, one thing after the other, the end last.</summary>
internal abstract class WorkerCall : PoolRequest, IThreadPoolWorkItem
{
    private Queue<Action<WorkerCall>>? _mail;
    private RentedBytes _reply;
    private bool _hasReply;
    private bool _isScheduled;

    /// <summary>The task's id, by which the worker finds it.</summary>
    internal abstract string TaskId { get; }

    /// <summary>Which assembly declares the task; a worker must have it.</summary>
    internal abstract string Assembly { get; }

    /// <summary>The vertex's path in the run, for messages.</summary>
    internal abstract string TaskPath { get; }

    /// <summary>The attempt, as the worker gets it.</summary>
    internal abstract AttemptHeader Header { get; }

    /// <summary>Whether it may wait inside a worker for the body before it. Not where a clock runs for it already.</summary>
    internal abstract bool MayBeSentAhead { get; }

    /// <summary>The number under which its present worker knows it.</summary>
    internal uint Id { get; set; }

    /// <summary>How many workers were lost while they ran it.</summary>
    internal int Losses { get; set; }

    /// <summary>Whether nobody waits for it any more.</summary>
    internal bool IsCancelled { get; set; }

    /// <summary>The slot that is kept for it; null where any will do.</summary>
    internal WorkerLease? Lease { get; set; }

    /// <summary>The slot that it is in.</summary>
    internal WorkerSlot? Slot { get; set; }

    /// <summary>Kills the worker of a cancelled body that does not end.</summary>
    internal ITimer? KillTimer { get; set; }

    /// <summary>Writes the encoded input to the end of <paramref name="request"/>; called again for each delivery.</summary>
    internal abstract void WriteInput(IBufferWriter<byte> request);

    /// <summary>The worker's reply; called once.</summary>
    /// <param name="reply">To be returned once it is read.</param>
    internal abstract void Complete(RentedBytes reply);

    /// <summary>There will be no reply; called once, instead of <see cref="Complete"/>.</summary>
    internal abstract void Fail(Exception exception);

    /// <summary>A line of the body's output.</summary>
    internal abstract void Output(OutputStream stream, string line);

    /// <summary>A line of the body's logger.</summary>
    internal abstract void Log(LogLevel level, string message);

    /// <summary>How far the body is.</summary>
    internal abstract void Progress(double fraction, string? text);

    /// <summary>The body wants its run cancelled.</summary>
    internal abstract void CancelRun(string reason);

    /// <summary>The worker was lost; the attempt goes to another one.</summary>
    /// <param name="delivery">Which delivery comes now, from 2.</param>
    /// <param name="reason">How the worker was lost.</param>
    internal abstract void Redelivered(int delivery, string reason);

    /// <summary>Answers what the body asks of its run's channel.</summary>
    internal abstract IChannelPort Channel { get; }

    /// <summary>Hands over what a worker said, or what befell it.</summary>
    internal void Post(Action<WorkerCall> message)
    {
        lock (this)
        {
            (_mail ??= new()).Enqueue(message);
            Schedule();
        }
    }

    /// <summary>Hands over the reply; nothing comes after it.</summary>
    internal void PostReply(RentedBytes reply)
    {
        lock (this)
        {
            _reply = reply;
            _hasReply = true;
            Schedule();
        }
    }

    internal sealed override void Refuse(Exception reason) => Post(call => call.Fail(reason));

    void IThreadPoolWorkItem.Execute()
    {
        while (true)
        {
            Action<WorkerCall>? message;
            lock (this)
            {
                if (_mail is null || !_mail.TryDequeue(out message))
                {
                    if (!_hasReply)
                    {
                        _isScheduled = false;
                        return;
                    }

                    message = null;
                }
            }

            if (message is null)
            {
                Complete(_reply);
                return;
            }

            message(this);
        }
    }

    private void Schedule()
    {
        if (!_isScheduled)
        {
            _isScheduled = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
