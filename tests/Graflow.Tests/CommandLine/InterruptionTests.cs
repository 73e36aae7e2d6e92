using Graflow.Running;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.CommandLine;

public sealed class InterruptionTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Interruption _interruption;

    public InterruptionTests() => _interruption = new Interruption(_clock, listens: false);

    public void Dispose() => _interruption.Dispose();

    [Fact]
    public void A_signal_that_is_delivered_twice_in_a_moment_is_one()
    {
        Assert.Equal(InterruptKind.First, _interruption.Ask());
        Assert.True(_interruption.Token.IsCancellationRequested);
        Assert.Equal(InterruptKind.Echo, _interruption.Ask());
        _clock.Advance(Interruption.EchoTime - TimeSpan.FromTicks(1));
        Assert.Equal(InterruptKind.Echo, _interruption.Ask());
    }

    [Fact]
    public void A_signal_that_comes_later_is_a_second_one_however_many_echoes_came()
    {
        _interruption.Ask();
        _clock.Advance(Interruption.EchoTime / 2);
        _interruption.Ask();
        _clock.Advance(Interruption.EchoTime / 2);
        Assert.Equal(InterruptKind.Second, _interruption.Ask());
    }

    [Fact]
    public void Of_signals_on_many_threads_one_is_the_first()
    {
        for (var round = 0; round < 200; round++)
        {
            using var interruption = new Interruption(_clock, listens: false);
            using var together = new Barrier(4);
            var kinds = new InterruptKind[4];
            var threads = Enumerable.Range(0, 4).Select(i => new Thread(() =>
            {
                together.SignalAndWait();
                kinds[i] = interruption.Ask();
            })).ToList();
            threads.ForEach(static thread => thread.Start());
            threads.ForEach(static thread => thread.Join());
            Assert.Single(kinds, InterruptKind.First);
            Assert.DoesNotContain(InterruptKind.Second, kinds);
        }
    }

    [Fact]
    public void A_signal_that_comes_as_the_command_ends_is_no_failure()
    {
        _interruption.Dispose();
        Assert.Equal(InterruptKind.First, _interruption.Ask());
        Assert.False(_interruption.Token.IsCancellationRequested);
    }
}
