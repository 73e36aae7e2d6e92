using Graflow.Redis.Tasks;
using Xunit;

namespace Graflow.Redis.Tests.Tasks;

public sealed class QueuePickerTests
{
    [Fact]
    public void Each_queue_is_picked_as_often_as_its_weight_says_evenly_mixed()
    {
        QueuePicker picker = new(("a", 5), ("b", 1), ("c", 1));
        Assert.Equal([0, 0, 1, 0, 2, 0, 0, 0, 0, 1, 0, 2, 0, 0], Enumerable.Range(0, 14).Select(_ => picker.Next()));
    }

    [Fact]
    public void Weights_are_at_least_one_and_there_is_a_queue()
    {
        Assert.ThrowsAny<ArgumentException>(() => new QueuePicker());
        Assert.ThrowsAny<ArgumentException>(() => new QueuePicker(("a", 0)));
    }
}
