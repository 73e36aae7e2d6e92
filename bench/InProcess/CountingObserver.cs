namespace Graflow.Bench.InProcess;

internal sealed class CountingObserver : IRunObserver
{
    public long Events { get; private set; }

    public void OnEvent(RunEvent runEvent) => Events++;
}
