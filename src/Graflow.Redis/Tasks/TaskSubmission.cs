using Graflow.Redis.Scripts;

namespace Graflow.Redis.Tasks;

/// <summary>One attempt of a task that some worker is to run.</summary>
/// <param name="Path">Its place in the run, with its iteration: unique among the run's tasks.</param>
/// <param name="Queue">The queue that it waits in.</param>
/// <param name="TaskId">What a worker finds its body by.</param>
/// <param name="Input">What it works on.</param>
internal sealed record TaskSubmission(string Path, string Queue, string TaskId, TaskInput Input)
{
    // Beyond it, an order of coming no longer fits beside the priority in a double.
    private const int MaxPriority = 255;

    /// <summary>Higher runs first; beyond ±255 there is no difference.</summary>
    internal int Priority
    {
        get;
        init => field = Math.Clamp(value, -MaxPriority, MaxPriority);
    }

    internal int Attempt { get; init; } = 1;

    internal string? TraceParent { get; init; }

    /// <summary>What else the worker is to know: bytes that Redis does not look into.</summary>
    internal byte[]? Extra { get; init; }

    /// <exception cref="PayloadTooLargeException">What it brings is too large.</exception>
    internal void Check()
    {
        PayloadSize.Check(Input.Bytes ?? [], $"task {Path}");
        PayloadSize.Check(Extra ?? [], $"task {Path}");
    }

    internal void AddTo(Arguments arguments)
    {
        var stored = Input.Bytes is { Length: <= PayloadSize.Inline } ? "" : Input.Name ?? Path;
        arguments.Add(Path).Add(Priority).Add(TaskSpec.Write(this, stored)).Add(stored).Add(stored.Length > 0 ? Input.Bytes ?? [] : []);
    }
}
