using System.Text;

namespace Graflow.Redis.Keys;

/// <summary>All cells of a fleet, and which of them a run is in.</summary>
internal sealed class RedisCells
{
    private readonly RedisCell[] _cells;

    internal RedisCells(string prefix, int count)
    {
        _cells = [.. Enumerable.Range(0, count).Select(number => At(prefix, number))];
    }

    internal IReadOnlyList<RedisCell> All => _cells;

    internal static RedisCell At(string prefix, int number) => new(number, $"{{{prefix}:{number}}}:");

    internal RedisCell Of(string runId) => _cells[(int)(Hash(runId) % (uint)_cells.Length)];

    // FNV-1a: every process of a fleet, of any version, must come to the same cell, which string.GetHashCode does not promise.
    private static uint Hash(string text)
    {
        var hash = 2_166_136_261u;
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ value) * 16_777_619u);
        }

        return hash;
    }
}
