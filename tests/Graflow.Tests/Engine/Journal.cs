using System.Collections.Concurrent;

namespace Graflow.Tests.Engine;

/// <summary>What bodies did, in order.</summary>
internal sealed class Journal
{
    private readonly ConcurrentQueue<string> _entries = new();

    public IReadOnlyList<string> Entries => [.. _entries];

    public void Add(string entry) => _entries.Enqueue(entry);

    public int Count(string entry) => _entries.Count(known => known == entry);

    /// <summary>A task that adds one, writes itself down, and yields the sum.</summary>
    public TaskNode<int, int> Step(string id, int add = 1) => Flow.Task(id, (int x) =>
    {
        Add(id);
        return x + add;
    });

    /// <summary>A task that writes itself down and fails.</summary>
    public TaskNode<int, int> Failing(string id) => Flow.Task<int, int>(id, (int _) =>
    {
        Add(id);
        throw new InvalidDataException($"{id} is broken");
    });
}
