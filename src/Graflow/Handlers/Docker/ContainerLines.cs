using Graflow.Workers;

namespace Graflow.Handlers.Docker;

/// <summary>The lines that a container prints: kept until somebody wants them. Thread-safe.</summary>
internal sealed class ContainerLines
{
    private readonly Lock _lock = new();
    private readonly LineTail _errors = new();
    private List<(OutputStream Stream, string Line)>? _early = [];

    internal IReadOnlyList<string> LastErrors => _errors.Take();

    internal Action<OutputStream, string>? Receiver
    {
        get;
        set
        {
            lock (_lock)
            {
                field = value;
                if (value is not null)
                {
                    _early?.ForEach(early => value(early.Stream, early.Line));
                    _early = null;
                }
            }
        }
    }

    internal void AddError(string line)
    {
        _errors.Add(line);
        Add(OutputStream.StandardError, line);
    }

    internal void Add(OutputStream stream, string line)
    {
        lock (_lock)
        {
            _early?.Add((stream, line));
            Receiver?.Invoke(stream, line);
        }
    }
}
