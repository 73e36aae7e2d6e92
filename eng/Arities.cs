// Writes the parts of the language that are the same for 2 to 16 branches, and the overloads of Flow.Task: dotnet run eng/Arities.cs
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CS1591
using System.Runtime.CompilerServices;

const int max = 16;
var root = Path.GetFullPath(Path.Combine(Folder(), "..", "src", "Graflow", "Dsl", "Arities"));
Directory.CreateDirectory(root);

Write("JoinNode.cs", ["System.ComponentModel", "Graflow.CompilerServices"], Arities(JoinNode));
Write("AnyOrderJoinNode.cs", ["System.ComponentModel", "Graflow.CompilerServices"], string.Join('\n', AnyOrderJoinNode(2), AnyOrderJoinNode(3)));
Write("BranchTuple.cs", [], Class("/// <summary>Branches' outputs as a tuple, in branch order.</summary>\ninternal static class BranchTuple", Arities(BranchTuple)), "Graflow.Dsl");
Write("FlowOperators.Join.cs", [], Class("public static partial class FlowOperators", Arities(JoinOperator)));
Write("FlowOperators.JoinOrders.cs", ["System.Runtime.CompilerServices"], Class("public static partial class FlowOperators", string.Join('\n', Orders(2).Concat(Orders(3)))));
Write("FlowOperators.Grow.cs", ["System.Runtime.CompilerServices"], Class("public static partial class FlowOperators", Arities(GrowOperators, 3)));
Write("FlowOperators.GrowMismatch.cs", ["System.Runtime.CompilerServices"], Class("public static partial class FlowOperators", Arities(GrowMismatch, 3)));
Write("GroupPolicyExtensions.Tuples.cs", [], Class("public static partial class GroupPolicyExtensions", Arities(TolerantPolicy)));
Write("RaceExtensions.Tuples.cs", ["System.Runtime.CompilerServices"], Class("public static partial class RaceExtensions", Arities(First)));
Write("Flow.Task.Value.cs", ["Graflow.CompilerServices"], Class("public static partial class Flow", Tasks(Returns.Value)));
Write("Flow.Task.Async.cs", ["System.Runtime.CompilerServices", "Graflow.CompilerServices"], Class("public static partial class Flow", Tasks(Returns.Async)));
Write("Flow.Task.Next.cs", ["System.Runtime.CompilerServices", "Graflow.CompilerServices"], Class("public static partial class Flow", Tasks(Returns.Next)));

static string JoinNode(int n) => $$"""
    /// <summary>A task with {{n}} inputs: it takes what {{n}} branches yield, each in its place, also where a branch yields a derived type.</summary>
    public abstract class JoinNode<{{List(n, "T")}}, TOut> : TaskNode<({{List(n, "T")}}), TOut>
    {
        /// <summary>For generated code.</summary>
        [EditorBrowsable(EditorBrowsableState.Never)]
        protected JoinNode(TaskDescriptor descriptor)
            : base(descriptor)
        {
        }
    }

    """;

static string AnyOrderJoinNode(int n) => $$"""
    /// <summary>A task with {{n}} inputs of unrelated types: it takes what {{n}} branches yield in whichever order they stand.</summary>
    public abstract class AnyOrderJoinNode<{{List(n, "T")}}, TOut> : JoinNode<{{List(n, "T")}}, TOut>
    {
        /// <summary>For generated code.</summary>
        [EditorBrowsable(EditorBrowsableState.Never)]
        protected AnyOrderJoinNode(TaskDescriptor descriptor)
            : base(descriptor)
        {
        }
    }

    """;

static string BranchTuple(int n) => $$"""
    internal static ({{List(n, "T")}}) Values<{{List(n, "T")}}>(BranchReader reader) =>
        ({{Join(n, i => $"reader.Read<T{i}>({i - 1})")}});

    internal static ({{Outcomes(n)}}) Outcomes<{{List(n, "T")}}>(BranchReader reader) =>
        ({{Join(n, i => $"reader.Outcome<T{i}>({i - 1})")}});

    """;

static string JoinOperator(int n) => $$"""
    extension<TIn, {{List(n, "TFrom")}}, {{List(n, "T")}}, TOut>(IExecutable<TIn, ({{List(n, "TFrom")}})>)
        {{Constraints(n)}}
    {
        /// <summary>The task takes what {{n}} branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, ({{List(n, "TFrom")}})> left, JoinNode<{{List(n, "T")}}, TOut> right) =>
            Sequence.Joined<TIn, ({{List(n, "TFrom")}}), ({{List(n, "T")}}), TOut>(left, right, static t => ({{Join(n, i => $"t.Item{i}")}}));
    }

    """;

static IEnumerable<string> Orders(int n) => Permutations(n).Skip(1).Select(order => $$"""
    extension<TIn, {{List(n, "TFrom")}}, {{List(n, "T")}}, TOut>(IExecutable<TIn, ({{string.Join(", ", order.Select(i => $"TFrom{i}"))}})>)
        {{Constraints(n)}}
    {
        /// <summary>The task takes what {{n}} branches yield, in another order than its own.</summary>
        [OverloadResolutionPriority(OtherOrder)]
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, ({{string.Join(", ", order.Select(i => $"TFrom{i}"))}})> left, AnyOrderJoinNode<{{List(n, "T")}}, TOut> right) =>
            Sequence.Joined<TIn, ({{string.Join(", ", order.Select(i => $"TFrom{i}"))}}), ({{List(n, "T")}}), TOut>(left, right, static t => ({{Join(n, i => $"t.Item{Array.IndexOf(order, i) + 1}")}}));
    }

    """);

static string GrowOperators(int n)
{
    var (left, all) = (List(n - 1, "T"), List(n, "T"));
    string Operator(string group, string take) => $$"""
        public static ParallelGroup<TIn, ({{all}})> operator |(IGroup<{{group}}, ({{left}})> left, IExecutable<{{take}}, T{{n}}> right) =>
            Group.Grow<TIn, ({{all}})>(left, right, BranchTuple.Values<{{all}}>);
        """;
    return $$"""
        extension<TIn, {{all}}>(IGroup<TIn, ({{left}})>)
        {
            /// <summary>Adds branch {{n}}.</summary>
        {{Indent(Operator("TIn", "TIn"))}}

            /// <summary>Adds branch {{n}}, which takes nothing.</summary>
        {{Indent(Operator("TIn", "Unit"))}}
        }

        extension<TIn, {{all}}>(IGroup<Unit, ({{left}})>)
        {
            /// <summary>Adds branch {{n}} to a group that takes nothing.</summary>
            [OverloadResolutionPriority(UnitLeft)]
        {{Indent(Operator("Unit", "TIn"))}}
        }

        """;
}

static string GrowMismatch(int n) => $$"""
    extension<TIn, TOther, {{List(n, "T")}}>(IGroup<TIn, ({{List(n - 1, "T")}})>)
    {
        /// <summary>Branch {{n}} takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, ({{List(n, "T")}})> operator |(IGroup<TIn, ({{List(n - 1, "T")}})> left, IExecutable<TOther, T{{n}}> right) =>
            throw Mismatch(BranchMismatch);
    }

    """;

static string TolerantPolicy(int n) => $$"""
    extension<TIn, {{List(n, "T")}}>(IParallelGroup<TIn, ({{List(n, "T")}})> group)
    {
        /// <summary>Lets branches fail: {{n}} outcomes instead of {{n}} values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, ({{Outcomes(n)}})> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, ({{Outcomes(n)}})>(group, BranchTuple.Outcomes<{{List(n, "T")}}>, policy);
    }

    """;

static string First(int n) => $$"""
    extension<TIn, T>(IParallelGroup<TIn, ({{Join(n, _ => "T")}})> group)
    {
        /// <summary>A race of {{n}} branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, {{List(n, "T")}}>(IParallelGroup<TIn, ({{List(n, "T")}})> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    """;

static string Tasks(IReadOnlyList<Return> returns) => string.Join("\n", returns.SelectMany(result => Input.All.Where(input => !(result.IsNext && input.Repeats)).Select(input => FlowTask(input, result))));

static string FlowTask(Input input, Return result)
{
    var typeParameters = (input.TakesInput ? "TIn" : "", result.Yields) switch
    {
        ("", "Unit") => "",
        (var only, "Unit") => $"<{only}>",
        ("", _) => "<TOut>",
        (var both, _) => $"<{both}, TOut>",
    };
    var arguments = (input.Arguments, result.Type) switch
    {
        ("", "void") => "Action",
        (var taken, "void") => $"Action<{taken}>",
        ("", var given) => $"Func<{given}>",
        (var taken, var given) => $"Func<{taken}, {given}>",
    };
    var priority = result.Priority == "" ? "" : $"[OverloadResolutionPriority({result.Priority})]\n";
    var type = input.TakesInput ? "TIn" : "Unit";
    return $"/// <summary>A task without a <c>[Task]</c> method: {input.Text}, {result.Text}.</summary>\n/// <exception cref=\"FlowDefinitionException\">The id is empty or has one of <c>/ # [ ] !</c>.</exception>\n{priority}"
        + $"public static TaskNode<{type}, {result.Yields}> Task{typeParameters}(string id, {arguments} body) =>\n"
        + $"    LambdaTask.{result.Factory}<{type}, {result.Yields}>(id, TaskInjection.{input.Injection}, body, ({input.Lambda}) => {result.Call($"body({input.Call})")});\n";
}

static string Class(string declaration, string body) => $"{declaration}\n{{\n{Indent(body.TrimEnd())}\n}}\n";

static string Indent(string text) => string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? "" : "    " + line));

static string Arities(Func<int, string> part, int from = 2) => string.Join('\n', Enumerable.Range(from, max - from + 1).Select(part));

static string Join(int n, Func<int, string> item) => string.Join(", ", Enumerable.Range(1, n).Select(item));

static string List(int n, string prefix) => Join(n, i => $"{prefix}{i}");

static string Outcomes(int n) => Join(n, i => $"Outcome<T{i}>");

static string Constraints(int n) => string.Join(' ', Enumerable.Range(1, n).Select(i => $"where TFrom{i} : T{i}"));

static IEnumerable<int[]> Permutations(int n) => n == 1
    ? [[1]]
    : from first in Enumerable.Range(1, n)
      from rest in Permutations(n - 1)
      select (int[])[first, .. rest.Select(i => i < first ? i : i + 1)];

static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

void Write(string file, string[] usings, string body, string space = "Graflow") => File.WriteAllText(
    Path.Combine(root, file),
    $"// Written by eng/Arities.cs.\n{string.Concat(usings.Select(name => $"using {name};\n"))}{(usings.Length == 0 ? "" : "\n")}namespace {space};\n\n{body.TrimEnd()}\n");

/// <summary>What a lambda takes.</summary>
internal sealed record Input(string Arguments, string Injection, string Lambda, string Call, string Text, bool TakesInput, bool Repeats = false)
{
    public static IReadOnlyList<Input> All { get; } =
    [
        new("", "None", "_, _", "", "it takes nothing", false),
        new("TaskContext", "Context", "_, context", "context", "it takes no input but the context", false),
        new("CancellationToken", "CancellationToken", "_, context", "context.CancellationToken", "it takes no input but the cancellation token", false),
        new("TIn", "None", "input, _", "input", "it takes its input", true),
        new("TIn, TaskContext", "Context", "input, context", "input, context", "it takes its input and the context", true),
        new("TIn, TaskContext<TIn>", "Context", "input, context", "input, (TaskContext<TIn>)context", "it takes its input and the context in which it can ask for another iteration", true, Repeats: true),
        new("TIn, CancellationToken", "CancellationToken", "input, context", "input, context.CancellationToken", "it takes its input and the cancellation token", true),
    ];
}

/// <summary>What a lambda returns.</summary>
internal sealed record Return(string Type, string Yields, string Factory, string Priority, string Text, Func<string, string> Call)
{
    public bool IsNext => Factory.StartsWith("Next", StringComparison.Ordinal);
}

internal static class Returns
{
    public static IReadOnlyList<Return> Value { get; } =
    [
        new("TOut", "TOut", "Value", "", "and yields a value", call => call),
        new("void", "Unit", "Value", "", "and yields nothing", call => $"{{ {call}; return default; }}"),
    ];

    public static IReadOnlyList<Return> Async { get; } =
    [
        new("Task<TOut>", "TOut", "ValueAsync", "PreferTask", "and yields a value later", call => $"new ValueTask<TOut>({call})"),
        new("Task", "Unit", "ValueAsync", "PreferTask", "and ends later", call => $"Inject.AsUnit({call})"),
        new("ValueTask<TOut>", "TOut", "ValueAsync", "PreferValueTask", "and yields a value later", call => call),
        new("ValueTask", "Unit", "ValueAsync", "PreferValueTask", "and ends later", call => $"Inject.AsUnit({call})"),
    ];

    public static IReadOnlyList<Return> Next { get; } =
    [
        new("Next<TOut>", "TOut", "Next", "", "and yields a value or what to run next", call => call),
        new("Task<Next<TOut>>", "TOut", "NextAsync", "PreferTask", "and yields later a value or what to run next", call => $"new ValueTask<Next<TOut>>({call})"),
        new("ValueTask<Next<TOut>>", "TOut", "NextAsync", "PreferValueTask", "and yields later a value or what to run next", call => call),
    ];
}
