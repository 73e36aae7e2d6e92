namespace Graflow.Engine;

/// <summary>Drivers that no run uses.</summary>
internal sealed class DriverPool
{
    private readonly Reserve<RunDriver> _free = new(capacity: 64);

    internal RunDriver Rent() => _free.TryTake(out var driver) ? driver : new RunDriver();

    internal void Return(RunDriver driver) => _free.Return(driver);
}
