using Graflow.Logs;

namespace Graflow.Tests.Logs;

public sealed class MemoryRunStoreTests : RunStoreContract, IAsyncDisposable
{
    private readonly MemoryRunStore _store = new(TimeProvider.System);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private protected override IRunStore Connect() => _store;
}
