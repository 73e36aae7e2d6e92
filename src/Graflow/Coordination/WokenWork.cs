namespace Graflow.Coordination;

/// <summary>Work on the pool that is done again as often as somebody wakes it: one round at a time, and one more for all who wake it while one goes on. Thread-safe.</summary>
/// <param name="round">Does what there is to do, and says whether there may ever be more. Never throws.</param>
internal sealed class WokenWork(Func<Task<bool>> round) : IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Working = 1;
    private const int WorkingAgain = 2;

    private int _phase;

    /// <summary>There may be something to do.</summary>
    internal void Wake()
    {
        while (Interlocked.CompareExchange(ref _phase, WorkingAgain, Working) == Idle)
        {
            if (Interlocked.CompareExchange(ref _phase, Working, Idle) == Idle)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = WorkAsync();

    // One that is over keeps its phase, so that nobody begins another round.
    private async Task WorkAsync()
    {
        do
        {
            Interlocked.Exchange(ref _phase, Working);
            if (!await round().ConfigureAwait(false))
            {
                return;
            }
        }
        while (Interlocked.CompareExchange(ref _phase, Idle, Working) != Working);
    }
}
