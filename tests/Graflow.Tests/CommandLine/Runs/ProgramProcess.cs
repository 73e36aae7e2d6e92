using System.Diagnostics;
using System.Text;
using Graflow.Tests.Engine;
using Graflow.Tests.Workers.Running;

namespace Graflow.Tests.CommandLine.Runs;

/// <summary>The test program with a command, as a process of its own.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly Task<string> _output;
    private readonly Task _reading;
    private readonly List<(string Line, TaskCompletionSource Seen)> _awaited = [];

    private ProgramProcess(string[] args, bool holds)
    {
        var start = new ProcessStartInfo("dotnet", [Children.Program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (holds)
        {
            start.Environment["GRAFLOW_TEST_HOLDS"] = "1";
        }

        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _reading = ReadErrorsAsync();
    }

    internal int Id => _process.Id;

    /// <summary>Starts a command; the body that can stand still does so if it is told to hold.</summary>
    internal static ProgramProcess Start(bool holds, params string[] args) => new(args, holds);

    /// <summary>Does a command.</summary>
    internal static async Task<Commanded> RunAsync(params string[] args)
    {
        using var program = Start(holds: false, args);
        return await program.EndAsync();
    }

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

    /// <summary>Asks it to end, as a service manager does.</summary>
    internal async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync().OrHang();
    }

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
