using Graflow.Redis.Connections;
using Xunit;

namespace Graflow.Redis.Tests.Connections;

public sealed class JitteredReconnectTests
{
    [Fact]
    public void An_attempt_has_its_whole_time_limit_and_up_to_a_second_more_by_chance()
    {
        var chances = new Queue<double>([0, 0, 0.25, 0.25, 0.999, 0.999]);
        JitteredReconnect policy = new(TimeSpan.FromSeconds(5), chances.Dequeue);
        Assert.False(policy.ShouldRetry(0, 4999));
        Assert.True(policy.ShouldRetry(0, 5000));
        Assert.False(policy.ShouldRetry(1, 5249));
        Assert.True(policy.ShouldRetry(1, 5250));
        Assert.False(policy.ShouldRetry(2, 5998));
        Assert.True(policy.ShouldRetry(2, 5999));
    }
}
