using Graflow.Logs;
using Xunit;

namespace Graflow.Tests.Logs;

public sealed class MemoryRunStoreTests : RunStoreContract, IAsyncLifetime, IAsyncDisposable
{
    private readonly MemoryRunStore _store = new(TimeProvider.System);

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private protected override IRunStore Connect() => _store;
}
