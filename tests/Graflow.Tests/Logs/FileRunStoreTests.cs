using Graflow.Logs;

namespace Graflow.Tests.Logs;

public sealed class FileRunStoreTests : RunStoreContract, IDisposable
{
    private readonly LogFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private protected override IRunStore Connect() => _folder.Connect();
}
