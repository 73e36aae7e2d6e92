namespace Graflow.Redis.Clients;

/// <summary>The end of a run to come, whatever its workflow takes.</summary>
internal interface IAwaitedEnd<TOut>
{
    Task<TOut> WaitAsync(CancellationToken ct);
}
