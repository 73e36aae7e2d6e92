public sealed partial class Service : IDisposable
{
    [Task] public int Sync(int x) => x;

    [Task] public void Nothing(int x, CancellationToken ct) { }

    [Task] public async Task<int> Async(int x)
    {
        await Task.Yield();
        return x;
    }

    [Task] public async Task NothingAsync() => await Task.Yield();

    [Task] public Next<int> Jump(int x) => x;

    public void Dispose() { }
}

public partial class NeedsServices(IFormatProvider format)
{
    [Task] public string Say(int x) => x.ToString(format);
}

public abstract partial class Abstract
{
    [Task] public int Sync(int x) => x;
}
