namespace Graflow.Resilience;

/// <summary>Somebody's place in a line. Whoever takes it out of the line, under the gate, decides its fate: so no permit is granted to one who has left.</summary>
internal sealed class Waiter : TaskCompletionSource
{
    private readonly Lock _gate;
    private readonly LinkedListNode<Waiter> _place;

    /// <summary>Joins the end of the line; called under the gate.</summary>
    internal Waiter(Lock gate, LinkedList<Waiter> line)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        _gate = gate;
        _place = line.AddLast(this);
    }

    /// <summary>Takes the first one out of the line and lets it through; called under the gate.</summary>
    internal static void LetFirstThrough(LinkedList<Waiter> line)
    {
        var first = line.First!.Value;
        line.RemoveFirst();
        first.SetResult();
    }

    internal async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(static (state, token) => ((Waiter)state!).Leave(token), this);
        await Task.ConfigureAwait(false);
    }

    private void Leave(CancellationToken token)
    {
        lock (_gate)
        {
            if (_place.List is not { } line)
            {
                return;
            }

            line.Remove(_place);
        }

        SetCanceled(token);
    }
}
