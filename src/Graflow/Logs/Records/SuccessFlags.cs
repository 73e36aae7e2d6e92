namespace Graflow.Logs;

/// <summary>What a record of a success has besides its value. The numbers are on disk.</summary>
[Flags]
internal enum SuccessFlags : byte
{
    None = 0,

    /// <summary>The value, or the failure, is that of the frame that the task continued with.</summary>
    OfFrame = 1,

    /// <summary>Side tasks and writes to the channel take effect with it.</summary>
    Effects = 2,

    /// <summary>A signal is the cause: its id comes first.</summary>
    Signal = 4,
}
