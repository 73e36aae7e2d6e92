namespace Graflow.Plain;

/// <summary>Runs as lines of a log.</summary>
internal sealed class LineView(TextWriter output) : IRunView
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RunLines> _runs = [];
    private bool _isDisposed;

    public void Show(RunEvent runEvent)
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            if (runEvent is RunStarted started)
            {
                _runs[runEvent.RunId] = new RunLines(started);
            }

            if (_runs.TryGetValue(runEvent.RunId, out var run))
            {
                Write(run, runEvent);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            output.Flush();
        }
    }

    private void Write(RunLines run, RunEvent runEvent)
    {
        if (run.Tell(runEvent) is { } line)
        {
            output.WriteLine($"[{runEvent.RunId}] {Wording.OneLine(line)}");
        }

        if (run.HasEnded)
        {
            _runs.Remove(runEvent.RunId);
            output.Flush();
        }
    }
}
