using Graflow.CompilerServices;
using Graflow.Logs;
using Graflow.Payloads;

namespace Graflow.Engine;

/// <summary>Why a task or a run failed, in a journal. Ends that programs tell by their type come back as what they were.</summary>
internal static class FailureRecord
{
    private const byte Transferred = 0;
    private const byte TaskTimeout = 1;
    private const byte Deadline = 2;
    private const byte MaxSteps = 3;
    private const byte WaitTimeout = 4;

    internal static void Write(in RecordWriter record, Exception exception)
    {
        switch (exception)
        {
            case TaskTimeoutException { Signal: { } signal } wait:
                record.Byte(WaitTimeout);
                record.Text(wait.TaskId);
                record.Text(signal);
                record.Number((ulong)wait.Limit.Ticks);
                break;
            case TaskTimeoutException timeout:
                record.Byte(TaskTimeout);
                record.Text(timeout.TaskId);
                record.Number((ulong)timeout.Limit.Ticks);
                break;
            case RunDeadlineException deadline:
                record.Byte(Deadline);
                record.Text(deadline.RunId);
                record.Number((ulong)deadline.Deadline.Ticks);
                break;
            case MaxStepsExceededException steps:
                record.Byte(MaxSteps);
                record.Text(steps.TaskId);
                record.Number((ulong)steps.Steps);
                break;
            default:
                record.Byte(Transferred);
                var writer = new PayloadWriter(record.Buffer);
                FailureTransfer.Write(ref writer, exception);
                writer.Flush();
                break;
        }
    }

    internal static Exception Read(ReadOnlyMemory<byte> failure)
    {
        var reader = RecordReader.Within(failure, RecordKind.TaskFailed);
        switch (reader.Byte())
        {
            case TaskTimeout:
                return new TaskTimeoutException(reader.Text() ?? "", TimeSpan.FromTicks((long)reader.ULong()));
            case WaitTimeout:
                return TaskTimeoutException.OfWait(reader.Text() ?? "", reader.Text() ?? "", TimeSpan.FromTicks((long)reader.ULong()));
            case Deadline:
                return new RunDeadlineException(reader.Text() ?? "", TimeSpan.FromTicks((long)reader.ULong()));
            case MaxSteps:
                return new MaxStepsExceededException(reader.Text() ?? "", (long)reader.ULong());
            default:
                var payload = new PayloadReader(reader.Rest().Span);
                return FailureTransfer.Read(ref payload);
        }
    }
}
