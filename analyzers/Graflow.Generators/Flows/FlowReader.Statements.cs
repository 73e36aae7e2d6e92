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
        _values.TryGetValue(name, out var value) && (_functions == 0 || !_reassigned.Contains(name)) ? value : null;

    private void Set(ISymbol name, object? value) => _values[name] = _assignedInFunctions.Contains(name) ? null : value;

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
        ITupleOperation or IIncrementOrDecrementOperation => true,
        _ => false,
    };
}
