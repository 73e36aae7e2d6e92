using Xunit;

namespace Graflow.Generators.Tests.Language;

/// <summary>What must compile, without a warning; the declared type is part of the claim.</summary>
public sealed class AcceptedTests
{
    [Theory]
    [InlineData("Flow<Unit, double> f = Source >> Halve;")]
    [InlineData("Flow<int, int> f = Halve >> Notify >> Source;")]
    [InlineData("Flow<Unit, Unit> f = Notify >> Notify;")]
    [InlineData("Flow<Unit, string> f = CatSource >> Feed;")]
    [InlineData("Flow<Unit, string> f = CatSource >> Groom;")]
    [InlineData("IExecutable<Cat, object> f = Feed;")]
    [InlineData("Flow<Unit, int> f = Source;")]
    [InlineData("Flow<int, (double, long)> f = Halve | Wide;")]
    [InlineData("Flow<int, (double, long)> f = (Halve | Wide).Named(\"g\");")]
    [InlineData("Flow<int, (Outcome<double>, Outcome<long>)> f = (Halve | Wide).WithPolicy(GroupPolicy.BestEffort);")]
    [InlineData("Flow<IReadOnlyList<int>, IReadOnlyList<double>> f = Halve.ForEach(2);")]
    [InlineData("Flow<Unit, bool> f = Source >> (Halve | Wide) >> Store;")]
    [InlineData("Flow<Unit, int> f = Source; f >>= Text >> Length; f >>= Flow.Task(\"next\", (int x) => x + 1);")]
    [InlineData("Flow<int, Unit> f = Halve >> Notify; f >>= Notify;")]
    public void Edges_that_fit(string statements) => Accept(statements);

    [Theory]
    [InlineData("ParallelGroup<int, (double, long, string)> g = Halve | Wide | Text;")]
    [InlineData("ParallelGroup<int, (double, (long, string))> g = Halve | (Wide | Text);")]
    [InlineData("ParallelGroup<int, ((double, long), string)> g = (Halve | Wide).Named(\"g\") | Text;")]
    [InlineData("ParallelGroup<int, (int, double)> g = Source | Halve;")]
    [InlineData("ParallelGroup<int, (double, int)> g = Halve | Source;")]
    [InlineData("ParallelGroup<Unit, (int, Unit)> g = Source | Notify;")]
    [InlineData("ParallelGroup<int, (int, Unit, double)> g = Source | Notify | Halve;")]
    [InlineData("ParallelGroup<int, (int, double, Unit)> g = Source | Halve | Notify;")]
    [InlineData("ParallelGroup<Unit, (int, Unit, int)> g = Source | Notify | Source;")]
    [InlineData("ParallelGroup<Cat, (string, string)> g = Feed | Groom;")]
    [InlineData("ParallelGroup<Cat, (string, string)> g = Groom | Feed;")]
    [InlineData("ParallelGroup<Cat, (string, string, string)> g = Feed | Feed | Groom;")]
    [InlineData("ParallelGroup<Cat, (string, string, string)> g = Groom | Feed | Feed;")]
    [InlineData("IExecutable<int, double> a = Halve; ParallelGroup<int, (double, double)> g = a | a;")]
    public void Branches_that_fit(string statements) => Accept(statements);

    [Theory]
    [InlineData("Flow<int, bool> f = (Halve | Wide) >> Store;")]
    [InlineData("Flow<Unit, bool> f = Source >> (Halve | Wide | Text) >> Publish;")]
    [InlineData("Flow<int, string> f = (Breed | Whelp) >> Pair;")]
    [InlineData("Flow<int, string> f = (Breed | Wide) >> Loose;")]
    [InlineData("Flow<int, bool> f = (Halve | Wide) >> Mix;")]
    [InlineData("Flow<int, bool> f = (Wide | Halve) >> Mix;")]
    [InlineData("Flow<int, bool> f = (Text | Wide | Halve) >> Mix3;")]
    [InlineData("Flow<int, bool> f = (Halve | Wide | Text) >> Mix3;")]
    [InlineData("Flow<int, string> f = (Halve | Wide) >> Ambiguous;")]
    [InlineData("Flow<int, bool> f = (Halve | Wide) >> Store.As(\"eu\").With(o => o.Priority = 1);")]
    [InlineData("Flow<int, bool> f = (Halve | Wide).WithPolicy(GroupPolicy.AtLeast(1)) >> Robust;")]
    [InlineData("Flow<int, bool> f = (Halve | Wide).WithPolicy(GroupPolicy.FailFast).Named(\"g\").WithExecution(Execution.Direct) >> Store;")]
    [InlineData("Flow<int, bool> f = (Halve.Try() | Wide.Try()) >> Robust;")]
    [InlineData("PolicyGroup<int, (Outcome<Outcome<double>>, Outcome<Outcome<long>>)> f = (Halve.Try() | Wide.Try()).WithPolicy(GroupPolicy.BestEffort);")]
    public void Joins_that_fit(string statements) => Accept(statements);

    [Theory]
    [InlineData("Flow<int, string> f = Halve.Select(x => x.ToString(\"F1\", null));")]
    [InlineData("Flow<int, double> f = Halve.Select(Math.Abs);")]
    [InlineData("Flow<int, double> f = Halve.OrElse(Halve.As(\"again\"));")]
    [InlineData("Flow<int, int> f = (Text >> Length).OrElse(Source);")]
    [InlineData("Flow<int, Outcome<double>> f = Halve.Try();")]
    [InlineData("Flow<int, double> f = Halve.Within(TimeSpan.FromSeconds(1));")]
    [InlineData("Flow<Unit, string> f = Feed.Bind(new Cat());")]
    [InlineData("Flow<int, double> f = Halve.WithExecution(Execution.Threads(2));")]
    [InlineData("Node<int, double> f = Halve.As(\"eu\");")]
    [InlineData("Flow<int, int> f = (Text >> Length).As(\"eu\");")]
    [InlineData("Node<int, double> f = Halve.With(o => o.Priority = 3);")]
    [InlineData("Flow<int, double> f = (Halve | Halve.As(\"b\")).First();")]
    [InlineData("Flow<int, double> f = (Halve | Halve.As(\"b\") | Halve.As(\"c\")).Named(\"race\").First();")]
    [InlineData("Flow<Unit, IReadOnlyList<double>> f = Numbers >> Halve.ForEach();")]
    [InlineData("Flow<Unit, IReadOnlyList<double>> f = Numbers >> Halve.ForEach(4).WithPolicy(GroupPolicy.Strict);")]
    [InlineData("Flow<Unit, IReadOnlyList<Outcome<double>>> f = Numbers >> Halve.ForEach(4).Named(\"each\").WithPolicy(GroupPolicy.BestEffort).WithExecution(Execution.Direct);")]
    [InlineData("ClosedGroup<int, IReadOnlyList<double>> f = Flow.Parallel(Halve, Halve.As(\"b\"));")]
    [InlineData("Flow<int, IReadOnlyList<double>> f = Flow.Parallel(Enumerable.Range(0, 100).Select(i => Halve.As($\"n{i}\")));")]
    [InlineData("Flow<int, IReadOnlyList<Outcome<double>>> f = Flow.Parallel(Halve, Halve.As(\"b\")).WithPolicy(GroupPolicy.AtLeast(1));")]
    [InlineData("Flow<int, double> f = Flow.Parallel(Halve, Halve.As(\"b\")).First();")]
    [InlineData("Flow<int, IReadOnlyList<Animal>> f = Flow.Parallel<int, Animal>(Breed, Whelp);")]
    public void Methods_keep_the_types(string statements) => Accept(statements);

    [Theory]
    [InlineData("TaskNode<int, int> f = Flow.Task(\"t\", (int x) => x + 1);")]
    [InlineData("TaskNode<int, int> f = Flow.Task(\"t\", (int x) => { if (x > 3) { throw new InvalidOperationException(); } return x; });")]
    [InlineData("TaskNode<int, int> f = Flow.Task(\"t\", async (int x) => { await Task.Yield(); return x; });")]
    [InlineData("TaskNode<int, Unit> f = Flow.Task(\"t\", async (int x) => { await Task.Yield(); });")]
    [InlineData("TaskNode<int, Unit> f = Flow.Task(\"t\", (int x) => { });")]
    [InlineData("TaskNode<int, Unit> f = Flow.Task(\"t\", (int x) => Console.WriteLine(x));")]
    [InlineData("TaskNode<int, int> f = Flow.Task(\"t\", (int x) => Task.FromResult(x));")]
    [InlineData("TaskNode<int, int> f = Flow.Task(\"t\", (int x) => ValueTask.FromResult(x));")]
    [InlineData("TaskNode<int, Unit> f = Flow.Task(\"t\", (int x) => Task.CompletedTask);")]
    [InlineData("TaskNode<Unit, int> f = Flow.Task(\"t\", () => 1);")]
    [InlineData("TaskNode<Unit, Unit> f = Flow.Task(\"t\", () => { });")]
    [InlineData("TaskNode<Unit, int> f = Flow.Task(\"t\", async () => { await Task.Yield(); return 1; });")]
    [InlineData("TaskNode<Unit, int> f = Flow.Task(\"t\", (CancellationToken ct) => Task.FromResult(1));")]
    [InlineData("TaskNode<Unit, int> f = Flow.Task(\"t\", (TaskContext c) => c.Attempt);")]
    [InlineData("TaskNode<int, int> f = Flow.Task(\"t\", async (int x, CancellationToken ct) => { await Task.Delay(-1, ct); return x; });")]
    [InlineData("TaskNode<int, int> f = Flow.Task(\"t\", (int x, TaskContext c) => x + c.Attempt);")]
    [InlineData("TaskNode<int, int> f = Flow.Task(\"t\", (int x, TaskContext<int> c) => { if (x < 3) { c.NextIteration(x + 1); } return x; });")]
    [InlineData("TaskNode<int, int> f = Flow.Task(\"t\", (int x) => x > 3 ? Next.Done(x) : Next.To(Length, \"x\"));")]
    [InlineData("TaskNode<int, int> f = Flow.Task(\"t\", async (int x) => { await Task.Yield(); return Next.To(Length, \"x\"); });")]
    [InlineData("TaskNode<int, int> f = Flow.Task<int, int>(\"t\", Math.Abs);")]
    [InlineData("TaskNode<int, int> f = Flow.Task<int, int>(\"t\", x => x + 1);")]
    [InlineData("TaskNode<int, int> f = Flow.Task<int, int>(\"t\", async x => { await Task.Yield(); return x; });")]
    [InlineData("TaskNode<(double, long), double> f = Flow.Task(\"t\", ((double a, long b) x) => x.a + x.b); Flow<int, double> g = (Halve | Wide) >> f;")]
    public void Lambdas_become_tasks(string statements) => Accept(statements);

    [Fact]
    public void Sixteen_branches_feed_a_task_that_takes_them()
    {
        var branches = string.Join(" | ", Enumerable.Repeat("Halve", 16));
        var types = string.Join(", ", Enumerable.Repeat("double", 16));
        Accept($"Flow<int, double> f = ({branches}) >> Flow.Task(\"t\", (({types}) x) => x.Item16);");
    }

    [Fact]
    public void Wide_groups_race_and_tolerate_like_small_ones()
    {
        var branches = string.Join(" | ", Enumerable.Range(0, 16).Select(i => $"Halve.As(\"b{i}\")"));
        var types = string.Join(", ", Enumerable.Repeat("Outcome<double>", 16));
        Accept($"Flow<int, double> f = ({branches}).First(); Flow<int, ({types})> g = ({branches}).WithPolicy(GroupPolicy.BestEffort);");
    }

    private static void Accept(string statements) => Assert.Empty(Snippet.Compile(statements).Select(diagnostic => diagnostic.ToString()));
}
