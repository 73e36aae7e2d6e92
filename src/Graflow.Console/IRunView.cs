namespace Graflow;

/// <summary>A way to show runs. Thread-safe.</summary>
internal interface IRunView : IDisposable
{
    void Show(RunEvent runEvent);
}
