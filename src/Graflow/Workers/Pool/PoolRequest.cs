namespace Graflow.Workers;

/// <summary>Somebody who wants one of a pool's slots. Its state is guarded by the pool.</summary>
internal abstract class PoolRequest
{
    /// <summary>Higher comes first.</summary>
    internal abstract int Priority { get; }

    internal RequestState State { get; set; }

    /// <summary>The place in line, kept when a worker is lost.</summary>
    internal long Sequence { get; set; } = -1;

    /// <summary>There will be no slot.</summary>
    internal abstract void Refuse(Exception reason);
}
