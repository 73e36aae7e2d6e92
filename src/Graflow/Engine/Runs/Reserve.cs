using System.Diagnostics.CodeAnalysis;

namespace Graflow.Engine;

/// <summary>Objects that nobody uses at the moment, so that a steady load allocates none. Thread-safe; the one that came back last costs no lock.</summary>
/// <param name="capacity">How many are kept at the most; what comes back beyond that is forgotten.</param>
internal sealed class Reserve<T>(int capacity)
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Stack<T> _free = new();
    private T? _last;

    internal bool TryTake([NotNullWhen(true)] out T? item)
    {
        item = Interlocked.Exchange(ref _last, null);
        if (item is not null)
        {
            return true;
        }

        lock (_lock)
        {
            return _free.TryPop(out item);
        }
    }

    internal void Return(T item)
    {
        if (Interlocked.CompareExchange(ref _last, item, null) is null)
        {
            return;
        }

        lock (_lock)
        {
            if (_free.Count < capacity)
            {
                _free.Push(item);
            }
        }
    }
}
