using System.Diagnostics;
using System.Text;
using Graflow.Tests.Engine;

namespace Graflow.Redis.Tests.Support;

/// <summary>A process of one of the tests' programs, for real; killed with the test.</summary>
internal sealed class TestProcess : IAsyncDisposable
{
    internal const string Program = "Graflow.Redis.TestProgram";

    internal const string OlderProgram = "Graflow.Redis.OlderProgram";

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private TestProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                _errors.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
    }

    internal int Id => _process.Id;

    internal bool HasExited => _process.HasExited;

    internal static TestProcess Start(string program, params string[] arguments)
    {
        // In its own folder, where everything is that it needs.
        var path = Path.Combine(AppContext.BaseDirectory.Replace("Graflow.Redis.Tests", program, StringComparison.Ordinal), $"{program}.dll");
        ProcessStartInfo start = new("dotnet", [path, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return new TestProcess(System.Diagnostics.Process.Start(start)!);
    }

    /// <summary>Its next line; an error with all that it said when there is none.</summary>
    internal async Task<string> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync().OrHang() ?? throw await EndedAsync();

    internal async Task AwaitLineAsync(string expected)
    {
        if (await ReadLineAsync() is var line && line != expected)
        {
            throw new InvalidOperationException($"It said '{line}' instead of '{expected}'.");
        }
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    internal void Kill() => _process.Kill();

    /// <param name="name">Such as STOP, CONT or TERM.</param>
    internal void Signal(string name)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{name}", $"{Id}"]);
        kill.WaitForExit();
    }

    internal async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().OrHang();
        return _process.ExitCode;
    }

    /// <summary>Its resident memory, in bytes.</summary>
    internal long ResidentMemory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task<Exception> EndedAsync()
    {
        var code = await ExitAsync();
        lock (_errors)
        {
            return new InvalidOperationException($"The process ended with {code}: {_errors}");
        }
    }
}
