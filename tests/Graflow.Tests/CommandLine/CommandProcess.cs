using System.Diagnostics;
using System.Text;
using Graflow.Tests.Engine;

namespace Graflow.Tests.CommandLine;

/// <summary>A program with a command, as a process of its own.</summary>
internal sealed class CommandProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly Task<string> _output;
    private readonly Task _reading;
    private readonly List<(string Line, TaskCompletionSource Seen)> _awaited = [];

    /// <param name="program">The path of the program's assembly.</param>
    /// <param name="environment">What is set beside what this process has.</param>
    /// <param name="args">The command.</param>
    internal CommandProcess(string program, (string Name, string Value)[] environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _reading = ReadErrorsAsync();
    }

    internal int Id => _process.Id;

    /// <summary>Waits until a line was written to standard error.</summary>
    internal Task SeenAsync(string line)
    {
        lock (_errors)
        {
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((line, seen));
            Look();
            return seen.Task.OrHang();
        }
    }

    internal void KillAtOnce() => _process.Kill();

    internal async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync().OrHang();
    }

    /// <summary>Signals again and again: a signal that comes too soon after the first one is taken for its echo.</summary>
    internal Task SignalUntilItEndsAsync(string signal) => Task.Run(async () =>
    {
        while (!_process.HasExited)
        {
            await SignalAsync(signal);
        }
    }).OrHang();

    internal async Task<Commanded> EndAsync()
    {
        await _process.WaitForExitAsync().OrHang();
        await _reading.OrHang();
        return new Commanded(_process.ExitCode, await _output.OrHang(), _errors.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_errors)
            {
                _errors.Append(line).Append('\n');
                Look();
            }
        }
    }

    private void Look()
    {
        var text = _errors.ToString();
        _awaited.Where(awaited => text.Contains(awaited.Line, StringComparison.Ordinal)).ToList().ForEach(static awaited => awaited.Seen.TrySetResult());
    }
}
