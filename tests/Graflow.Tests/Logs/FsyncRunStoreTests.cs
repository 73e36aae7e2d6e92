using Graflow.Logs;

namespace Graflow.Tests.Logs;

public sealed class FsyncRunStoreTests : RunStoreContract, IDisposable
{
    private readonly LogFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private protected override IRunStore Connect() => _folder.Connect(o => o.Durability = Durability.Fsync);
}
