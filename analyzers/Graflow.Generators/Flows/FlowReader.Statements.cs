using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Graflow.Generators.Flows;

internal sealed partial class FlowReader
{
    /// <summary>Names that get a value after their declaration; functions may see any of them.</summary>
    private readonly HashSet<ISymbol> _reassigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _assignedInFunctions = new(SymbolEqualityComparer.Default);
    private object? _result;
    private bool _hasChoice;
    private bool _hasReturned;
    private bool _mayHaveLeft;
    private int _functions;

    private void Execute(IOperation? operation)
    {
        if (_hasReturned)
        {
            return;
        }

        switch (operation)
        {
            case null:
                break;
            case IReturnOperation { Kind: OperationKind.Return } returned:
                Return(Root(returned.ReturnedValue));
                break;
            case ISymbolInitializerOperation initializer and not IVariableInitializerOperation:
                Return(Root(initializer.Value));
                break;
            case IVariableDeclaratorOperation declarator:
                Declare(declarator);
                break;
            case ILocalFunctionOperation function:
                ExecuteApart(function.Body);
                break;
            case IMethodBodyBaseOperation or IBlockOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IUsingDeclarationOperation or IUsingOperation or ILockOperation or IExpressionStatementOperation:
                ExecuteParts(operation);
                break;
            case IConditionalOperation { Type: null, Condition.ConstantValue: { HasValue: true, Value: bool isTrue } } choice:
                Execute(isTrue ? choice.WhenTrue : choice.WhenFalse);
                break;
            case ILoopOperation or IConditionalOperation { Type: null } or ISwitchOperation or ITryOperation or ILabeledOperation or IBranchOperation:
                ExecuteChoice(operation);
                break;
            default:
                Root(operation);
                break;
        }
    }

    private void ExecuteParts(IOperation operation)
    {
        foreach (var part in operation.ChildOperations)
        {
            Execute(part);
        }
    }

    /// <summary>Code that may run never or often: what it assigns is not known, in it and after it.</summary>
    private void ExecuteChoice(IOperation operation)
    {
        Forget(operation);
        _notes.Choices++;
        ExecuteParts(operation);
        _notes.Choices--;
        Forget(operation);
        _mayHaveLeft |= _functions == 0 && FlowSyntax.MayLeave(operation.Syntax);
    }

    /// <summary>A function within the member: it runs some time, and returns something of its own.</summary>
    private object? ExecuteApart(IOperation? body)
    {
        var hadReturned = _hasReturned;
        (_hasReturned, _functions) = (false, _functions + 1);
        _notes.Choices++;
        Execute(body);
        _notes.Choices--;
        (_hasReturned, _functions) = (hadReturned, _functions - 1);
        return null;
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
        if (initializer is not null)
        {
            Set(declarator.Symbol, Evaluate(initializer.Value));
        }
    }

    private object? Assign(IOperation target, object? value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Set(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                Set(parameter.Parameter, value);
                break;
            default:
                AddRoot(value);
                break;
        }

        return value;
    }

    private void Return(object? value)
    {
        if (_functions > 0)
        {
            return;
        }

        if (_notes.Choices > _choicesBefore)
        {
            _hasChoice = true;
            return;
        }

        (_result, _hasReturned) = (value, true);
    }

    private object? ValueOf(ISymbol name) =>
        !_assignedInFunctions.Contains(name) && _values.TryGetValue(name, out var value) && (_functions == 0 || !_reassigned.Contains(name)) ? value : null;

    /// <summary>What a name holds. What is written through the reference, by somebody else or as something that is not followed, is not known from then on.</summary>
    private object? ReadName(ISymbol name, IOperation reference)
    {
        if (IsWritten(reference) && reference.Parent is not ICompoundAssignmentOperation { OperatorMethod: not null })
        {
            AddRoot(ValueOf(name));
            _values.Remove(name);
        }

        return Named(ValueOf(name), reference);
    }

    /// <summary>Every value is taken before any name is set.</summary>
    private object? Deconstruct(IOperation target, ITupleOperation values)
    {
        var names = target is IDeclarationExpressionOperation { Expression: var declared } ? declared : target;
        var held = values.Elements.Select(Root).ToArray();
        EvaluateParts(names);
        if (names is ITupleOperation tuple && tuple.Elements.Length == held.Length)
        {
            for (var i = 0; i < held.Length; i++)
            {
                if (NameIn(tuple.Elements[i]) is { } name)
                {
                    Set(name, held[i]);
                }
            }
        }

        return null;
    }

    private static ISymbol? NameIn(IOperation target) => target switch
    {
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private void Set(ISymbol name, object? value) => _values[name] = value;

    private void Forget(IOperation operation)
    {
        foreach (var name in AssignedIn(operation))
        {
            // Whoever reads the name later may mean this.
            AddRoot(ValueOf(name));
            _values.Remove(name);
        }
    }

    private void FindReassigned(IOperation code)
    {
        foreach (var operation in code.DescendantsAndSelf())
        {
            if (AssignedBy(operation) is { } name)
            {
                _reassigned.Add(name);
            }
            else if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                _assignedInFunctions.UnionWith(AssignedIn(operation));
            }
            else if (operation is IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None, Initializer.Value: var aliased } && NameIn(aliased) is { } other)
            {
                _assignedInFunctions.Add(other);
            }
        }
    }

    private static IEnumerable<ISymbol> AssignedIn(IOperation code) => code.DescendantsAndSelf().Select(AssignedBy).OfType<ISymbol>();

    private static ISymbol? AssignedBy(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local when IsWritten(local) => local.Local,
        IParameterReferenceOperation parameter when IsWritten(parameter) => parameter.Parameter,
        _ => null,
    };

    private static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        ITupleOperation tuple => IsTarget(tuple),
        IIncrementOrDecrementOperation => true,
        _ => false,
    };

    private static bool IsTarget(ITupleOperation tuple) => tuple.Parent switch
    {
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target == tuple,
        ITupleOperation outer => IsTarget(outer),
        IDeclarationExpressionOperation => true,
        _ => false,
    };
}
