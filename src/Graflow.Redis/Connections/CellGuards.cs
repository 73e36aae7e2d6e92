using Graflow.Redis.Keys;

namespace Graflow.Redis.Connections;

/// <summary>Which cells are on a server that was looked at since the way there last changed: what is on the other end of a new connection, or of a slot that has moved, may be another server. Thread-safe.</summary>
/// <param name="cells">How many there are.</param>
/// <param name="check">Looks at the server that has a cell now; throws where it is not fit.</param>
internal sealed class CellGuards(int cells, Func<RedisCell, Task> check)
{
    private readonly Lock _gate = new();
    private readonly int[] _passed = new int[cells];
    private readonly Dictionary<(int Cell, int Way), Task> _checks = [];
    private int _way = 1;

    /// <summary>Whether calls for the cell may be sent.</summary>
    internal bool Passes(RedisCell cell) => Volatile.Read(ref _passed[cell.Number]) == Volatile.Read(ref _way);

    /// <summary>All servers were looked at.</summary>
    internal void PassAll() => Array.Fill(_passed, _way);

    /// <summary>The way to a server has changed.</summary>
    internal void Renew() => Interlocked.Increment(ref _way);

    /// <summary>Lets calls for the cell pass once its server was looked at; who comes meanwhile waits for the same look.</summary>
    internal Task PassAsync(RedisCell cell)
    {
        lock (_gate)
        {
            var key = (cell.Number, Volatile.Read(ref _way));
            if (!_checks.TryGetValue(key, out var checking))
            {
                _checks.Add(key, checking = CheckAsync(cell, key));
            }

            return checking;
        }
    }

    private async Task CheckAsync(RedisCell cell, (int Cell, int Way) key)
    {
        // It is known to others before it ends.
        await Task.Yield();
        try
        {
            await check(cell).ConfigureAwait(false);
            Volatile.Write(ref _passed[cell.Number], key.Way);
        }
        finally
        {
            lock (_gate)
            {
                _checks.Remove(key);
            }
        }
    }
}
