namespace Graflow.Redis.Tasks;

/// <summary>A task's input: bytes, or the name of bytes that the run has stored already, such as the input of another of its tasks.</summary>
/// <param name="Bytes">The input; null when it is stored.</param>
/// <param name="Name">What it is stored as, if it is large; by default the task's own path.</param>
internal readonly record struct TaskInput(byte[]? Bytes, string? Name = null)
{
    /// <summary>What was stored under a name before.</summary>
    internal static TaskInput Stored(string name) => new(null, name);
}
