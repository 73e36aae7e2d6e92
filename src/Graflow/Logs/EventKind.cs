namespace Graflow.Logs;

/// <summary>What an <see cref="EventRecord"/> tells.</summary>
internal enum EventKind : byte
{
    RunStarted,
    TaskStarted,
    TaskSucceeded,
    TaskFailed,
    TaskSkipped,
    TaskCancelled,
    TaskContinued,
    TaskProgressed,
    MapStarted,
    GroupSettled,
    ChannelChanged,
    RunEnded,
    TaskLogged,
    TaskRedelivered,
    WaitStarted,
    SignalReceived,
    RunResumed,
}
