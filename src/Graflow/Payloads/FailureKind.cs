namespace Graflow.Payloads;

/// <summary>
/// Which of the exceptions that cross as what they are it is. The numbers are on the wire and in logs.
/// A kind that is added is written as <see cref="Foreign"/> is, and then what only it has, with its length before it: for whoever does not know it yet, it is a <see cref="RemoteTaskException"/>.
/// </summary>
internal enum FailureKind : byte
{
    /// <summary>Any other: it crosses as a <see cref="RemoteTaskException"/>.</summary>
    Foreign = 0,
    NotSerializable = 1,
    Payload = 2,
    Definition = 3,
    AttemptEnded = 4,
    ChannelType = 5,
    ChannelKeyNotFound = 6,
    TaskTimeout = 7,
    WorkerCrashed = 8,
    WorkerStart = 9,
    PayloadTooLarge = 10,
}
