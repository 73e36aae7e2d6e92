using Xunit;

namespace Graflow.Generators.Tests;

/// <summary>Generated nodes do what the methods say: each test compiles, loads and runs a small program.</summary>
public sealed class BehaviourTests
{
    [Fact]
    public Task Every_way_to_return_yields_the_value() => ExpectAsync("1 2 3 4 5 6 () () ()", """
        public static partial class Test
        {
            [Task] static int Value(int x) => x;
            [Task] static async Task<int> Async(int x) { await Task.Yield(); return x; }
            [Task] static async ValueTask<int> ValueAsync(int x) { await Task.Yield(); return x; }
            [Task] static Next<int> Jump(int x) => x < 4 ? Next.To(Tasks.Jump, x + 1) : x;
            [Task] static async Task<Next<int>> JumpAsync(int x) { await Task.Yield(); return x < 5 ? Next.To(Tasks.JumpAsync, x + 1) : x; }
            [Task] static ValueTask<Next<int>> JumpValueAsync(int x) => new(x);
            [Task] static void Nothing(int x) { }
            [Task] static Task NothingAsync(int x) => Task.CompletedTask;
            [Task] static async ValueTask NothingValueAsync(int x) => await Task.Yield();

            public static async Task<string> Run()
            {
                var engine = new WorkflowEngine();
                return string.Join(' ',
                    await engine.RunAsync(Tasks.Value, 1), await engine.RunAsync(Tasks.Async, 2), await engine.RunAsync(Tasks.ValueAsync, 3),
                    await engine.RunAsync(Tasks.Jump, 0), await engine.RunAsync(Tasks.JumpAsync, 0), await engine.RunAsync(Tasks.JumpValueAsync, 6),
                    await engine.RunAsync(Tasks.Nothing, 7), await engine.RunAsync(Tasks.NothingAsync, 8), await engine.RunAsync(Tasks.NothingValueAsync, 9));
            }
        }
        """);

    [Fact]
    public Task Joins_take_derived_types_and_any_order() => ExpectAsync("Cat Cat 3", """
        public class Animal { public override string ToString() => "Animal"; }
        public sealed class Cat : Animal { public override string ToString() => "Cat"; }
        public static partial class Test
        {
            [Task] static Cat MakeCat(int x) => new();
            [Task] static int Number(int x) => x;
            [Task] static string Show(Animal animal, int number) => $"{animal} {number}";
            [Task] static string Both(Animal one, Animal two) => $"{one}";

            public static async Task<string> Run()
            {
                var engine = new WorkflowEngine();
                return await engine.RunAsync((Tasks.MakeCat | Tasks.MakeCat.As("other")) >> Tasks.Both, 1) + " "
                    + await engine.RunAsync((Tasks.Number | Tasks.MakeCat) >> Tasks.Show, 3);
            }
        }
        """);

    [Fact]
    public Task Injected_parameters_come_from_the_engine() => ExpectAsync("Test.All 1 True True svc none 5 7", """
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;
        public sealed record Named(string Name);
        public static partial class Test
        {
            [Task] static string All(int x, TaskContext context, TaskContext<int> typed, CancellationToken ct, ILogger logger, [FromServices] Named named,
                [FromServices] IComparer<int>? none, [FromChannel] int limit, [FromChannel("absent")] int fallback = 7) =>
                $"{context.TaskId} {x} {ReferenceEquals(context, typed)} {logger is not null} {named.Name} {(none is null ? "none" : "some")} {limit} {fallback}";

            public static async Task<string> Run()
            {
                var services = new ServiceCollection().AddSingleton(new Named("svc")).BuildServiceProvider();
                var engine = new WorkflowEngine(options => options.Services = services);
                return await engine.RunAsync(Tasks.All, 1, new RunOptions { Channel = channel => channel.Set("limit", 5) });
            }
        }
        """);

    [Fact]
    public Task A_missing_service_and_a_missing_key_say_what_is_missing() => ExpectAsync("""
        Test.Service: parameter 'named' wants the service Named, which the engine's service provider does not have. Register it.
        Test.Channel wants "limit" from the channel, where it is not set. Set it before, or give the parameter a default value.
        """, """
        using Microsoft.Extensions.DependencyInjection;
        public sealed record Named(string Name);
        public static partial class Test
        {
            [Task] static int Service([FromServices] Named named) => 1;
            [Task] static int Channel([FromChannel] int limit) => limit;

            public static async Task<string> Run()
            {
                var engine = new WorkflowEngine(options => options.Services = new ServiceCollection().BuildServiceProvider());
                return await MessageOf(engine.RunAsync(Tasks.Service)) + "\n" + await MessageOf(engine.RunAsync(Tasks.Channel));
            }

            private static async Task<string> MessageOf(Task<int> run)
            {
                try { await run; return "no failure"; }
                catch (Exception e) { return (e.InnerException ?? e).Message; }
            }
        }
        """);

    [Fact]
    public Task An_object_made_for_an_attempt_is_disposed_of_after_it_and_a_service_by_its_scope() => ExpectAsync("made:work,dispose made:async,asyncdispose service:work,dispose", """
        using Microsoft.Extensions.DependencyInjection;
        public sealed partial class Made : IDisposable
        {
            [Task] public int Work(int x) { Test.Log.Add("made:work"); return x; }
            public void Dispose() => Test.Log.Add("dispose");
        }
        public sealed partial class MadeAsync : IAsyncDisposable
        {
            [Task] public async Task<int> Work(int x) { await Task.Yield(); Test.Log.Add("made:async"); return x; }
            public ValueTask DisposeAsync() { Test.Log.Add("asyncdispose"); return default; }
        }
        public sealed partial class Service(string name) : IDisposable
        {
            [Task] public int Work(int x) { Test.Log.Add($"{name}:work"); return x; }
            public void Dispose() => Test.Log.Add("dispose");
        }
        public static partial class Test
        {
            public static List<string> Log { get; } = [];

            public static async Task<string> Run()
            {
                var engine = new WorkflowEngine();
                await engine.RunAsync(Made.Tasks.Work, 1);
                var result = Take();
                await engine.RunAsync(MadeAsync.Tasks.Work, 1);
                result += " " + Take();
                var services = new ServiceCollection().AddScoped(_ => new Service("service")).BuildServiceProvider();
                await new WorkflowEngine(options => options.Services = services).RunAsync(Service.Tasks.Work, 1);
                return result + " " + Take();
            }

            private static string Take() { var text = string.Join(',', Log); Log.Clear(); return text; }
        }
        """);

    [Fact]
    public Task Optional_parameters_can_be_fed_or_left_to_their_defaults() => ExpectAsync("1 title Friday; 2 given Monday; x; eu/Test.OnlyOptional.WithDefaults", """
        public static partial class Test
        {
            [Task] static string Write(int total, string title = "title", DayOfWeek day = DayOfWeek.Friday, CancellationToken ct = default) => $"{total} {title} {day}";
            [Task] static string OnlyOptional(string title = "x") => title;

            public static async Task<string> Run()
            {
                var engine = new WorkflowEngine();
                return string.Join("; ",
                    await engine.RunAsync(Tasks.Write.WithDefaults(), 1),
                    await engine.RunAsync(Tasks.Write, (2, "given", DayOfWeek.Monday)),
                    await engine.RunAsync(Tasks.OnlyOptional.WithDefaults()),
                    Tasks.OnlyOptional.As("eu").WithDefaults());
            }
        }
        """);

    [Fact]
    public Task Attributes_become_options() => ExpectAsync("docker gpu 00:00:30 -2 | 3 00:00:01 Exponential 1.00:00:00 True System.IO.IOException,Test+Inner+Oops | 2 0.5 api | 00:05:00 shared | 5 00:00:10 breaker", """
        public static partial class Test
        {
            [Task(Handler = "docker", Queue = "gpu", Timeout = "00:00:30", Priority = -2)]
            [Retry(3, Delay = "00:00:01", Backoff = Backoff.Exponential, MaxDelay = "1.00:00:00", Jitter = true, On = new[] { typeof(IOException), typeof(Inner.Oops) })]
            [Limit(2, PerSecond = 0.5, Key = "api"), Cache("00:05:00", Key = "shared"), CircuitBreaker(5, "00:00:10", Key = "breaker")]
            static int All(int x) => x;

            public static class Inner { public sealed class Oops : Exception; }

            public static Task<string> Run()
            {
                var o = Tasks.All.Options;
                if (!o.Retry!.On.Contains(typeof(Inner.Oops).FullName)) throw new InvalidOperationException();
                return Task.FromResult(FormattableString.Invariant($"{o.Handler} {o.Queue} {o.Timeout} {o.Priority} | {o.Retry.MaxAttempts} {o.Retry.Delay} {o.Retry.Backoff} {o.Retry.MaxDelay} {o.Retry.Jitter} {string.Join(',', o.Retry.On)} | {o.Limit!.Concurrency} {o.Limit.PerSecond} {o.Limit.Key} | {o.Cache!.Ttl} {o.Cache.Key} | {o.CircuitBreaker!.Failures} {o.CircuitBreaker.Reset} {o.CircuitBreaker.Key}"));
            }
        }
        """);

    [Fact]
    public Task Nodes_and_flows_are_in_the_registry_before_anything_else_runs() => ExpectAsync("pinned, Test.G, Test.G.WithDefaults; Test.Daily Int32 String same", """
        using Graflow.CompilerServices;
        public static partial class Test
        {
            [Task("pinned")] static int F(int x) => x;
            [Task] static string G(int x, int y = 2) => "";
            [Workflow] public static Flow<int, string> Daily { get; } = Tasks.F >> Tasks.G.WithDefaults();

            public static Task<string> Run()
            {
                var assembly = typeof(Test).Assembly.GetName().Name;
                var tasks = GraflowRegistry.Tasks.Where(task => task.Assembly == assembly).Select(task => task.Node().Id).Order();
                GraflowRegistry.TryGetWorkflow("Test.Daily", out var daily);
                var flow = ReferenceEquals(daily!.Flow(), Daily) ? "same" : "other";
                return Task.FromResult($"{string.Join(", ", tasks)}; {daily.Name} {daily.InputType.Name} {daily.OutputType.Name} {flow}");
            }
        }
        """);

    private static async Task ExpectAsync(string expected, string source) => Assert.Equal(expected.ReplaceLineEndings("\n"), await Program.RunAsync(source));
}
