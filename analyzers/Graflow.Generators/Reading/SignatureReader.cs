using Graflow.Generators.Diagnostics;
using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Reads what a method takes and yields.</summary>
internal static class SignatureReader
{
    /// <returns>Null where something is wrong, or where a type does not exist, which the compiler reports.</returns>
    public static SignatureModel? Read(IMethodSymbol method, Compilation compilation, ProblemList problems)
    {
        var before = problems.Count;
        var texts = TypeTexts.Of(compilation);
        var output = OutputReader.Read(method, texts, problems);
        var parameters = new List<ParameterModel>();
        var inputs = new List<IParameterSymbol>();
        var isComplete = true;
        foreach (var parameter in method.Parameters)
        {
            var model = ParameterReader.Read(parameter, texts, problems);
            isComplete &= model is not null;
            parameters.Add(model!);
            if (model is { IsInput: true })
            {
                inputs.Add(parameter);
            }
        }

        if (inputs.Count > WellKnown.MaxInputs)
        {
            problems.Add(Rules.Signature, method, $"'{method.Name}' cannot be a task: it has {inputs.Count} input parameters, and joins have at most {WellKnown.MaxInputs}; take a record instead");
        }

        CheckContexts(method, inputs, problems);
        if (!isComplete || output is null || problems.Count > before)
        {
            return null;
        }

        var required = inputs.FindAll(static input => !input.HasExplicitDefaultValue);
        var shape = JoinShape.Of(inputs, compilation);
        return new SignatureModel(parameters.ToEquatableArray(), output, shape, required.Count == inputs.Count ? shape : JoinShape.Of(required, compilation));
    }

    private static void CheckContexts(IMethodSymbol method, List<IParameterSymbol> inputs, ProblemList problems)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Type.Is("Graflow", "TaskContext", 1)
                && ((INamedTypeSymbol)parameter.Type).TypeArguments[0] is { TypeKind: not TypeKind.Error } type
                && !IsInput(type, inputs))
            {
                var expected = inputs.Count switch
                {
                    0 => "Unit",
                    1 => inputs[0].Type.ToDisplayString(TypeNames.Short),
                    _ => $"({string.Join(", ", inputs.Select(static input => input.Type.ToDisplayString(TypeNames.Short)))})",
                };
                problems.Add(Rules.Signature, parameter, $"'{method.Name}' cannot be a task: its input is {expected}, so its context is TaskContext<{expected}>, not {parameter.Type.ToDisplayString(TypeNames.Short)}");
            }
        }
    }

    private static bool IsInput(ITypeSymbol type, List<IParameterSymbol> inputs) => inputs.Count switch
    {
        0 => type.Is("Graflow", "Unit"),
        1 => SymbolEqualityComparer.Default.Equals(type, inputs[0].Type),
        _ => type is INamedTypeSymbol { IsTupleType: true } tuple
            && tuple.TupleElements.Length == inputs.Count
            && tuple.TupleElements.Select(static element => element.Type).SequenceEqual(inputs.Select(static input => input.Type), SymbolEqualityComparer.Default),
    };
}
