using Graflow.CompilerServices;

namespace Graflow.Dsl;

/// <summary>What runs next, on its way to another process: ids of tasks and names of workflows, never code. Only what both sides have registered can cross.</summary>
internal static class NextTransfer
{
    /// <exception cref="NotSerializableException">It is more than tasks, chains of them and registered workflows (GRF204), or the input has no codec.</exception>
    internal static void Write(ref PayloadWriter writer, NextTarget target)
    {
        var first = WritePart(ref writer, target.Executable.Expression, target);
        first.WriteInput(ref writer, target);
    }

    /// <param name="reader">At the target.</param>
    /// <param name="output">What it must yield; null where it may yield anything.</param>
    /// <exception cref="PayloadException">The bytes name nothing that this program has, or nothing that fits.</exception>
    internal static NextTarget Read(ref PayloadReader reader, Type? output)
    {
        var start = reader.Offset;
        var part = NextReader.ReadPart(ref reader);
        return output is null || output.IsAssignableFrom(part.Output)
            ? part.First.ReadTarget(ref reader, part.Executable)
            : throw new PayloadException(start, $"{part.Executable} yields {TypeText.Of(part.Output)}, and a task that yields {TypeText.Of(output)} cannot continue with it.");
    }

    /// <returns>The first task or workflow, whose input it is.</returns>
    private static IExecutable WritePart(ref PayloadWriter writer, FlowExpression expression, NextTarget target)
    {
        writer.Enter();
        var first = expression switch
        {
            TaskExpression task => WriteTask(ref writer, task.Node, target),
            SequenceExpression chain => WriteChain(ref writer, chain, target),
            AsExpression instance => WriteInstance(ref writer, instance, target),
            WaitExpression wait => WriteWait(ref writer, wait, target),
            DelayExpression delay => WriteDelay(ref writer, delay, target),
            _ => WriteWorkflow(ref writer, expression, target),
        };
        writer.Leave();
        return first;
    }

    private static TaskNode WriteTask(ref PayloadWriter writer, TaskNode node, NextTarget target)
    {
        if (!ReferenceEquals(GraflowRegistry.FindTask(node.Id)?.Node().Descriptor, node.Descriptor))
        {
            throw NotSerializableException.Continuation(target.Executable.Expression.ToString(), $"{node} is no [Task] method, and only this process has it");
        }

        var hasOptions = !ReferenceEquals(node.EffectiveOptions, node.Descriptor.Options);
        WriteKind(ref writer, NextPartKind.Task);
        writer.WriteString(node.Id);
        writer.WriteString(node.Path);
        writer.WriteUnmanaged(hasOptions);
        if (hasOptions)
        {
            OptionsTransfer.Write(ref writer, node.EffectiveOptions);
        }

        return node;
    }

    /// <summary>Chains may be long: they are written as a list, whichever way they were put together.</summary>
    private static IExecutable WriteChain(ref PayloadWriter writer, SequenceExpression chain, NextTarget target)
    {
        // Names are looked for only where the tasks alone do not say it all.
        var parts = Flatten(chain, isByName: false);
        parts = parts.TrueForAll(static part => part is TaskExpression or WaitExpression or DelayExpression) ? parts : Flatten(chain, isByName: true);
        if (parts is [var whole])
        {
            return WriteWorkflow(ref writer, whole, target);
        }

        WriteKind(ref writer, NextPartKind.Chain);
        writer.WriteCount(parts.Count);
        var first = WritePart(ref writer, parts[0], target);
        for (var i = 1; i < parts.Count; i++)
        {
            WritePart(ref writer, parts[i], target);
        }

        return first;
    }

    private static List<FlowExpression> Flatten(SequenceExpression chain, bool isByName)
    {
        var parts = new List<FlowExpression>();
        var rest = new Stack<FlowExpression>([chain]);
        while (rest.TryPop(out var part))
        {
            if (part is SequenceExpression inner && !(isByName && WorkflowNames.TryFind(inner, out _)))
            {
                rest.Push(inner.Right);
                rest.Push(inner.Left);
            }
            else
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    private static IExecutable WriteInstance(ref PayloadWriter writer, AsExpression instance, NextTarget target)
    {
        WriteKind(ref writer, NextPartKind.Instance);
        writer.WriteString(instance.Name);
        return WritePart(ref writer, instance.Source, target);
    }

    private static IExecutable WriteWait(ref PayloadWriter writer, WaitExpression wait, NextTarget target)
    {
        var type = TypeOf(wait, wait.ValueType, target);
        WriteKind(ref writer, NextPartKind.Wait);
        writer.WriteString(wait.ValueType.ToString());
        writer.WriteString(wait.Name);
        writer.WriteString(wait.Key);
        writer.WriteUnmanaged(wait.Timeout?.Ticks ?? 0);
        return type.WaitFor(wait.Name, wait.Timeout, wait.Key);
    }

    private static IExecutable WriteDelay(ref PayloadWriter writer, DelayExpression delay, NextTarget target)
    {
        var type = TypeOf(delay, delay.ValueType, target);
        WriteKind(ref writer, NextPartKind.Delay);
        writer.WriteString(delay.ValueType.ToString());
        writer.WriteUnmanaged(delay.Time.Ticks);
        return type.Delay(delay.Time);
    }

    private static WaitType TypeOf(FlowExpression part, Type type, NextTarget target) => PayloadCodecs.FindWait(type.ToString())
        ?? throw NotSerializableException.Continuation(target.Executable.Expression.ToString(), $"no generated module knows {part} for {TypeText.Of(type)}, whose call must name the type, not a type parameter");

    private static IExecutable WriteWorkflow(ref PayloadWriter writer, FlowExpression expression, NextTarget target)
    {
        if (!WorkflowNames.TryFind(expression, out var name) || !GraflowRegistry.TryGetWorkflow(name, out var workflow))
        {
            throw NotSerializableException.Continuation(target.Executable.Expression.ToString(), ReferenceEquals(expression, target.Executable.Expression) ? "it is neither a task nor a chain of tasks" : $"{expression} in it is no task");
        }

        WriteKind(ref writer, NextPartKind.Workflow);
        writer.WriteString(name);
        return workflow.Flow();
    }

    private static void WriteKind(ref PayloadWriter writer, NextPartKind kind) => writer.WriteUnmanaged((byte)kind);
}
