using System.Diagnostics.CodeAnalysis;

namespace Graflow.Engine;

/// <summary>
/// Ready vertices of one worker. The owner pushes and pops at the bottom without a lock; others steal half of it at the top, under a lock.
/// This is the "THE" protocol of Cilk (Frigo, Leiserson, Randall 1998, section 5): whoever moves an end first makes its move visible, then looks at the other end.
/// </summary>
internal sealed class WorkStealingDeque
{
    private const int MaxStolen = 16;

    private readonly Lock _lock = new();
    private VertexState?[] _items = new VertexState?[64];
    private long _top;
    private long _bottom;

    internal bool IsEmpty => Volatile.Read(ref _bottom) <= Volatile.Read(ref _top);

    /// <summary>Owner only.</summary>
    internal void Push(VertexState item)
    {
        var bottom = _bottom;
        // A thief copies at most MaxStolen items after it moved the top, which it may still move back: those slots stay untouched until then.
        if (bottom - Volatile.Read(ref _top) >= _items.Length - MaxStolen)
        {
            Grow();
        }

        _items[bottom & (_items.Length - 1)] = item;
        Volatile.Write(ref _bottom, bottom + 1);
    }

    /// <summary>Owner only.</summary>
    internal bool TryPop([NotNullWhen(true)] out VertexState? item)
    {
        var bottom = _bottom - 1;
        if (bottom < Volatile.Read(ref _top))
        {
            item = null;
            return false;
        }

        Interlocked.Exchange(ref _bottom, bottom);
        if (bottom < Volatile.Read(ref _top))
        {
            return TryPopContended(out item);
        }

        item = _items[bottom & (_items.Length - 1)]!;
        return true;
    }

    /// <summary>Any thread: moves up to half of the items to <paramref name="thief"/> and returns one of them.</summary>
    internal bool TrySteal(WorkStealingDeque thief, [NotNullWhen(true)] out VertexState? item)
    {
        item = null;
        if (IsEmpty || !_lock.TryEnter())
        {
            return false;
        }

        try
        {
            var top = _top;
            var available = Volatile.Read(ref _bottom) - top;
            var stolen = Math.Min((available + 1) / 2, MaxStolen);
            if (stolen <= 0 || !TryTakeTop(top, stolen))
            {
                return false;
            }

            item = _items[top & (_items.Length - 1)]!;
            for (var i = top + stolen - 1; i > top; i--)
            {
                thief.Push(_items[i & (_items.Length - 1)]!);
            }

            return true;
        }
        finally
        {
            _lock.Exit();
        }
    }

    private bool TryTakeTop(long top, long count)
    {
        Interlocked.Exchange(ref _top, top + count);
        if (top + count <= Volatile.Read(ref _bottom))
        {
            return true;
        }

        Volatile.Write(ref _top, top);
        return false;
    }

    private bool TryPopContended([NotNullWhen(true)] out VertexState? item)
    {
        // A thief has moved the top; under its lock the top is either final or back where it was.
        lock (_lock)
        {
            var bottom = _bottom;
            if (bottom < _top)
            {
                Volatile.Write(ref _bottom, bottom + 1);
                item = null;
                return false;
            }

            item = _items[bottom & (_items.Length - 1)]!;
            return true;
        }
    }

    private void Grow()
    {
        lock (_lock)
        {
            var (top, bottom) = (_top, _bottom);
            if (bottom - top < _items.Length / 2)
            {
                return;
            }

            var larger = new VertexState?[_items.Length * 2];
            for (var i = top; i < bottom; i++)
            {
                larger[i & (larger.Length - 1)] = _items[i & (_items.Length - 1)];
            }

            _items = larger;
        }
    }
}
