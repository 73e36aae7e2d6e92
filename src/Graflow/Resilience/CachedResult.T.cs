namespace Graflow.Resilience;

internal sealed class CachedResult<T>(object key) : CachedResult(key)
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal T Value { get; private set; } = default!;

    /// <summary>Whether there is a value; completes when the one who runs is done, well or not.</summary>
    internal Task<bool> Done => _done.Task;

    internal bool HasValue { get; private set; }

    internal void Succeed(T value)
    {
        Value = value;
        HasValue = true;
        _done.TrySetResult(true);
    }

    internal void Fail() => _done.TrySetResult(false);
}
