using Graflow.CompilerServices;

namespace Graflow.Dsl;

/// <summary>Reads what <see cref="NextTransfer"/> wrote. Every name is looked up in this program's registry, and every edge is checked as the compiler would have done.</summary>
internal static class NextReader
{
    /// <exception cref="PayloadException">The bytes name nothing that this program has, or parts that do not fit.</exception>
    internal static NextPart ReadPart(ref PayloadReader reader)
    {
        reader.Enter();
        var start = reader.Offset;
        try
        {
            var part = (NextPartKind)reader.ReadUnmanaged<byte>() switch
            {
                NextPartKind.Task => ReadTask(ref reader),
                NextPartKind.Chain => ReadChain(ref reader),
                NextPartKind.Instance => ReadInstance(ref reader),
                NextPartKind.Workflow => ReadWorkflow(ref reader),
                NextPartKind.Wait => ReadWait(ref reader),
                NextPartKind.Delay => ReadDelay(ref reader),
                _ => throw new PayloadException(start, "This is neither a task nor a chain, a workflow, a wait or a delay: a newer version wrote it. Update the reader first."),
            };
            reader.Leave();
            return part;
        }
        catch (FlowDefinitionException refused)
        {
            throw PayloadFailure.OfConstruction(start, "What runs next", refused);
        }
    }

    private static NextPart ReadTask(ref PayloadReader reader)
    {
        var start = reader.Offset;
        var (id, path) = (reader.ReadString() ?? "", reader.ReadString() ?? "");
        var registration = GraflowRegistry.FindTask(id)
            ?? throw new PayloadException(start, $"This program has no task with the id \"{id}\". Start its workers from the same build.");
        var node = registration.Node();
        if (reader.ReadBoolean())
        {
            var options = OptionsTransfer.Read(ref reader);
            TaskOptionsValidator.Check(options, id);
            node = node.CloneWith(options);
        }

        foreach (var name in path.Length == 0 ? [] : path.Split('/').AsEnumerable().Reverse())
        {
            node = node.CloneAs(name);
        }

        return new NextPart(node, node, node.InputType, node.OutputType);
    }

    private static NextPart ReadChain(ref PayloadReader reader)
    {
        var start = reader.Offset;
        var count = reader.ReadCount(minimumElementSize: 2);
        if (count < 2)
        {
            throw new PayloadException(start, $"A chain has at least 2 parts, not {count}.");
        }

        var chain = ReadPart(ref reader);
        var expression = chain.Executable.Expression;
        for (var i = 1; i < count; i++)
        {
            start = reader.Offset;
            var next = ReadPart(ref reader);
            if (next.Input != typeof(Unit) && !next.Input.IsAssignableFrom(chain.Output))
            {
                throw new PayloadException(start, $"{next.Executable} takes {TypeText.Of(next.Input)}, and what comes before it yields {TypeText.Of(chain.Output)}.");
            }

            expression = new SequenceExpression(expression, next.Executable.Expression);
            chain = chain with { Output = next.Output };
        }

        return chain with { Executable = new Continuation(expression) };
    }

    private static NextPart ReadInstance(ref PayloadReader reader)
    {
        var name = reader.ReadString() ?? "";
        var source = ReadPart(ref reader);
        return source with { Executable = new Continuation(new AsExpression(source.Executable.Expression, name)) };
    }

    private static NextPart ReadWait(ref PayloadReader reader)
    {
        var type = ReadType(ref reader);
        var (name, key) = (reader.ReadString() ?? "", reader.ReadString());
        var ticks = reader.ReadUnmanaged<long>();
        var wait = type.WaitFor(name, ticks == 0 ? null : new TimeSpan(ticks), key);
        return new NextPart(wait, wait, typeof(Unit), type.ValueType);
    }

    private static NextPart ReadDelay(ref PayloadReader reader)
    {
        var type = ReadType(ref reader);
        var delay = type.Delay(new TimeSpan(reader.ReadUnmanaged<long>()));
        return new NextPart(delay, delay, type.ValueType, type.ValueType);
    }

    private static WaitType ReadType(ref PayloadReader reader)
    {
        var start = reader.Offset;
        var text = reader.ReadString() ?? "";
        return PayloadCodecs.FindWait(text) ?? throw new PayloadException(start, $"This program neither waits for {text} nor delays it. Start its workers from the same build.");
    }

    private static NextPart ReadWorkflow(ref PayloadReader reader)
    {
        var start = reader.Offset;
        var name = reader.ReadString() ?? "";
        if (!GraflowRegistry.TryGetWorkflow(name, out var workflow))
        {
            throw new PayloadException(start, $"This program has no workflow with the name \"{name}\". Start its workers from the same build.");
        }

        var flow = workflow.Flow();
        return new NextPart(flow, flow, workflow.InputType, workflow.OutputType);
    }
}
