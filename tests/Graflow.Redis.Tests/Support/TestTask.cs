using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Graflow.Fleets;
using Microsoft.Extensions.Logging;

namespace Graflow.Redis.Tests.Support;

/// <summary>An attempt as a driver hands it over, which writes down what it is told.</summary>
internal sealed class TestTask(string path, string input = "", int number = 1) : QueuedTask
{
    private readonly TaskCompletionSource<string> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What it was told before its end, in order.</summary>
    internal ConcurrentQueue<string> Told { get; } = [];

    /// <summary>The reply, or what there was instead; given once.</summary>
    internal Task<string> End => _end.Task;

    /// <summary>Called at the end, before <see cref="End"/> is.</summary>
    internal Action? Ended { get; init; }

    internal override QueuedAttempt Attempt { get; } = new("r", path, "A", number);

    internal override string Queue => "cpu";

    internal override int Priority => 0;

    internal override void WriteInput(IBufferWriter<byte> request) => request.Write(Encoding.UTF8.GetBytes(input));

    internal override void Complete(ReadOnlyMemory<byte> reply)
    {
        Ended?.Invoke();
        _end.SetResult(Encoding.UTF8.GetString(reply.Span));
    }

    internal override void Fail(Exception exception)
    {
        Ended?.Invoke();
        _end.SetException(exception);
    }

    internal override void Started(string worker, int delivery, TimeSpan ago) => Tell(string.Create(CultureInfo.InvariantCulture, $"started {worker} {delivery} {ago.TotalMilliseconds}"));

    internal override void Output(OutputStream stream, string line) => Tell($"{stream} {line}");

    internal override void Log(LogLevel level, string message) => Tell($"{level} {message}");

    internal override void Progress(double fraction, string? text) => Tell(string.Create(CultureInfo.InvariantCulture, $"{fraction} {text ?? "-"}"));

    internal override void CancelRun(string reason) => Tell($"cancel {reason}");

    private void Tell(string line)
    {
        if (_end.Task.IsCompleted)
        {
            throw new InvalidOperationException($"'{line}' was told after the end.");
        }

        Told.Enqueue(line);
    }
}
