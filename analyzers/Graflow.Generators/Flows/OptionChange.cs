using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Graflow.Generators.Flows;

/// <summary>Reads what <c>With(o =&gt; …)</c> sets.</summary>
internal static class OptionChange
{
    public static OptionSet Apply(IOperation configure, OptionSet options)
    {
        while (configure is IConversionOperation or IDelegateCreationOperation)
        {
            configure = configure is IDelegateCreationOperation creation ? creation.Target : ((IConversionOperation)configure).Operand;
        }

        if (configure is not IAnonymousFunctionOperation function)
        {
            return OptionSet.Unknown;
        }

        foreach (var statement in function.Body.Operations)
        {
            var expression = statement switch
            {
                IExpressionStatementOperation { Operation: var operation } => operation,
                IReturnOperation { ReturnedValue: null } => null,
                IReturnOperation { ReturnedValue: { } value } => value,
                _ => statement,
            };
            if (expression is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IParameterReferenceOperation, Property.Name: var name }, Value: var set })
            {
                options = Set(options, name, set);
            }
            else if (expression is not null)
            {
                return OptionSet.Unknown;
            }
        }

        return options;
    }

    private static OptionSet Set(OptionSet options, string name, IOperation value)
    {
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion)
        {
            value = conversion.Operand;
        }

        return value is IObjectCreationOperation { Arguments.IsEmpty: true, Type.Name: var type } creation && type == name + "Options"
            ? options.With(name, Parts(creation))
            : options.With(name, Text(value));
    }

    private static Dictionary<string, string?> Parts(IObjectCreationOperation creation)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value })
            {
                parts[name] = name == "On" ? Names(value) : Text(value);
            }
        }

        return parts;
    }

    private static string? Names(IOperation list)
    {
        var names = Elements.Of(list)?.Select(static element => element.ConstantValue is { HasValue: true, Value: string name } ? name : null).ToArray();
        return names is null || names.Contains(null) ? null : string.Join("\n", names);
    }

    private static string? Text(IOperation value)
    {
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion)
        {
            value = conversion.Operand;
        }

        return value.ConstantValue.HasValue ? OptionSet.Text(value.ConstantValue.Value) : Times.Read(value) is { } time ? OptionSet.Text(time) : null;
    }
}
