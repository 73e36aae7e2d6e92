using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Graflow.Generators.Flows;

/// <summary>What stands in a list that is written where it is used.</summary>
internal static class Elements
{
    /// <returns>Null where the list is not written out.</returns>
    public static IReadOnlyList<IOperation>? Of(IOperation list) => Unwrapped(list) switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } when sizes[0].ConstantValue is { HasValue: true, Value: 0 } => [],
        ICollectionExpressionOperation collection when !collection.Elements.Any(static element => element is ISpreadOperation) => collection.Elements,
        _ => null,
    };

    /// <summary>What stands in the initializer of a local array that is only ever passed to the library, which does not change it.</summary>
    public static IReadOnlyList<IOperation>? OfLocal(IOperation list)
    {
        if (Unwrapped(list) is not ILocalReferenceOperation { Local: { Type: IArrayTypeSymbol } local })
        {
            return null;
        }

        var root = list;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        IOperation? initializer = null;
        foreach (var operation in root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            {
                initializer = declarator.Initializer?.Value;
            }
            else if (operation is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local) && !IsPassedToLibrary(use))
            {
                return null;
            }
        }

        return initializer is null ? null : Of(initializer);
    }

    private static bool IsPassedToLibrary(IOperation use)
    {
        var user = use.Parent;
        while (user is IConversionOperation)
        {
            user = user.Parent;
        }

        return user is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } && FlowSymbols.HomeOf(method) is "GroupPolicy" or "Flow";
    }

    private static IOperation Unwrapped(IOperation list)
    {
        while (list is IConversionOperation conversion)
        {
            list = conversion.Operand;
        }

        return list;
    }
}
