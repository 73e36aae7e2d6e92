using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Graflow.Engine;

/// <summary>A place for one thread that advances a run: a loop over ready vertices, and the deque that holds those it found.</summary>
internal sealed class Worker(RunDriver driver)
{
    private int _taken;
    private VertexState? _current;

    internal RunDriver Driver { get; } = driver;

    internal WorkStealingDeque Deque { get; } = new();

    /// <summary>Set when the body that this thread runs was abandoned: its slot was given away, so the thread must not go on.</summary>
    internal bool IsDetached { get; set; }

    /// <summary>The end of the run, if it came about on this thread; published once the thread has left.</summary>
    internal RunCompletion? Completion { get; set; }

    internal (bool IsDetached, RunCompletion? Completion) Reset()
    {
        var result = (IsDetached, Completion);
        IsDetached = false;
        Completion = null;
        return result;
    }

    /// <summary>When the vertex that this thread ran last settled, in UTC ticks; 0 where that does not tell when the next one begins.</summary>
    internal long Moment { get; set; }

    internal long? TakeMoment()
    {
        var moment = Moment;
        Moment = 0;
        return moment == 0 ? null : moment;
    }

    internal bool TryTakeSeat() => _taken == 0 && Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

    internal void LeaveSeat() => Volatile.Write(ref _taken, 0);

    /// <summary>Runs vertices until none is ready, the run ended, or this thread lost its slot.</summary>
    internal void Work(VertexState? current)
    {
        try
        {
            Advance(current);
        }
        catch (Exception exception)
        {
            Driver.Break(_current, exception);
        }
        finally
        {
            _current = null;
        }
    }

    // A run is one call of this loop, so that it would be compiled well only after many runs, and replaced on the stack in the middle of the first ones.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Advance(VertexState? current)
    {
        var driver = Driver;
        while (!driver.IsEnded)
        {
            if (current is null)
            {
                Moment = 0;
                if (!TryTake(out current))
                {
                    return;
                }
            }

            _current = current;
            current = current.Execute(this);
            driver.KeepCallerContext();
            if (IsDetached)
            {
                return;
            }
        }
    }

    /// <summary>Makes a vertex ready for whoever comes first.</summary>
    internal void Push(VertexState ready)
    {
        if (Driver.Ordered is { } ordered)
        {
            ordered.Add(ready);
        }
        else
        {
            Deque.Push(ready);
        }
    }

    /// <summary>Tells the successors of a vertex that has just settled.</summary>
    /// <returns>The first successor that became ready, to be run next on this thread; null when there is none.</returns>
    internal VertexState? Settle(VertexState settled, VertexStatus status)
    {
        Driver.Recorder?.Settled(settled, status, this);
        var frame = settled.Frame;
        var successors = frame.Plan.SuccessorsOf(settled.Vertex.Index);
        if (successors.IsEmpty)
        {
            var next = frame.Arrive(this);

            // A body that ended with its frame gave a permit back, too.
            return Driver.Lanes is null ? next : Dispatch(next, pushed: false);
        }

        var hasObservers = frame.Plan.HasInterrupts;
        var blocks = status != VertexStatus.Succeeded;
        VertexState? first = null;
        var pushed = false;
        // Backwards, so that this worker, which pops the last pushed, goes on in plan order.
        for (var i = successors.Length - 1; i >= 0; i--)
        {
            var index = successors[i];
            if (hasObservers && frame.States[index].ObservesInputs)
            {
                frame.States[index].Observe(this, settled);
            }

            if (blocks)
            {
                frame.States[index].Block();
            }

            if (frame.ArriveAt(index) && frame.States[index] is var successor && IsAdmitted(successor))
            {
                pushed |= first is not null;
                first = Replace(first, successor);
            }
        }

        return Dispatch(first, pushed);
    }

    /// <summary>Makes one vertex ready and returns what to run next on this thread.</summary>
    internal VertexState? Ready(VertexState ready) => Dispatch(IsAdmitted(ready) ? ready : null, pushed: false);

    /// <summary>A permit was given back and nothing became ready by itself.</summary>
    internal VertexState? Released() => Dispatch(null, pushed: false);

    private VertexState Replace(VertexState? first, VertexState successor)
    {
        if (first is not null)
        {
            Push(first);
        }

        return successor;
    }

    private VertexState? Dispatch(VertexState? first, bool pushed)
    {
        if (Driver.Lanes is { } lanes)
        {
            pushed |= lanes.Grant(this);
        }

        if (first is not null && Driver.Ordered is not null)
        {
            Push(first);
            first = null;
            pushed = true;
        }

        if (pushed)
        {
            Driver.Wake();
        }

        return first;
    }

    private bool IsAdmitted(VertexState ready)
    {
        if (ready.Frame.LaneOf(ready.Vertex) is not { } lane || ready.IsSkipped)
        {
            return true;
        }

        Driver.Lanes!.Enqueue(lane, ready);
        return false;
    }

    private bool TryTake([NotNullWhen(true)] out VertexState? ready) => Driver.Ordered is { } ordered
        ? ordered.TryTake(out ready)
        : Deque.TryPop(out ready) || Driver.TrySteal(this, out ready);
}
