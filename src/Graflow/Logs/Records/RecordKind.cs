namespace Graflow.Logs;

/// <summary>What a record of a journal tells. The numbers are on disk.</summary>
internal enum RecordKind : byte
{
    RunStarted = 1,
    RunResumed = 2,
    TaskStarted = 3,
    TaskSucceeded = 4,
    TaskContinued = 5,
    TaskFailed = 6,
    TaskCancelled = 7,
    TaskSkipped = 8,
    GroupSettled = 9,
    RaceDecided = 10,
    LimitExpired = 11,
    TimerStarted = 12,
    FrameOpened = 13,
    ChannelChanged = 14,
    SignalReceived = 15,
    RunSucceeded = 17,
    RunFailed = 18,
    RunCancelled = 19,
    InputReplaced = 21,
    MapStarted = 22,
    WaitOpened = 23,
    RunSuspended = 24,
    StructureAdded = 25,
    Compacted = 26,
}
