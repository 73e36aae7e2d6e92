using Graflow.Generators.Models;

namespace Graflow.Generators.Emitting;

/// <summary>Writes a task's node and the property that holds it.</summary>
internal static class NodeEmitter
{
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"Graflow.Generators\", \"1.0.0\")]";

    private const string DefaultsSuffix = "WithDefaults";

    public static string Emit(TaskModel task)
    {
        var writer = new CodeWriter();
        ContainerWriter.Open(writer, task.Container);
        writer.Open($"static partial class {task.Container.TasksName}");
        EmitProperty(writer, task);
        writer.Line();
        EmitClass(writer, task);
        writer.Close();
        ContainerWriter.Close(writer, task.Container);
        return writer.ToString();
    }

    /// <summary>What the registry lists for the task: its node, and the one without optional parameters.</summary>
    public static IEnumerable<TaskEntry> Entries(TaskModel task)
    {
        var node = $"{task.Container.FullName}.{task.Container.TasksName}.{Literal.Escape(task.NodeName)}";
        yield return new TaskEntry(task.Id, node);
        if (HasDefaults(task))
        {
            yield return new TaskEntry($"{task.Id}.{DefaultsSuffix}", $"{node}.{DefaultsSuffix}()");
        }
    }

    private static void EmitProperty(CodeWriter writer, TaskModel task)
    {
        EmitSummary(writer, task, NodeInput(task, task.Parameters));
        if (task.Obsolete is { } obsolete)
        {
            writer.Line(obsolete.Length == 0 ? "[global::System.Obsolete]" : $"[global::System.Obsolete({Literal.Of(obsolete)})]");
        }

        var hides = task.NodeName is "Equals" or "ReferenceEquals" or "GetHashCode" or "GetType" or "ToString" or "MemberwiseClone" or "Finalize" ? "new " : "";
        writer.Line(GeneratedCode);
        writer.Line($"{Visibility(task)} static {hides}{ClassName(task)} {Literal.Escape(task.NodeName)} {{ get; }} = new();");
    }

    private static void EmitClass(CodeWriter writer, TaskModel task)
    {
        var node = NodeInput(task, task.Parameters);
        EmitSummary(writer, task, node);
        writer.Line(GeneratedCode);
        writer.Open($"{Visibility(task)} sealed class {ClassName(task)} : {BaseClass(task.Base, node, task.Output.Type)}");
        EmitConstructorAndBody(writer, task, task.Id, ClassName(task), node);
        if (HasDefaults(task))
        {
            EmitDefaults(writer, task);
        }

        writer.Close();
    }

    private static void EmitDefaults(CodeWriter writer, TaskModel task)
    {
        var parameters = task.Parameters.Where(static parameter => !(parameter.IsInput && parameter.Default is not null)).ToEquatableArray();
        var node = NodeInput(task, parameters);
        const string type = DefaultsSuffix + "Task";
        writer.Lines($"""

            private static readonly {type} s_withDefaults = new();

            /// <summary>This task without its optional parameters, which take their default values: <c>{Signature(node, task)}</c>.</summary>
            public {type} {DefaultsSuffix}() => CarryTo(s_withDefaults);

            """);
        writer.Line($"/// <summary>{Literal.Xml(task.Id)} without its optional parameters: <c>{Signature(node, task)}</c>.</summary>");
        writer.Line(GeneratedCode);
        writer.Open($"public sealed class {type} : {BaseClass(task.DefaultsBase, node, task.Output.Type)}");
        EmitConstructorAndBody(writer, task, $"{task.Id}.{DefaultsSuffix}", type, node);
        writer.Close();
    }

    private static void EmitConstructorAndBody(CodeWriter writer, TaskModel task, string id, string type, NodeInputText node)
    {
        var body = new BodyEmitter(task, node.Parameters, node.Type);
        writer.Line($"internal {type}()");
        writer.Line($"    : base({DescriptorEmitter.Emit(task, id, body.Kind, node.Parameters)})");
        writer.Line("{");
        writer.Line("}");
        writer.Line();
        body.Emit(writer);
    }

    private static void EmitSummary(CodeWriter writer, TaskModel task, NodeInputText node)
    {
        var summary = task.Summary ?? $"The task <c>{Literal.Xml(task.Id)}</c>.";
        var lines = $"<summary>{summary}<para><c>{Signature(node, task)}</c></para></summary>".Split('\n');
        foreach (var line in lines)
        {
            writer.Line($"/// {line.Trim()}");
        }
    }

    private static string BaseClass(NodeBase kind, NodeInputText node, string output) => kind switch
    {
        NodeBase.Single => $"global::Graflow.TaskNode<{node.Type}, {output}>",
        NodeBase.Join => $"global::Graflow.JoinNode<{string.Join(", ", node.Types)}, {output}>",
        _ => $"global::Graflow.AnyOrderJoinNode<{string.Join(", ", node.Types)}, {output}>",
    };

    private static NodeInputText NodeInput(TaskModel task, EquatableArray<ParameterModel> parameters)
    {
        var types = parameters.Where(static parameter => parameter.IsInput).Select(static parameter => parameter.Type).ToEquatableArray();
        return new NodeInputText(parameters, types);
    }

    private static string Signature(NodeInputText node, TaskModel task)
    {
        var inputs = node.Parameters.Where(static parameter => parameter.IsInput).Select(static parameter => $"{parameter.Display} {parameter.Name}").ToArray();
        var input = inputs.Length == 1 ? inputs[0] : $"({string.Join(", ", inputs)})";
        return Literal.Xml($"{input} → {task.Output.Display}");
    }

    /// <summary>A context of the whole input cannot ask for an iteration with less of it.</summary>
    private static bool HasDefaults(TaskModel task) =>
        task.Parameters.Any(static parameter => parameter.IsInput && parameter.Default is not null)
        && task.Parameters.All(static parameter => parameter.Kind != ParameterKind.TypedContext);

    private static string Visibility(TaskModel task) => task.IsPublic ? "public" : "internal";

    private static string ClassName(TaskModel task) => task.NodeName + "Task";
}
