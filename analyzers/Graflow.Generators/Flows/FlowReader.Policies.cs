using System.Globalization;
using Graflow.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Graflow.Generators.Flows;

internal sealed partial class FlowReader
{
    private FlowTerm WithExecution(IInvocationOperation call, FlowTerm source, bool isFlow)
    {
        var execution = Argument(call, "execution");
        if (Evaluate(execution) is FlowTerm { Inner.Kind: FlowTermKind.Null } missing)
        {
            ReportNull(FlowWords.NullSetting("execution"), execution!, missing);
            return Unknown(call);
        }

        var text = ExecutionText(execution);
        return isFlow ? new FlowTerm(FlowTermKind.Execution, SiteOf(call), source) { Text = text } : Configure(call, source, name: null, hasExecution: true, text);
    }

    private FlowTerm WithPolicy(IInvocationOperation call, FlowTerm source) =>
        Argument(call, "policy") is { } policy && !IsWrong(policy, source.Inner) ? Configure(call, source, name: null, hasExecution: false) : Unknown(call);

    /// <summary>Judges a policy for a group; of a choice, each alternative.</summary>
    private bool IsWrong(IOperation argument, FlowTerm group) => argument switch
    {
        IConversionOperation { OperatorMethod: null } conversion => IsWrong(conversion.Operand, group),
        IParenthesizedOperation inner => IsWrong(inner.Operand, group),
        IConditionalOperation { Condition.ConstantValue.HasValue: false } choice => IsAnyWrong(choice.Condition, group, choice.WhenTrue, choice.WhenFalse!),
        ISwitchExpressionOperation choice => IsAnyWrong(choice.Value, group, [.. choice.Arms.Select(static arm => arm.Value)]),
        ICoalesceOperation choice => IsAnyWrong(null, group, choice.Value, choice.WhenNull),
        _ => IsWrong(Evaluate(argument), argument, group),
    };

    private bool IsAnyWrong(IOperation? condition, FlowTerm group, params IOperation[] alternatives)
    {
        Root(condition);
        _notes.Choices++;
        var wrong = alternatives.Count(alternative => IsWrong(alternative, group));
        _notes.Choices--;
        return wrong > 0;
    }

    private bool IsWrong(object? policy, IOperation place, FlowTerm group)
    {
        if (policy is FlowTerm { Inner.Kind: FlowTermKind.Null } missing)
        {
            ReportNull(FlowWords.NullSetting("policy"), place, missing);
            return true;
        }

        var problem = (policy, group.Kind) switch
        {
            (PolicyTerm term, FlowTermKind.Group) => PolicyRules.Branches(term, group),
            (PolicyTerm term, FlowTermKind.ForEach) => PolicyRules.Elements(term, group),
            _ => null,
        };
        if (problem is null)
        {
            return false;
        }

        ReportPolicy(problem, place);
        return true;
    }

    private PolicyTerm? MakePolicy(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "AtLeast" when Argument(call, "count") is { } argument && Evaluate(argument) is int count:
                return Checked(PolicyRules.AtLeast(count), call, new PolicyTerm($"AtLeast({count})") { Count = count });
            case "AtMostFailed" when Argument(call, "percent") is { } argument && Evaluate(argument) is double percent:
                return Checked(PolicyRules.AtMostFailed(percent), call, new PolicyTerm($"AtMostFailed({percent.ToString(CultureInfo.InvariantCulture)})"));
            case "Critical" when Argument(call, "tasks") is { } argument && ElementsOf(argument) is { } elements:
                var tasks = elements.Select(element => Operand(element, "task").Inner.Task?.FullName).ToArray();
                return tasks.Contains(null) ? null : Checked(PolicyRules.Critical(tasks.Length), call, new PolicyTerm($"Critical({string.Join(", ", tasks)})") { Tasks = tasks! });
            default:
                EvaluateParts(call);
                return null;
        }
    }

    private PolicyTerm? Checked(string? problem, IOperation place, PolicyTerm policy)
    {
        if (problem is null)
        {
            return policy;
        }

        ReportPolicy(problem, place);
        return null;
    }

    /// <summary>What a caller passes may be just what a condition in the called method keeps away from here.</summary>
    private void ReportPolicy(string problem, IOperation place)
    {
        if (_caller is null || (_notes.Choices == _choicesAtCall && !_mayHaveLeft))
        {
            Report(FlowRules.Policy, problem, place.Syntax, []);
        }
    }

    private FlowTerm Parallel(IInvocationOperation call)
    {
        if (_project.IsRefused(call.TargetMethod) || Argument(call, "branches") is not { } argument || ElementsOf(argument) is not { } elements)
        {
            EvaluateParts(call);
            return Unknown(call);
        }

        if (elements.Count == 0)
        {
            ReportPolicy(PolicyRules.NoBranch, call);
            return Unknown(call);
        }

        return new FlowTerm(FlowTermKind.Group, SiteOf(call), [.. elements.Select((element, i) => Operand(element, $"branch {i}"))]);
    }

    /// <summary>What stands in a list that is written out, or in a local one that nothing can have changed.</summary>
    private IReadOnlyList<IOperation>? ElementsOf(IOperation list)
    {
        if (Elements.Of(list) is { } elements)
        {
            return elements;
        }

        return Elements.OfLocal(list) is { } declared && !declared.Any(HasChanging) ? declared : null;
    }

    private bool HasChanging(IOperation element) =>
        element.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation { Local: var local } && (_reassigned.Contains(local) || _assignedInFunctions.Contains(local)));

    /// <summary>An execution as the run time writes it; null where it is not known.</summary>
    private string? ExecutionText(IOperation? execution)
    {
        while (execution is IConversionOperation conversion)
        {
            execution = conversion.Operand;
        }

        return execution switch
        {
            IPropertyReferenceOperation { Property.Name: "Direct" } => "Direct",
            IInvocationOperation { TargetMethod.Name: "Threads", Arguments.IsEmpty: true } => "Threads()",
            IInvocationOperation { TargetMethod.Name: "Threads", Arguments: { Length: 1 } limits } when Evaluate(limits[0].Value) is int count => count == int.MaxValue ? "Threads()" : $"Threads({count})",
            IInvocationOperation { TargetMethod.Name: "Processes", Arguments: { Length: 1 } counts } => Evaluate(counts[0].Value) is int count ? $"Processes({count})" : "Processes(…)",
            _ => null,
        };
    }
}
