using Graflow.Redis.Connections;
using Xunit;

namespace Graflow.Redis.Tests.Connections;

public sealed class JitteredReconnectTests
{
    [Fact]
    public void Each_attempt_waits_another_time_by_chance_and_never_longer_than_a_second()
    {
        var chances = new Queue<double>([0.25, 0.999]);
        JitteredReconnect policy = new(chances.Dequeue);
        Assert.False(policy.ShouldRetry(0, 249));
        Assert.True(policy.ShouldRetry(0, 250));
        Assert.False(policy.ShouldRetry(1, 998));
        Assert.True(policy.ShouldRetry(1, 999));
    }
}
