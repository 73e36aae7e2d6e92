using System.Buffers;
using Graflow.Channels;
using Graflow.Dsl;
using Graflow.Payloads.Tests.Fuzzing;
using Graflow.Tests.Support;
using Graflow.Workers;
using Xunit;

namespace Graflow.Tests.Workers.Transfer;

/// <summary>What crosses may have been changed on the way: it is read as something, or refused by a typed exception, within memory.</summary>
public sealed class TransferFuzzTests
{
    private const int Cases = 100_000;

    // As much for each byte, and as much for an exception and its text.
    private const int BytesForEachByte = 256;
    private const int BytesForEachCase = 64 * 1024;

    private static readonly TestNode<int, string> Say = new TestNode<int, string>("Fuzz.Say", static n => $"{n}").Registered();
    private static readonly TestNode<string, string> Cut = new TestNode<string, string>("Fuzz.Cut", static s => s[..1]).Registered();

    [Fact]
    public void A_changed_reply_is_a_reply_or_a_typed_exception()
    {
        var full = new AttemptRequests<int>();
        full.SetNextInput(3, "");
        full.SideTasks.Add(new NextTarget<int>(Say.As("eu").With(static o => o.Retry = new() { MaxAttempts = 2, On = ["X"] }), 1));
        full.Writer.Set("key", "value", TimeSpan.FromSeconds(1));
        full.Writer.Append("list", 1);
        full.Writer.Increment("count");
        full.Writer.Delete("key");
        byte[][] replies =
        [
            Reply(writer => AttemptReply.Write<int, string>(writer, "done", null)),
            Reply(writer => AttemptReply.Write<int, string>(writer, default, full)),
            Reply(writer => AttemptReply.Write<int, string>(writer, Next.To(Say >> Cut >> Cut.As("b").As("c"), 4), full)),
            Reply(writer => AttemptReply.WriteFailure(writer, new InvalidOperationException("outer", new IOException("inner")), isCancelled: false)),
            Reply(writer => AttemptReply.WriteFailure(writer, new OperationCanceledException(), isCancelled: true)),
            Reply(writer => AttemptReply.WriteFailure(writer, new ChannelTypeException("key", "A", "B"), isCancelled: false)),
            Reply(writer => AttemptReply.WriteFailure(writer, new PayloadException(3, "cut off"), isCancelled: false)),
        ];
        Fuzz(replies, static reply =>
        {
            try
            {
                AttemptReply.Read<int, string>(reply.Span, CancellationToken.None);
                return true;
            }
            catch (Exception error) when (error is GraflowException or RemoteTaskException or OperationCanceledException)
            {
                return false;
            }
        });
    }

    [Fact]
    public void A_changed_request_to_a_channel_has_an_answer()
    {
        var requests = new RecordingPort();
        var channel = new RemoteChannel(requests);
        _ = channel.SetAsync("key", "text", TimeSpan.FromSeconds(3)).AsTask();
        _ = channel.GetAsync("key", "").AsTask();
        _ = channel.DeleteAsync("key").AsTask();
        _ = channel.KeysAsync().AsTask();
        _ = channel.IncrementAsync("count", 3).AsTask();
        _ = channel.AppendAsync("list", 1).AsTask();
        _ = channel.TryAddAsync("key", 4).AsTask();
        var server = new ChannelServer(new MemoryChannel(new ManualTimeProvider()));
        Fuzz([.. requests.Requests], request => server.CallAsync(request.ToArray(), CancellationToken.None).AsTask().GetAwaiter().GetResult().Span[0] == 0);
    }

    [Fact]
    public async Task A_changed_answer_of_a_channel_is_a_value_or_a_typed_exception()
    {
        var local = new MemoryChannel(new ManualTimeProvider());
        await local.SetAsync("key", "text");
        await local.SetAsync("count", 5);
        await local.AppendAsync("list", 1);
        var requests = new RecordingPort();
        var asking = new RemoteChannel(requests);
        _ = asking.GetAsync("key", "").AsTask();
        _ = asking.GetAsync("list", new List<int>()).AsTask();
        _ = asking.IncrementAsync("count").AsTask();
        _ = asking.IncrementAsync("key").AsTask();
        _ = asking.KeysAsync().AsTask();
        var server = new ChannelServer(local);
        byte[][] answers = [.. requests.Requests.Select(request => server.CallAsync(request, CancellationToken.None).AsTask().GetAwaiter().GetResult().ToArray())];
        Fuzz(answers, static answer =>
        {
            var channel = new RemoteChannel(new FixedPort(answer.ToArray()));
            return Try(() => channel.GetAsync("key", "").AsTask()) | Try(() => channel.GetAsync("key", new List<int>()).AsTask()) | Try(() => channel.KeysAsync().AsTask()) | Try(() => channel.IncrementAsync("key").AsTask());
        });

        static bool Try<T>(Func<Task<T>> call)
        {
            try
            {
                call().GetAwaiter().GetResult();
                return true;
            }
            catch (Exception error) when (error is GraflowException or RemoteTaskException or OverflowException)
            {
                return false;
            }
        }
    }

    private static byte[] Reply(Action<ArrayBufferWriter<byte>> write)
    {
        var reply = new ArrayBufferWriter<byte>();
        write(reply);
        return reply.WrittenSpan.ToArray();
    }

    private static void Fuzz(byte[][] payloads, Func<ReadOnlyMemory<byte>, bool> isRead)
    {
        Array.ForEach(payloads, payload => isRead(payload));
        var mutator = new Mutator(seed: 7);
        var (read, refused) = (0, 0);
        for (var i = 0; i < Cases; i++)
        {
            var payload = mutator.Next(payloads).ToArray();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var isValue = isRead(payload);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= (long)BytesForEachByte * payload.Length + BytesForEachCase, $"{allocated} bytes allocated for {Convert.ToHexString(payload)}");
            (read, refused) = isValue ? (read + 1, refused) : (read, refused + 1);
        }

        Assert.True(read > 0 && refused > 0);
    }

    private sealed class RecordingPort : IChannelPort
    {
        internal List<byte[]> Requests { get; } = [];

        public ValueTask<ReadOnlyMemory<byte>> CallAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
        {
            Requests.Add(request.ToArray());
            return new(new TaskCompletionSource<ReadOnlyMemory<byte>>().Task);
        }

        public IAsyncEnumerable<ReadOnlyMemory<byte>> StreamAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class FixedPort(byte[] answer) : IChannelPort
    {
        public ValueTask<ReadOnlyMemory<byte>> CallAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) => new(answer);

        public IAsyncEnumerable<ReadOnlyMemory<byte>> StreamAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
