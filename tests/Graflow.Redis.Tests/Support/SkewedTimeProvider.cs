namespace Graflow.Redis.Tests.Support;

/// <summary>The clock of a machine that nobody has set.</summary>
internal sealed class SkewedTimeProvider(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
