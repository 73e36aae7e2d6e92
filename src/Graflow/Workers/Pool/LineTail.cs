namespace Graflow.Workers;

/// <summary>The last lines of something long. Thread-safe.</summary>
internal sealed class LineTail
{
    private const int Count = 20;
    private const int MaxLength = 500;

    private readonly Queue<string> _lines = new(Count);

    internal void Add(string line)
    {
        lock (_lines)
        {
            if (_lines.Count == Count)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line.Length > MaxLength ? $"{line[..MaxLength]}…" : line);
        }
    }

    internal IReadOnlyList<string> Take()
    {
        lock (_lines)
        {
            return [.. _lines];
        }
    }
}
