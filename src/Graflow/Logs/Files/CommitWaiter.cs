namespace Graflow.Logs;

/// <summary>A task that ends with a commit.</summary>
internal sealed class CommitWaiter : IThreadPoolWorkItem
{
    private readonly TaskCompletionSource _source = new();

    internal Task Task => _source.Task;

    public void Execute() => _source.SetResult();
}
