namespace Graflow.Engine;

/// <summary>Drivers that no run uses, so that a steady load of runs allocates none.</summary>
internal sealed class DriverPool
{
    private const int Capacity = 64;

    private readonly Lock _lock = new();
    private readonly Stack<RunDriver> _free = new();
    private RunDriver? _last;

    internal RunDriver Rent() => Interlocked.Exchange(ref _last, null) ?? TakeFree() ?? new RunDriver();

    internal void Return(RunDriver driver)
    {
        if (Interlocked.CompareExchange(ref _last, driver, null) is null)
        {
            return;
        }

        lock (_lock)
        {
            if (_free.Count < Capacity)
            {
                _free.Push(driver);
            }
        }
    }

    private RunDriver? TakeFree()
    {
        lock (_lock)
        {
            return _free.TryPop(out var driver) ? driver : null;
        }
    }
}
