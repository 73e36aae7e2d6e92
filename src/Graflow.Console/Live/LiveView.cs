namespace Graflow.Live;

/// <summary>Runs as trees at the end of a terminal, drawn ten times a second; an event costs no drawing.</summary>
internal sealed class LiveView : IRunView
{
    private const int FullTreesPerSecond = 8;
    private const int MaxLinesOfEndedRun = 40;
    private const int MaxWaitingText = 1 << 16;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly ConsoleGate _gate = new();
    private readonly Terminal _terminal;
    private readonly TimeProvider _time;
    private readonly LiveScreen _screen;
    private readonly Painter _painter;
    private readonly Glyphs _glyphs;
    private readonly ITimer _timer;
    private readonly ConsoleCapture? _capture;
    private readonly OrderedDictionary<string, RunTree> _runs = [];
    private long _second;
    private int _fullTrees;
    private int _untold;
    private bool _isDisposed;
    private int _waitingText;

    internal LiveView(Terminal terminal, TimeProvider time)
    {
        _terminal = terminal;
        _time = time;
        _screen = new LiveScreen(terminal);
        _painter = new Painter(terminal.Colors);
        _glyphs = new Glyphs(terminal.HasUnicode);
        _timer = time.CreateTimer(static view => ((LiveView)view!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (terminal.IsConsole)
        {
            _capture = new ConsoleCapture(Pass);
            AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        }
    }

    public void Show(RunEvent runEvent)
    {
        using var gate = _gate.Enter();
        if (_isDisposed)
        {
            return;
        }

        if (runEvent is RunStarted started)
        {
            Begin(started);
        }
        else if (_runs.TryGetValue(runEvent.RunId, out var run))
        {
            run.Apply(runEvent);
            End(run);
        }
    }

    public void Dispose()
    {
        using (_gate.Enter())
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            TellUntold();
            Leave();
        }

        _timer.Dispose();
        _capture?.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
    }

    /// <summary>Text that somebody else writes to the console.</summary>
    internal void Pass(PassingWriter writer, string text)
    {
        using var gate = _gate.Enter();
        if (_runs.Count == 0 || _isDisposed)
        {
            _screen.WriteThrough(text);
            return;
        }

        var lines = writer.TakeLines(text);
        _screen.AddAbove(lines);
        _waitingText += lines.Length;
        if (_waitingText > MaxWaitingText)
        {
            Draw();
        }
    }

    private void OnProcessExit(object? sender, EventArgs e) => Dispose();

    private void Begin(RunStarted started)
    {
        _runs[started.RunId] = new RunTree(started);
        if (_runs.Count == 1)
        {
            _timer.Change(Interval, Timeout.InfiniteTimeSpan);
        }
    }

    private void End(RunTree run)
    {
        if (!run.HasEnded)
        {
            return;
        }

        _runs.Remove(run.RunId);
        Tell(run);
        if (_runs.Count == 0)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Leave();
        }
    }

    /// <summary>A run that ended stays on the terminal; of many short ones only the first, and those that did not succeed.</summary>
    private void Tell(RunTree run)
    {
        var second = _time.GetUtcNow().ToUnixTimeSeconds();
        if (second != _second)
        {
            TellUntold();
            (_second, _fullTrees) = (second, 0);
        }

        if (++_fullTrees > FullTreesPerSecond && run.Status == RunStatus.Succeeded)
        {
            _untold++;
            return;
        }

        var picture = Picture(run);
        AddAbove(_fullTrees > FullTreesPerSecond ? [picture.LastLine()] : [.. picture.Lines(MaxLinesOfEndedRun), picture.LastLine()]);
    }

    private void TellUntold()
    {
        if (_untold > 0)
        {
            AddAbove([new StyledLine().Add($"{_glyphs.Of(TaskState.Succeeded, default)} {Wording.Of(_untold)} more runs succeeded", Glyphs.Good)]);
            _untold = 0;
        }
    }

    private void AddAbove(IEnumerable<StyledLine> lines)
    {
        foreach (var line in _painter.Paint(lines, Width))
        {
            _screen.AddAbove(line);
            _screen.AddAbove("\n");
        }
    }

    private void Tick()
    {
        using var gate = _gate.Enter();
        if (_runs.Count > 0 && !_isDisposed)
        {
            Draw();
            _timer.Change(Interval, Timeout.InfiniteTimeSpan);
        }
    }

    private void Draw()
    {
        _waitingText = 0;
        _screen.Draw(_painter.Paint(LiveLines(), Width));
    }

    /// <summary>Shares the terminal's height among the runs; one row stays free for the cursor.</summary>
    private List<StyledLine> LiveLines()
    {
        var room = Math.Max(1, _terminal.Size().Height - 1);
        var shown = _runs.Count <= room ? _runs.Count : room - 1;
        var lines = new List<StyledLine>();
        for (var i = 0; i < shown; i++)
        {
            var rest = room - lines.Count - (_runs.Count > shown ? 1 : 0);
            lines.AddRange(Picture(_runs.GetAt(i).Value).Lines(rest / (shown - i)));
        }

        if (shown < _runs.Count)
        {
            lines.Add(new StyledLine().Add($"{_glyphs.More} {Wording.Of(_runs.Count - shown)} more runs", Glyphs.Dim));
        }

        return lines;
    }

    /// <summary>Draws a last time, and leaves the lines where they are.</summary>
    private void Leave()
    {
        Draw();
        _screen.Release();
        foreach (var writer in _capture?.Writers ?? [])
        {
            _screen.WriteThrough(writer.TakeRest());
        }
    }

    private RunPicture Picture(RunTree run) => new(run, _glyphs, _time.GetUtcNow(), Width);

    // The last column stays free: some terminals begin a new line when it is filled.
    private int Width => Math.Max(20, _terminal.Size().Width) - 1;
}
