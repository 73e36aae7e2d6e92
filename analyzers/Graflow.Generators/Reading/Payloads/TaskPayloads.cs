using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Finds the codecs that a task's values need: those of its inputs, each and as a whole, of its channel values and of its output.</summary>
internal static class TaskPayloads
{
    public static EquatableArray<CodecModel> Read(IMethodSymbol method, TaskModel task, Compilation compilation) =>
        PayloadGraph.Of(compilation).Read(SignatureOf(method.PartialDefinitionPart ?? method, task), signature => Roots(signature, compilation));

    /// <summary>The inputs, those of them without a default value, and all else, each part ended by null: most tasks of a project share a few signatures.</summary>
    private static List<ITypeSymbol?> SignatureOf(IMethodSymbol method, TaskModel task)
    {
        var signature = new List<ITypeSymbol?>((2 * method.Parameters.Length) + 3);
        Add(signature, method, task, static (parameter, model) => model.IsInput);
        Add(signature, method, task, static (parameter, model) => model.IsInput && !parameter.HasExplicitDefaultValue);
        Add(signature, method, task, static (_, model) => model.Kind == ParameterKind.Channel);
        signature[signature.Count - 1] = OutputReader.ValueOf(method);
        return signature;
    }

    private static void Add(List<ITypeSymbol?> signature, IMethodSymbol method, TaskModel task, Func<IParameterSymbol, ParameterModel, bool> isPart)
    {
        for (var i = 0; i < method.Parameters.Length && i < task.Parameters.Count; i++)
        {
            if (isPart(method.Parameters[i], task.Parameters[i]))
            {
                signature.Add(method.Parameters[i].Type);
            }
        }

        signature.Add(null);
    }

    private static IEnumerable<ITypeSymbol> Roots(IReadOnlyList<ITypeSymbol?> signature, Compilation compilation)
    {
        var part = new List<ITypeSymbol>();
        var parts = 0;
        foreach (var type in signature)
        {
            if (type is not null)
            {
                part.Add(type);
                yield return type;
                continue;
            }

            // The first two parts are what a node may take as a whole.
            if (parts++ < 2 && part.Count > 1)
            {
                yield return compilation.CreateTupleTypeSymbol([.. part]);
            }

            part.Clear();
        }
    }
}
