using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Graflow.Generators.Flows;

/// <summary>What stands in a list that is written where it is used.</summary>
internal static class Elements
{
    /// <returns>Null where the list is not written out.</returns>
    public static IReadOnlyList<IOperation>? Of(IOperation list)
    {
        while (list is IConversionOperation conversion)
        {
            list = conversion.Operand;
        }

        return list switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } when sizes[0].ConstantValue is { HasValue: true, Value: 0 } => [],
            ICollectionExpressionOperation collection when !collection.Elements.Any(static element => element is ISpreadOperation) => collection.Elements,
            _ => null,
        };
    }
}
