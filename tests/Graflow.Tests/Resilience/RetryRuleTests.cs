using Graflow.Resilience;
using Xunit;

namespace Graflow.Tests.Resilience;

public sealed class RetryRuleTests
{
    private static readonly RetryOptions Any = new() { MaxAttempts = 3 };
    private static readonly RetryOptions OnlyIo = Any with { On = ["System.IO.IOException"] };

    [Fact]
    public void The_last_attempt_is_followed_by_none()
    {
        Assert.True(RetryRule.Allows(Any, 2, new IOException()));
        Assert.False(RetryRule.Allows(Any, 3, new IOException()));
        Assert.True(RetryRule.Allows(Any, 2, Remote("X")));
        Assert.False(RetryRule.Allows(Any, 3, Remote("X")));
    }

    [Fact]
    public void Only_the_named_exceptions_and_those_derived_from_them_are_retried()
    {
        Assert.True(RetryRule.Allows(OnlyIo, 1, new IOException()));
        Assert.True(RetryRule.Allows(OnlyIo, 1, new FileNotFoundException()));
        Assert.False(RetryRule.Allows(OnlyIo, 1, new TimeoutException()));
        Assert.False(RetryRule.Allows(OnlyIo, 1, new InvalidOperationException("outer", new IOException())));
    }

    [Fact]
    public void A_failure_from_elsewhere_is_judged_by_its_names()
    {
        Assert.True(RetryRule.Allows(OnlyIo, 1, Remote("Shop.DiskException", "System.IO.IOException", "System.Exception")));
        Assert.False(RetryRule.Allows(OnlyIo, 1, Remote("System.TimeoutException", "System.Exception")));
    }

    [Fact]
    public void What_another_attempt_cannot_cure_is_not_retried()
    {
        Assert.False(RetryRule.Allows(Any, 1, new FlowDefinitionException("a cycle", "GRF101")));
        Assert.False(RetryRule.Allows(Any with { On = ["System.Exception"] }, 1, new IncurableException()));
        Assert.False(RetryRule.Allows(Any, 1, new PayloadException(offset: 0, "cut off")));
        Assert.False(RetryRule.Allows(Any, 1, NotSerializableException.NoCodec(typeof(Action))));
    }

    [Fact]
    public void What_another_attempt_cannot_cure_stays_so_when_it_comes_from_elsewhere() =>
        Assert.False(RetryRule.Allows(Any with { On = ["System.Exception"] }, 1, new RemoteTaskException("", ["X", "System.Exception"], "", ruleId: null, isNeverRetried: true, inner: null)));

    private static RemoteTaskException Remote(params string[] types) => new("", types, "", ruleId: null, isNeverRetried: false, inner: null);

    private sealed class IncurableException : Exception, INeverRetried;
}
