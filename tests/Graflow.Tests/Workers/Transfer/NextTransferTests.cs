using System.Buffers;
using Graflow.CompilerServices;
using Graflow.Dsl;
using Xunit;

namespace Graflow.Tests.Workers.Transfer;

public sealed class NextTransferTests
{
    private static readonly TestNode<int, int> Add = new TestNode<int, int>("Transfer.Add", static n => n + 1).Registered();
    private static readonly TestNode<int, int> Twice = new TestNode<int, int>("Transfer.Twice", static n => n * 2).Registered();
    private static readonly TestNode<int, string> Say = new TestNode<int, string>("Transfer.Say", static n => $"{n}").Registered();
    private static readonly TestNode<Unit, string> Now = new TestNode<Unit, string>("Transfer.Now", static _ => "now").Registered();
    private static readonly TestNode<IEnumerable<char>, int> Count = new TestNode<IEnumerable<char>, int>("Transfer.Count", static text => text.Count()).Registered();
    private static readonly TestNode<(int, int), string> Pair = new TestNode<(int, int), string>("Transfer.Pair", static pair => $"{pair}").Registered();
    private static readonly TestNode<int, int> Foreign = new("Transfer.Foreign", static n => n);

    static NextTransferTests()
    {
        GraflowRegistry.Add(new WorkflowRegistration<int, (int, int)>("Transfer.Both", static () => Both));
        GraflowRegistry.Add(new WorkflowRegistration<int, string>("Transfer.Told", static () => Told));
        GraflowRegistry.Add(new WorkflowRegistration<int, int>("Transfer.Anew", static () => (Add | Twice).Select(static pair => pair.Item1)));
        GraflowRegistry.Add(new WorkflowRegistration<int, int>("Transfer.Broken", static () => throw new InvalidOperationException("broken")));
        PayloadCodecs.Add(static () => PayloadCodecs.Add(new EnumerableInterfaceCodec<char>()));
    }

    private static Flow<int, (int, int)> Both { get; } = Add | Twice;

    private static Flow<int, string> Told { get; } = Both >> Pair;

    [Fact]
    public async Task A_task_crosses_by_its_id()
    {
        var target = Cross(new NextTarget<int>(Say, 5), typeof(string));
        Assert.Same(Say.Descriptor, Assert.IsAssignableFrom<TaskNode>(target.Executable).Descriptor);
        Assert.Equal(5, Assert.IsType<NextTarget<int>>(target).Input);
        Assert.Equal("5", await RunAsync<string>(target));
    }

    [Fact]
    public void Its_name_and_its_options_cross_with_it()
    {
        var changed = Say.As("west").As("eu").With(o =>
        {
            o.Handler = "docker";
            o.Queue = "slow";
            o.Timeout = TimeSpan.FromSeconds(3);
            o.Priority = -2;
            o.Retry = new() { MaxAttempts = 4, Delay = TimeSpan.FromSeconds(1), Backoff = Backoff.Exponential, MaxDelay = TimeSpan.FromSeconds(9), Jitter = true, On = ["System.IO.IOException", "X"] };
            o.Limit = new() { Concurrency = 2, PerSecond = 1.5, Key = "limit" };
            o.Cache = new() { Ttl = TimeSpan.FromMinutes(1), Key = "cache" };
            o.CircuitBreaker = new() { Failures = 3, Reset = TimeSpan.FromHours(1), Key = "breaker" };
        });
        var node = (TaskNode)Cross(new NextTarget<int>(changed, 5), typeof(string)).Executable;
        Assert.Equal("eu/west/Transfer.Say", node.ToString());
        Assert.Equal(changed.Options, node.Options);
        var plain = (TaskNode)Cross(new NextTarget<int>(Say, 5), typeof(string)).Executable;
        Assert.Same(Say.Descriptor.Options, plain.EffectiveOptions);
        var bare = Say.With(o => o.Priority = 1);
        Assert.Equal(bare.Options, ((TaskNode)Cross(new NextTarget<int>(bare, 5), null).Executable).Options);
    }

    [Fact]
    public async Task A_chain_crosses_however_it_was_put_together()
    {
        Assert.Equal("12", await RunAsync<string>(Cross(new NextTarget<int>(Add >> Twice >> Say, 5), typeof(string))));
        Assert.Equal("12", await RunAsync<string>(Cross(new NextTarget<int>(Add >> (Twice >> Say), 5), typeof(string))));
        Assert.Equal("now", await RunAsync<string>(Cross(new NextTarget<int>(Add >> Now, 5), typeof(string))));
        Assert.Equal("13", await RunAsync<string>(Cross(new NextTarget<int>(Add >> (Twice >> Add.As("again")).As("eu") >> Say, 5), typeof(string))));
    }

    [Fact]
    public async Task A_long_chain_needs_no_stack()
    {
        IExecutable<int, int> chain = Add.As("0");
        for (var i = 1; i < 20_000; i++)
        {
            chain = chain >> Add.As($"{i}");
        }

        Assert.Equal(20_000, await RunAsync<int>(Cross(new NextTarget<int>(chain, 0), typeof(int))));
    }

    [Fact]
    public async Task A_workflow_crosses_by_its_name()
    {
        var target = Cross(new NextTarget<int>(Both, 5), typeof((int, int)));
        Assert.Equal((6, 10), await RunAsync<(int, int)>(target));
        Assert.Equal("(6, 10)", await RunAsync<string>(Cross(new NextTarget<int>(Both >> Pair, 5), typeof(string))));
        Assert.Equal("(6, 10)", await RunAsync<string>(Cross(new NextTarget<int>(Told, 5), typeof(string))));
        Assert.Equal(7, await RunAsync<int>(Cross(new NextTarget<int>((Told >> Count.As("of")).As("eu"), 5), typeof(int))));
    }

    [Fact]
    public async Task An_input_is_written_as_what_the_task_takes()
    {
        IExecutable<string, int> narrow = Count;
        Assert.Equal(3, await RunAsync<int>(Cross(new NextTarget<string>(narrow, "abc"), typeof(int))));
        Assert.IsType<NextTarget<IEnumerable<char>>>(Cross(new NextTarget<string>(narrow, "abc"), typeof(int)));
    }

    [Fact]
    public void Waits_and_delays_cross_by_the_types_that_the_program_waits_for()
    {
        PayloadCodecs.AddWait<string>();
        var wait = Flow.WaitFor<string>("answer", TimeSpan.FromHours(2), "here");
        var target = Cross(new NextTarget<Unit>(Flow.Delay(TimeSpan.FromMinutes(1)) >> wait.As("eu") >> Count, default), typeof(int));
        Assert.Equal("Delay(00:01:00) >> WaitFor(\"answer\").As(\"eu\") >> Transfer.Count", target.Executable.ToString());
        var read = (WaitExpression)Cross(new NextTarget<Unit>(wait, default), typeof(string)).Executable.Expression;
        Assert.Equal(("answer", "here", TimeSpan.FromHours(2), typeof(string)), (read.Name, read.Key, read.Timeout, read.ValueType));
        Assert.Null(((WaitExpression)Cross(new NextTarget<Unit>(Flow.WaitFor<string>("answer"), default), null).Executable.Expression).Timeout);
    }

    [Fact]
    public void A_delay_crosses_with_what_it_hands_on()
    {
        PayloadCodecs.AddWait<int>();
        var target = Cross(new NextTarget<int>(Flow.Delay<int>(TimeSpan.FromHours(1)) >> Say, 5), typeof(string));
        Assert.Equal(5, Assert.IsType<NextTarget<int>>(target).Input);
        Assert.Equal("Delay(01:00:00) >> Transfer.Say", target.Executable.ToString());
    }

    [Fact]
    public void A_wait_for_a_type_that_no_module_names_is_refused_on_either_side()
    {
        PayloadCodecs.AddWait<string>();
        var error = Assert.Throws<NotSerializableException>(() => Write(new NextTarget<Unit>(Flow.WaitFor<TimeOnly>("answer"), default)));
        Assert.Contains("no generated module knows WaitFor(\"answer\") for TimeOnly", error.Message, StringComparison.Ordinal);
        var text = Write(new NextTarget<Unit>(Flow.WaitFor<string>("answer"), default));
        Assert.Contains("This program neither waits for System.Strinx nor delays it", Refused(Replace(text, "System.String", "System.Strinx"), null).Message, StringComparison.Ordinal);
        Assert.Contains("cannot stand in a path", Refused(Replace(text, "answer", "answ/r"), null).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Impossible => new()
    {
        { "group", "What runs next, (Transfer.Add | Transfer.Twice).Select(…), cannot leave this process: it is neither a task nor a chain of tasks." },
        { "inside", "in it is no task." },
        { "foreign", "Transfer.Foreign is no [Task] method, and only this process has it." },
        { "anew", "it is neither a task nor a chain of tasks." },
        { "lambda", "lambda is no [Task] method" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Anything_else_is_refused_where_it_stands(string what, string message)
    {
        var executable = what switch
        {
            "group" => (IExecutable<int, int>)(Add | Twice).Select(static pair => pair.Item1),
            "inside" => Add >> Add.As("b").Try().Select(static outcome => outcome.Value),
            "foreign" => Add >> Foreign,
            "anew" => (IExecutable<int, int>)GraflowRegistry.Workflows.Single(static workflow => workflow.Name == "Transfer.Anew").Flow(),
            _ => Flow.Task("lambda", static (int n) => n),
        };
        var error = Assert.Throws<NotSerializableException>(() => Write(new NextTarget<int>(executable, 1)));
        Assert.Equal("GRF204", error.Id);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("Continue with a [Task], with a chain of them", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_the_reader()
    {
        var say = Write(new NextTarget<int>(Say, 5));
        Assert.Contains("Transfer.Say yields string, and a task that yields int cannot continue with it", Refused(say, typeof(int)).Message, StringComparison.Ordinal);
        Assert.Contains("no task with the id \"Transfer.Sax\"", Refused(Replace(say, "Transfer.Say", "Transfer.Sax"), typeof(string)).Message, StringComparison.Ordinal);
        var chain = Write(new NextTarget<int>(Add >> Say, 5));
        Assert.Contains("Transfer.Say takes int, and what comes before it yields string", Refused(Replace(chain, "Transfer.Add", "Transfer.Say"), typeof(string)).Message, StringComparison.Ordinal);
        var workflow = Write(new NextTarget<int>(Both, 5));
        Assert.Contains("no workflow with the name \"Transfer.Boty\"", Refused(Replace(workflow, "Transfer.Both", "Transfer.Boty"), null).Message, StringComparison.Ordinal);
        var named = Write(new NextTarget<int>(Say.As("eu"), 5));
        Assert.Contains("cannot stand in a path", Refused(Replace(named, "eu", "e#"), null).Message, StringComparison.Ordinal);
        var options = Write(new NextTarget<int>(Say.With(static o => o.Timeout = TimeSpan.FromTicks(0x4142434445464748)), 5));
        Assert.Contains("Timeout is -", Refused(Replace(options, "HGFEDCBA", "\0\0\0\0\0\0\0\u007f", highest: 0xff), null).Message, StringComparison.Ordinal);
    }

    private static PayloadException Refused(byte[] payload, Type? output) => Assert.Throws<PayloadException>(() =>
    {
        var reader = new PayloadReader(payload);
        NextTransfer.Read(ref reader, output);
    });

    private static byte[] Replace(byte[] payload, string from, string to, byte? highest = null)
    {
        var at = payload.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(from));
        byte[] changed = [.. payload];
        System.Text.Encoding.UTF8.GetBytes(to).CopyTo(changed, at);
        changed[at + to.Length - 1] = highest ?? changed[at + to.Length - 1];
        return changed;
    }

    private static NextTarget Cross(NextTarget target, Type? output)
    {
        var reader = new PayloadReader(Write(target));
        var read = NextTransfer.Read(ref reader, output);
        Assert.Equal(0, reader.Remaining);
        return read;
    }

    private static byte[] Write(NextTarget target)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new PayloadWriter(buffer);
        NextTransfer.Write(ref writer, target);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Runs it as what a task continues with.</summary>
    private static Task<TOut> RunAsync<TOut>(NextTarget target) =>
        new WorkflowEngine().RunAsync(new TestNode<Unit, TOut>("Transfer.Start", (_, _) => new(new Next<TOut>(target))));
}
