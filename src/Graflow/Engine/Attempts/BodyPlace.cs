namespace Graflow.Engine;

/// <summary>Where an attempt's body runs outside this process.</summary>
internal abstract class BodyPlace : IDisposable
{
    /// <summary>Waits for what must be there before the attempt's clock starts.</summary>
    internal abstract ValueTask EnterAsync(int priority, bool hasTimeout, CancellationToken cancellationToken);

    /// <summary>Gives back what the attempt held.</summary>
    public abstract void Dispose();
}
