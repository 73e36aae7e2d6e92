using System.Globalization;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF201, GRF202, GRF204. What cannot leave the process is asserted beside the reader; here, where it is said and how loud.</summary>
public sealed class PayloadTests
{
    [Theory]
    [InlineData("GRF201", "[Task] public static int F([|object|] x) => 1;", "The input 'x' of 'F' cannot leave this process: object may be anything")]
    [InlineData("GRF201", "[Task] public static [|int[,]|] F(int x) => new int[1, 1];", "The output of 'F' cannot leave this process: int[,] has 2 dimensions")]
    [InlineData("GRF202", "[Task] public static async [|Task<Stream>|] F(int x) => await Task.FromResult(Stream.Null);", "The output of 'F' cannot leave this process: Stream is a stream")]
    [InlineData("GRF202", "[Task] public static int F(int x, [FromChannel] [|Func<int>|] make) => make();", "The channel value 'make' of 'F' cannot leave this process: Func<int> is a function")]
    [InlineData("GRF202", "[Task] public static int F([|Order|] order) => 1;", "The input 'order' of 'F' cannot leave this process: Order.Customer.Connection (DbConnection) is a resource of this process")]
    [InlineData("GRF202", "[Task] public static int F(int x, [|IChannel|] channel) => 1;", "The input 'channel' of 'F' cannot leave this process: IChannel belongs to one attempt of a task; take a TaskContext parameter in the task that needs one, whose Channel is the run's")]
    [InlineData("GRF202", "[Task] public static [|TaskContext<int>|] F(int x, TaskContext<int> context) => context;", "The output of 'F' cannot leave this process: TaskContext<int> belongs to one attempt of a task")]
    [InlineData("GRF204", "[Task] public static int F([|List<IShape>|] x) => 1;", "The input 'x' of 'F' cannot leave this process: List<IShape>[] (IShape) is an interface")]
    public async Task A_value_that_may_leave_the_process_is_a_warning_at_its_type(string id, string task, string message)
    {
        var found = await Findings.ExpectAsync(id, Class(task), DiagnosticSeverity.Warning);
        Assert.StartsWith(message, Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GRF201", "[Task(Handler = \"docker\")] public static int F([|object|] x) => 1;")]
    [InlineData("GRF202", "[Task(Handler = \"process\")] public static [|Action|] F(int x) => () => { };")]
    [InlineData("GRF204", "[Task(Handler = \"process\")] public static int F([|IShape|] x) => 1;")]
    [InlineData("GRF202", "[Task(Handler = \"process\")] public static async Task F(TaskContext c) => await c.Channel.[|SetAsync|](\"k\", Stream.Null);")]
    [InlineData("GRF202", "[[|Payload|]] public sealed record Job(Action Run);")]
    [InlineData("GRF201", "[[|Payload(typeof(List<object>))|]] public sealed record Job;")]
    public Task Where_it_surely_leaves_it_is_an_error(string id, string member) => Findings.ExpectAsync(id, Class(member));

    [Fact]
    public async Task The_member_is_shown_with_it()
    {
        var found = await Findings.ExpectAsync("GRF202", Class("[Task] public static int F([|Order|] order) => 1;"), DiagnosticSeverity.Warning);
        var member = Assert.Single(found[0].AdditionalLocations);
        Assert.Equal("System.Data.Common.DbConnection", member.SourceTree!.ToString().Substring(member.SourceSpan.Start, member.SourceSpan.Length));
    }

    [Fact]
    public Task One_bad_member_is_one_warning_in_a_class_and_an_error_at_every_boundary() => Findings.ExpectAsync(
        "GRF202",
        Class("[Task] public static int F([|Order|] order) => 1; [Task] public static Order G(Order order) => order; [Task] public static int H(List<Order> orders) => 1;"),
        DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("SetAsync", "await c.Channel.[|SetAsync|](\"k\", Stream.Null)")]
    [InlineData("AppendAsync", "await c.Channel.[|AppendAsync|](\"k\", (Action)(() => { }))")]
    [InlineData("GetAsync", "await c.Channel.[|GetAsync<Action>|](\"k\")")]
    [InlineData("Set", "c.OnSuccess(w => w.[|Set|](\"k\", Stream.Null))")]
    public Task Values_of_the_channel_are_judged_too(string call, string statement) =>
        Findings.ExpectAsync("GRF202", Class($"[Task] public static async Task {call.Replace("Async", "", StringComparison.Ordinal)}It(TaskContext c) {{ await Task.Yield(); {statement}; }}"), DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("[Task(Handler = \"process\")] public static int F([|Outcome<System.IO.Stream>|] x) => 1;", "The input 'x' of 'F' cannot leave this process: Outcome<Stream>.Value (Stream)")]
    [InlineData("[Task(Handler = \"process\")] public static int F([|IReadOnlyList<Outcome<Order>>|] x) => 1;", "The input 'x' of 'F' cannot leave this process: IReadOnlyList<Outcome<Order>>[].Value.Customer.Connection (DbConnection)")]
    public async Task What_a_tolerant_group_yields_holds_the_value_too(string member, string message)
    {
        var found = await Findings.ExpectAsync("GRF202", Class(member));
        Assert.StartsWith(message, found[0].GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[|Payload|]] public sealed record Box<T>(T Value);", "The payload 'Box<T>' has no codec: Box<T> is open, and a codec is for one type; name each that you need, such as [assembly: Payload(typeof(Box<int>))]")]
    [InlineData("[assembly: [|Payload(typeof(Two<,>))|]] public sealed record Two<T, U>(T Value, U Other);", "The payload 'Two<T, U>' has no codec: Two<T, U> is open, and a codec is for one type; name each that you need, such as [assembly: Payload(typeof(Two<int, int>))]")]
    public async Task A_payload_that_is_open_is_a_warning(string source, string message)
    {
        var found = await Findings.ExpectAsync("GRF201", source, DiagnosticSeverity.Warning);
        Assert.Equal(message, found.Single().GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("[Task] private static Customer2 F(Customer2 x, [FromServices] HttpClient client, CancellationToken ct, TaskContext context) => x;")]
    [InlineData("[Task] private static int F(Outcome<int> x, Outcome<List<string>> y, TaskFailure? z) => 1;")]
    [InlineData("[Task] private static async Task F(TaskContext c) { await c.Channel.SetAsync(\"k\", 1); c.OnSuccess(w => w.Append(\"l\", \"x\")); }")]
    [InlineData("[Task] private static IReadOnlyDictionary<string, List<(int, DateTime?)>> F(IReadOnlyList<Uri> x) => null!;")]
    [InlineData("internal static IExecutable F => Flow.Task(\"t\", (Stream s) => s.Length);")]
    public Task What_can_be_written_and_what_is_injected_is_fine(string member) => Findings.ExpectNoneAsync(Class(member).Replace("public", "internal", StringComparison.Ordinal));

    private static string Class(string member) => $$"""
        public sealed record Order(Customer Customer);
        public sealed record Customer(System.Data.Common.DbConnection Connection);
        public sealed record Customer2(string Name);
        public interface IShape;
        public static partial class Orders
        {
            {{member}}
        }
        """;
}
