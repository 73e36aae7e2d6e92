using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Graflow.Generators.Flows;

internal sealed partial class FlowReader
{
    private object? Invoke(IInvocationOperation call) => FlowSymbols.HomeOf(call.TargetMethod) switch
    {
        "FlowExtensions" or "SelectExtensions" or "RaceExtensions" or "GroupPolicyExtensions" or "ParallelGroup" or "ClosedGroup" or "PolicyGroup" or "ForEachGroup" => Extend(call),
        "Flow" when call.TargetMethod.Name == "Parallel" => Parallel(call),
        "Flow" when call.TargetMethod.Name == "Task" => LambdaTask(call),
        "GroupPolicy" => MakePolicy(call),
        _ when call.TargetMethod.Name == "WithDefaults" && FlowSymbols.IsNode(call.Instance?.Type) => WithDefaults(call),
        _ when Times.Read(call) is { } time => time,
        _ => CallMethod(call),
    };

    private object? Extend(IInvocationOperation call)
    {
        var receiver = call.Instance ?? (call.Arguments.IsEmpty ? null : call.Arguments[0].Value);
        if (receiver is null || _project.IsRefused(call.TargetMethod))
        {
            return EvaluateParts(call);
        }

        var isNode = FlowSymbols.IsNode(call.TargetMethod.ReturnType);
        var home = FlowSymbols.HomeOf(call.TargetMethod);
        var source = Operand(receiver, isNode ? "task" : home == "GroupPolicyExtensions" || home == "RaceExtensions" ? "group" : "source");
        var site = SiteOf(call);
        return call.TargetMethod.Name switch
        {
            "As" => Instance(call, source, isNode),
            "With" => With(call, source),
            "Bind" => WithArgument(call, new FlowTerm(FlowTermKind.Bind, site, source)),
            "Select" => WithArgument(call, new FlowTerm(FlowTermKind.Select, site, source)),
            "Try" => new FlowTerm(FlowTermKind.Try, site, source),
            "OrElse" => new FlowTerm(FlowTermKind.OrElse, site, source, Operand(Argument(call, "fallback")!, "fallback")),
            "Within" => new FlowTerm(FlowTermKind.Within, site, source) { Text = Argument(call, "limit") is { } limit && Evaluate(limit) is TimeSpan time ? time.ToString() : null },
            "ForEach" => new FlowTerm(FlowTermKind.ForEach, site, source),
            "First" => source.Inner.Kind == FlowTermKind.Group ? Race(source, site) : Opaque(call, source),
            "Named" => Named(call, source),
            "WithExecution" => WithExecution(call, source, home == "FlowExtensions"),
            "WithPolicy" => WithPolicy(call, source),
            _ => Opaque(call, source),
        };
    }

    private static FlowTerm Race(FlowTerm group, Site site) =>
        new(FlowTermKind.Race, site, BranchesOf(group)) { Name = group.Inner.Name, HasExecution = group.Inner.HasExecution, Text = group.Inner.Text };

    private FlowTerm WithArgument(IInvocationOperation call, FlowTerm term)
    {
        foreach (var argument in call.Arguments.Where(argument => argument.Value != call.Instance && !FlowSymbols.IsFlow(argument.Parameter?.Type)))
        {
            Root(argument.Value);
        }

        return term;
    }

    private FlowTerm Instance(IInvocationOperation call, FlowTerm source, bool isNode)
    {
        if (Argument(call, "name") is not { } argument || Evaluate(argument) is not string name)
        {
            return Opaque(call, source);
        }

        if (!isNode)
        {
            return new FlowTerm(FlowTermKind.As, SiteOf(call), source) { Name = name };
        }

        return source.Inner.Task is { } task
            ? new FlowTerm(FlowTermKind.Task, SiteOf(call)) { Task = task with { Path = FlowText.Join(name, task.Path) } }
            : Unknown(call);
    }

    private FlowTerm With(IInvocationOperation call, FlowTerm source) => source.Inner.Task is { } task && Argument(call, "configure") is { } configure
        ? new FlowTerm(FlowTermKind.Task, SiteOf(call)) { Task = task with { Options = OptionChange.Apply(configure, task.Options) } }
        : Unknown(call);

    private FlowTerm WithDefaults(IInvocationOperation call)
    {
        var source = Operand(call.Instance!, "source");
        if (source.Inner.Task is not { } task)
        {
            return Unknown(call);
        }

        var id = $"{task.Id}.WithDefaults";
        return new FlowTerm(FlowTermKind.Task, SiteOf(call)) { Task = task with { Id = id, Identity = id, TakesUnit = FlowSymbols.TakesUnit(call.Type) } };
    }

    private FlowTerm Named(IInvocationOperation call, FlowTerm source) =>
        Argument(call, "name") is { } argument && Evaluate(argument) is string name ? Configure(call, source, name, hasExecution: false) : Opaque(call, source);

    private FlowTerm Configure(IInvocationOperation call, FlowTerm source, string? name, bool hasExecution, string? execution = null)
    {
        if (source.Inner.Kind is not (FlowTermKind.Group or FlowTermKind.ForEach))
        {
            return Opaque(call, source);
        }

        return source.Inner.Configured(SiteOf(call), BranchesOf(source), name, hasExecution, execution);
    }

    private FlowTerm LambdaTask(IInvocationOperation call)
    {
        EvaluateParts(call);
        if (Argument(call, "id") is not { } argument || Evaluate(argument) is not string id || !FlowSymbols.IsNode(call.Type))
        {
            return Unknown(call);
        }

        var task = new TaskMention(id, Identity: new object(), FlowSymbols.TakesUnit(call.Type), OptionSet.Of(OptionsModel.Default));
        return new FlowTerm(FlowTermKind.Task, SiteOf(call)) { Task = task };
    }

    private object? CallMethod(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        var canFollow = FlowSymbols.IsPart(method.ReturnType) && method is { MethodKind: MethodKind.Ordinary, IsAsync: false } && FlowSymbols.IsFixed(method) && !method.DeclaringSyntaxReferences.IsEmpty;
        if (!canFollow)
        {
            return EvaluateParts(call);
        }

        var receiver = Root(call.Instance);
        var arguments = call.Arguments.Where(static argument => argument.Parameter is not null)
            .Select(argument => (method.Parameters[argument.Parameter!.Ordinal], Evaluate(argument.Value))).ToList();
        var result = Follow(method, call, receiver, arguments);
        foreach (var term in result is null ? arguments.Select(static argument => argument.Item2) : [])
        {
            AddRoot(term);
        }

        return result ?? (FlowSymbols.IsFlow(call.Type) ? Unknown(call) : null);
    }

    private static IOperation? Argument(IInvocationOperation call, string name) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;
}
