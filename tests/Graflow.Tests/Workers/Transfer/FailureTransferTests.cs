using Graflow.CompilerServices;
using Graflow.Payloads;
using Graflow.Resilience;
using Graflow.Workers;
using Xunit;

namespace Graflow.Tests.Workers.Transfer;

public sealed class FailureTransferTests
{
    [Fact]
    public void An_exception_crosses_as_names_and_text()
    {
        var thrown = Thrown(() => throw new FileNotFoundException("no file", new InvalidOperationException("inside")));
        var remote = Assert.IsType<RemoteTaskException>(Cross(thrown));
        Assert.Equal("no file", remote.Message);
        Assert.Equal("System.IO.FileNotFoundException", remote.RemoteType);
        Assert.Equal(["System.IO.FileNotFoundException", "System.IO.IOException", "System.SystemException", "System.Exception"], remote.RemoteTypes);
        Assert.Equal(thrown.ToString(), remote.RemoteStackText);
        Assert.Contains(nameof(An_exception_crosses_as_names_and_text), remote.RemoteStackText, StringComparison.Ordinal);
        Assert.StartsWith(thrown.ToString(), remote.ToString(), StringComparison.Ordinal);
        var inner = Assert.IsType<RemoteTaskException>(remote.InnerException);
        Assert.Equal(("System.InvalidOperationException", "inside"), (inner.RemoteType, inner.Message));
        Assert.Null(inner.InnerException);
    }

    [Fact]
    public void A_remote_exception_is_told_by_the_types_it_had()
    {
        var remote = (RemoteTaskException)Cross(new FileNotFoundException());
        Assert.True(remote.Is<FileNotFoundException>());
        Assert.True(remote.Is<IOException>());
        Assert.False(remote.Is<TimeoutException>());
    }

    [Fact]
    public void A_retry_rule_judges_it_as_it_judges_the_original()
    {
        var onlyIo = new RetryOptions { MaxAttempts = 3, On = ["System.IO.IOException"] };
        Exception[] failures = [new FileNotFoundException(), new TimeoutException(), new OperationCanceledException(), new PayloadException(0, "x"), NotSerializableException.NoCodec(typeof(Action)), new FlowDefinitionException("x"), new Own(), new Incurable()];
        foreach (var failure in failures)
        {
            foreach (var options in new[] { onlyIo, onlyIo with { On = [] }, onlyIo with { On = [typeof(Own).FullName!] } })
            {
                Assert.Equal(RetryRule.Allows(options, 1, failure), RetryRule.Allows(options, 1, Cross(failure)));
                Assert.Equal(RetryRule.Allows(options, 3, failure), RetryRule.Allows(options, 3, Cross(Cross(failure))));
            }
        }
    }

    [Fact]
    public void A_failure_shows_what_was_thrown_there()
    {
        var thrown = Thrown(() => throw new FileNotFoundException("no file"));
        var failure = new TaskFailure("Orders.Fetch", 2, Cross(thrown));
        Assert.Equal(("System.IO.FileNotFoundException", "no file", thrown.ToString()), (failure.ErrorType, failure.Message, failure.StackText));
        Assert.IsType<RemoteTaskException>(failure.Exception);
        Assert.Same(failure.Exception, Assert.IsType<TaskFailedException>(failure.ToException()).InnerException);
    }

    [Fact]
    public void Errors_of_Graflow_that_programs_tell_apart_cross_as_what_they_are()
    {
        Assert.Equal(("GRF101", "GRF101: a cycle"), Same(new FlowDefinitionException("a cycle", "GRF101")));
        Assert.Equal("GRF202", Same(NotSerializableException.NoCodec(typeof(Action))).Id);
        Same(NotSerializableException.TooDeep());
        Same(new AttemptEndedException("over"));
        Same(new ChannelKeyNotFoundException("key"));
        Same(new ChannelTypeException("key", "System.Int32", "System.String"));
        var payload = (PayloadException)Thrown(() => PayloadSerializer.Deserialize<int[]>([9, 0, 0, 0]));
        payload.TaskId = "Orders.Fetch";
        Same(payload);

        static (string? Id, string Message) Same(Exception exception)
        {
            var crossed = Cross(exception);
            Assert.Equal(exception.GetType(), crossed.GetType());
            Assert.Equal(exception.Message, crossed.Message);
            Assert.Equal((exception as GraflowException)!.HelpLink, crossed.HelpLink);
            return ((crossed as GraflowException)!.Id, crossed.Message);
        }
    }

    [Fact]
    public void What_ended_a_worker_crosses_with_all_that_is_known_of_it()
    {
        var loss = new WorkerLoss("process 7 was ended by SIGSEGV", new WorkerExit(null, "SIGSEGV", null), ["one", "two"]);
        foreach (var thrown in new[] { new WorkerCrashedException("Orders.Fetch", 3, loss), new WorkerCrashedException("Orders.Fetch", 2, loss with { Exit = new WorkerExit(139, null, null), ErrorLines = [] }), new WorkerCrashedException("Orders.Fetch", 2) })
        {
            var crossed = Assert.IsType<WorkerCrashedException>(Cross(Cross(thrown)));
            Assert.Equal((thrown.Message, thrown.TaskId, thrown.Deliveries, thrown.ExitCode, thrown.Signal), (crossed.Message, crossed.TaskId, crossed.Deliveries, crossed.ExitCode, crossed.Signal));
            Assert.Equal(thrown.ErrorLines, crossed.ErrorLines);
            Assert.Same(crossed, new TaskFailure("Orders.Fetch", 1, crossed).ToException());
        }
    }

    [Fact]
    public void A_worker_that_did_not_start_and_a_payload_that_is_too_large_cross_as_what_they_are()
    {
        var unstarted = Assert.IsType<WorkerStartException>(Cross(new WorkerStartException("It never served.", new IOException("no disk"), "GRF305")));
        Assert.Equal(("GRF305", "GRF305: It never served."), (unstarted.Id, unstarted.Message));
        var thrown = new PayloadTooLargeException("task Orders.Fetch, its output", 300_000, 262_144);
        var large = Assert.IsType<PayloadTooLargeException>(Cross(Cross(thrown)));
        Assert.Equal((thrown.Message, 300_000, 262_144), (large.Message, large.Size, large.Limit));
    }

    [Fact]
    public void A_kind_that_a_newer_version_wrote_comes_by_its_names_and_what_only_it_has_is_left_out()
    {
        var foreign = Write(new TimeZoneNotFoundException("the clock struck 13"))[1..];
        var failure = Assert.IsType<RemoteTaskException>(Read([200, .. foreign, 3, 0, 0, 0, 7, 8, 9]));
        Assert.Equal(("System.TimeZoneNotFoundException", "the clock struck 13"), (failure.RemoteType, failure.Message));
        Assert.Throws<PayloadException>(() => Read([200, .. foreign, 4, 0, 0, 0, 7, 8, 9]));
        Assert.Throws<PayloadException>(() => Read([200, 255, 0, 0, 0, 0]));
    }

    [Fact]
    public void The_stack_of_an_error_of_Graflow_is_kept()
    {
        var thrown = Thrown(() => throw new FlowDefinitionException("a cycle", "GRF101"));
        Assert.Contains(nameof(The_stack_of_an_error_of_Graflow_is_kept), Cross(thrown).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_exceptions_are_cut()
    {
        Exception chain = new Own();
        for (var i = 0; i < 100; i++)
        {
            chain = new InvalidOperationException(new string('x', 20_000), chain);
        }

        var payload = Write(chain);
        Assert.InRange(payload.Length, 100_000, 200_000);
        var remote = Read(payload);
        var depth = 0;
        for (var inner = remote; inner is not null; inner = inner.InnerException)
        {
            depth++;
        }

        Assert.Equal(8, depth);
        Assert.EndsWith("… (3616 more characters)", remote.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('é')]
    [InlineData('日')]
    public void However_long_its_texts_are_a_failure_is_not_too_large_for_a_fleet(char letter)
    {
        var text = new string(letter, 300_000);
        var payload = Write(new Own(text, new InvalidOperationException(text, new IOException(text))));

        Assert.InRange(payload.Length, 100_000, 200_000);
        var remote = (RemoteTaskException)Read(payload);
        Assert.StartsWith(text[..10_000], remote.Message, StringComparison.Ordinal);
        Assert.EndsWith(" more characters)", remote.Message, StringComparison.Ordinal);
        Assert.Equal((typeof(Own).FullName, typeof(IOException).FullName), (remote.RemoteType, ((RemoteTaskException)remote.InnerException!.InnerException!).RemoteType));
    }

    [Fact]
    public void An_exception_that_cannot_be_read_crosses_all_the_same()
    {
        var remote = (RemoteTaskException)Cross(new Unreadable());
        Assert.Equal(typeof(Unreadable).FullName, remote.RemoteType);
        Assert.Contains("cannot be read", remote.Message, StringComparison.Ordinal);
    }

    internal static Exception Cross(Exception exception) => Read(Write(exception));

    private static byte[] Write(Exception exception)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new PayloadWriter(buffer);
        FailureTransfer.Write(ref writer, exception);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static Exception Read(byte[] payload)
    {
        var reader = new PayloadReader(payload);
        var exception = FailureTransfer.Read(ref reader);
        Assert.Equal(0, reader.Remaining);
        return exception;
    }

    private static Exception Thrown(Action action) => Record.Exception(action)!;

    private sealed class Own(string? message = null, Exception? inner = null) : Exception(message, inner);

    private sealed class Incurable : Exception, INeverRetried;

    private sealed class Unreadable : Exception
    {
        public override string Message => throw new InvalidOperationException();

        public override string ToString() => throw new InvalidOperationException();
    }
}
