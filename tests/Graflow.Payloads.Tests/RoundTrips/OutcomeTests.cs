using Xunit;

namespace Graflow.Payloads.Tests.RoundTrips;

/// <summary>What tolerant groups yield.</summary>
public sealed class OutcomeTests
{
    private static readonly TaskFailure Failure = new("eu/Orders.Fetch[3]#2", 3, Thrown());

    [Fact]
    public void A_value_comes_back()
    {
        Assert.Equal(7, Cross(new Outcome<int>(7)).Value);
        Assert.Equal("a", Cross(new Outcome<string>("a")).Value);
        Assert.Null(Cross(new Outcome<string?>(null)).Value);
    }

    [Theory]
    [InlineData(OutcomeKind.NotSettled)]
    [InlineData(OutcomeKind.Failed)]
    [InlineData(OutcomeKind.Skipped)]
    [InlineData(OutcomeKind.Cancelled)]
    public void Whatever_else_came_of_it_comes_back(OutcomeKind kind)
    {
        var read = Cross(new Outcome<string>(kind, failure: null));
        Assert.Equal((kind, null), (read.Kind, read.Failure));
        Assert.Equal("Orders.Fetch", Cross(new Outcome<string>(kind, new TaskFailure("Orders.Fetch", 1, Thrown()))).Failure!.TaskId);
    }

    [Fact]
    public void A_failure_keeps_all_but_the_exception_and_throws_itself()
    {
        var outcome = Cross(Cross(new Outcome<int>(OutcomeKind.Failed, Failure)));
        var read = outcome.Failure!;
        Assert.Equal((Failure.TaskId, Failure.Attempts, Failure.ErrorType, Failure.Message, Failure.StackText), (read.TaskId, read.Attempts, read.ErrorType, read.Message, read.StackText));
        Assert.Equal("System.IO.FileNotFoundException", read.ErrorType);
        Assert.Contains(nameof(Thrown), read.StackText, StringComparison.Ordinal);
        Assert.Null(read.Exception);
        var thrown = Assert.Throws<TaskFailedException>(() => outcome.Value);
        Assert.Same(read, thrown.Failure);
        Assert.Equal("eu/Orders.Fetch[3]#2 failed after 3 attempts: no file", thrown.Message);
        Assert.Null(thrown.InnerException);
    }

    [Fact]
    public void A_kind_that_does_not_exist_is_refused()
    {
        var payload = PayloadSerializer.Serialize(new Outcome<int>(7));
        payload[1] = 5;
        Assert.Contains("No OutcomeKind is \"5\"", Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<Outcome<int>>(payload)).Message, StringComparison.Ordinal);
        payload[0] = 255;
        Assert.Contains("Outcome<int> is null", Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<Outcome<int>>(payload)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_value_says_where_it_is()
    {
        var payload = PayloadSerializer.Serialize(new Outcome<List<string>>(["a"]));
        payload[2] = 99;
        Assert.Equal("Outcome<List<string>>.Value", Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<Outcome<List<string>>>(payload)).MemberPath);
    }

    private static Outcome<T> Cross<T>(Outcome<T> outcome) => PayloadSerializer.Deserialize<Outcome<T>>(PayloadSerializer.Serialize(outcome));

    private static Exception Thrown() => Record.Exception((Action)(static () => throw new FileNotFoundException("no file")))!;
}
