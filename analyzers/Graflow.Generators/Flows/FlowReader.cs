using System.Runtime.CompilerServices;
using Graflow.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Graflow.Generators.Flows;

/// <summary>
/// Reads a member's code as the flows that it makes: terms and policies are values, names hold them, members and methods are followed. What it does not
/// understand is unknown, and of what is unknown nothing is said.
/// </summary>
internal sealed partial class FlowReader
{
    private const int MaxDepth = 40;

    private readonly FlowProject _project;
    private readonly ISymbol _body;
    private readonly FlowNotes _notes;
    private readonly FlowReader? _caller;
    private readonly Site? _call;
    private readonly int _depth;
    private readonly int _choicesBefore;
    private readonly int _choicesAtCall;
    private object? _receiver;
    private readonly Dictionary<ISymbol, object?> _values = new(SymbolEqualityComparer.Default);

    public FlowReader(FlowProject project, ISymbol body, FlowNotes notes)
    {
        _project = project;
        _body = body;
        _notes = notes;
    }

    private FlowReader(FlowReader caller, ISymbol body, Site call)
        : this(caller._project, body, caller._notes)
    {
        _caller = caller;
        _call = call;
        _depth = caller._depth + 1;
        _choicesBefore = caller._notes.Choices;
        _choicesAtCall = caller._caller is null ? _choicesBefore : caller._choicesAtCall;
        _mayHaveLeft = caller._caller is not null && caller._mayHaveLeft;
    }

    /// <returns>What the code yields: a term, a policy, a constant; null where it is not known.</returns>
    public object? Read(IReadOnlyList<IOperation> code)
    {
        try
        {
            foreach (var operation in code)
            {
                FindReassigned(operation);
                Execute(operation);
            }
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }

        return _hasChoice ? null : _result;
    }

    private object? Evaluate(IOperation? operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return operation switch
        {
            null => null,
            { ConstantValue.HasValue: true } => operation.ConstantValue.Value ?? new FlowTerm(FlowTermKind.Null, SiteOf(operation)),
            IConversionOperation conversion => Convert(conversion),
            IParenthesizedOperation inner => Evaluate(inner.Operand),
            IBinaryOperation { OperatorMethod: { } method } binary when FlowSymbols.HomeOf(method) == "FlowOperators" => Combine(method, Operand(binary.LeftOperand, "left"), Operand(binary.RightOperand, "right"), operation),
            ICompoundAssignmentOperation { OperatorMethod: { } method } compound when FlowSymbols.HomeOf(method) == "FlowOperators" => Assign(compound.Target, Combine(method, Operand(compound.Target, "left"), Operand(compound.Value, "right"), operation)),
            ISimpleAssignmentOperation assignment => Assign(assignment.Target, Evaluate(assignment.Value)),
            ILocalReferenceOperation local => ReadName(local.Local, operation),
            IParameterReferenceOperation { Parameter.ContainingSymbol: INamedTypeSymbol { Name: "" } } => Named(_receiver, operation),
            IParameterReferenceOperation parameter => ReadName(parameter.Parameter, operation),
            IPropertyReferenceOperation property => ReadProperty(property),
            IFieldReferenceOperation field => ReadStatic(field.Field, operation, field.Field.IsReadOnly),
            IInvocationOperation invocation => Invoke(invocation),
            IDeconstructionAssignmentOperation { Target: var target, Value: ITupleOperation values } => Deconstruct(target, values),
            IDeconstructionAssignmentOperation { Target: var target, Value: IConversionOperation { Operand: ITupleOperation values } } => Deconstruct(target, values),
            IConditionalOperation { Type: not null, Condition.ConstantValue: { HasValue: true, Value: bool isTrue } } choice => Evaluate(isTrue ? choice.WhenTrue : choice.WhenFalse),
            IConditionalOperation { Type: not null } choice => Choose(operation, choice.Condition, choice.WhenTrue, choice.WhenFalse),
            ISwitchExpressionOperation choice => Choose(operation, choice.Value, [.. choice.Arms.Select(static arm => arm.Value)]),
            ICoalesceOperation choice => Choose(operation, null, choice.Value, choice.WhenNull),
            ICoalesceAssignmentOperation choice => Choose(operation, choice.Target, choice.Value),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both => Choose(operation, both.LeftOperand, both.RightOperand),
            IConditionalAccessOperation access => Choose(operation, access.Operation, access.WhenNotNull),
            IAnonymousFunctionOperation function => ExecuteApart(function.Body),
            _ => EvaluateParts(operation),
        };
    }

    /// <summary>What stands beside an operator: null is a mistake there, a flow becomes a part of another one.</summary>
    private FlowTerm Operand(IOperation operation, string side)
    {
        var value = Evaluate(operation);
        if (value is not FlowTerm term)
        {
            return Unknown(operation);
        }

        if (term.Inner.Kind == FlowTermKind.Null)
        {
            ReportNull(FlowWords.NullOperand(side), operation, term);
            return Unknown(operation);
        }

        return term;
    }

    private void ReportNull(string message, IOperation operation, FlowTerm term)
    {
        if (_notes.Choices == 0 && !_mayHaveLeft)
        {
            var declared = term.Inner.Site.Syntax == operation.Syntax ? [] : new[] { term.Inner.Site };
            Report(FlowRules.Order, message, operation.Syntax, declared);
        }
    }

    private void Report(DiagnosticDescriptor rule, string message, SyntaxNode place, IReadOnlyList<Site> others) =>
        _notes.Problems.Add(new FlowProblem(rule, message, new Site(place, _body, _call), others));

    private object? Convert(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is null)
        {
            return Evaluate(conversion.Operand);
        }

        return FlowSymbols.HomeOf(conversion.OperatorMethod) is "Flow" or "ForEachGroup"
            ? Convert(Evaluate(conversion.Operand), conversion.OperatorMethod.Parameters[0].Name, conversion)
            : EvaluateParts(conversion);
    }

    private object? Convert(object? value, string side, IConversionOperation conversion)
    {
        if (value is FlowTerm { Inner.Kind: FlowTermKind.Null } term)
        {
            ReportNull(FlowWords.NullOperand(side), conversion.Operand, term);
            return Unknown(conversion);
        }

        return value;
    }

    private FlowTerm Combine(IMethodSymbol method, FlowTerm left, FlowTerm right, IOperation operation)
    {
        var site = SiteOf(operation);
        if (_project.IsRefused(method))
        {
            return Opaque(operation, left, right);
        }

        if (method.Name == "op_RightShift")
        {
            var source = FlowSymbols.Converts(method) ? new FlowTerm(FlowTermKind.Select, site, left) { IsConversion = true } : left;
            return new FlowTerm(FlowTermKind.Sequence, site, source, right);
        }

        if (method.Parameters[0].Type.Name != "IGroup")
        {
            return new FlowTerm(FlowTermKind.Group, site, left, right);
        }

        return left.Inner.Kind == FlowTermKind.Group
            ? new FlowTerm(FlowTermKind.Group, site, [.. BranchesOf(left), right]) { IsOpen = left.Inner.IsOpen }
            : new FlowTerm(FlowTermKind.Group, site, left, right) { IsOpen = true };
    }

    /// <summary>A group's branches under the names by which the group is used.</summary>
    private static FlowTerm[] BranchesOf(FlowTerm group) => group.Kind == FlowTermKind.Mention
        ? Array.ConvertAll(BranchesOf(group.Operands[0]), branch => new FlowTerm(FlowTermKind.Mention, group.Site, branch))
        : group.Operands;

    /// <summary>One of several flows: each is judged by itself, and which it is is not known.</summary>
    private FlowTerm Choose(IOperation operation, IOperation? condition, params IOperation?[] alternatives)
    {
        Root(condition);
        _notes.Choices++;
        foreach (var alternative in alternatives)
        {
            Root(alternative);
        }

        _notes.Choices--;
        return Unknown(operation);
    }

    /// <summary>Code that makes no flow, but may have flows in it.</summary>
    private object? EvaluateParts(IOperation operation)
    {
        foreach (var part in operation.ChildOperations)
        {
            Root(part);
        }

        return null;
    }

    private object? Root(IOperation? operation)
    {
        var value = Evaluate(operation);
        AddRoot(value);
        return value;
    }

    private void AddRoot(object? value)
    {
        if (_caller is null)
        {
            _notes.AddRoot(value);
        }
    }

    /// <summary>Something made of these flows in a way that is not known.</summary>
    private FlowTerm Opaque(IOperation operation, params FlowTerm[] parts)
    {
        foreach (var part in _caller is null ? parts : [])
        {
            _notes.AddRoot(part);
        }

        return Unknown(operation);
    }

    private FlowTerm Unknown(IOperation operation) => new(FlowTermKind.Unknown, SiteOf(operation));

    private Site SiteOf(IOperation operation) => new(operation.Syntax, _body);

    private object? Named(object? value, IOperation operation) => value is FlowTerm term ? term.MentionedAt(SiteOf(operation), isLocal: true) : value;

    private object? Mention(object? value, IOperation operation) => value is FlowTerm term ? term.MentionedAt(SiteOf(operation)) : value;
}
