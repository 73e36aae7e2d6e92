using System.Text.Json;
using Graflow.Json;

namespace Graflow.Running;

/// <summary>Tells the events of a run as lines of JSON.</summary>
internal sealed class EventWriter(TextWriter output) : IRunObserver
{
    public void OnEvent(RunEvent runEvent) => output.WriteLine(JsonSerializer.Serialize(LineOf(runEvent), DocumentJson.Relaxed.EventLine));

    internal static EventLine LineOf(RunEvent happened)
    {
        var line = new EventLine(happened.RunId, happened.Sequence, happened.Time, JsonNamingPolicy.CamelCase.ConvertName(happened.GetType().Name))
        {
            Task = (happened as TaskEvent)?.TaskId,
        };
        return happened switch
        {
            RunStarted started => line with { Message = started.Workflow },
            RunFailed failed => line with { Message = failed.Error.Message },
            RunCancelled cancelled => line with { Message = cancelled.Reason },
            TaskStarted started => line with { Attempt = started.Attempt, Worker = started.Worker },
            TaskFailed failed => line with { Attempt = failed.Failure.Attempts, Message = failed.Failure.Message },
            TaskContinued continued => line with { Message = continued.Target },
            TaskProgressed progressed => line with { Fraction = progressed.Fraction, Message = progressed.Text },
            TaskLogged logged => line with { Message = logged.Line },
            TaskRedelivered lost => line with { Message = lost.Reason },
            GroupSettled group => line with { Succeeded = group.Succeeded, Failed = group.Failed.Count },
            WaitStarted wait => line with { Message = wait.Name },
            SignalReceived signal => line with { Message = signal.Name },
            ChannelChanged changed => line with { Message = changed.Key },
            _ => line,
        };
    }
}
