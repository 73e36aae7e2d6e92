using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Finds the codecs that a task's values need: those of its inputs, each and as a whole, of its channel values and of its output.</summary>
internal static class TaskPayloads
{
    public static EquatableArray<CodecModel> Read(IMethodSymbol method, TaskModel task, Compilation compilation) =>
        PayloadGraph.Of(compilation).Read(SignatureOf(method.PartialDefinitionPart ?? method, task.Parameters), Roots);

    /// <summary>The inputs, those of them without a default value, and all else, each part ended by null: most tasks of a project share a few signatures. Every keystroke reads every task, hence no queries here.</summary>
    private static List<ITypeSymbol?> SignatureOf(IMethodSymbol method, EquatableArray<ParameterModel> models)
    {
        var parameters = method.Parameters;
        var signature = new List<ITypeSymbol?>((2 * models.Count) + 3);
        for (var i = 0; i < models.Count; i++)
        {
            if (models[i].Kind == ParameterKind.Input)
            {
                signature.Add(parameters[i].Type);
            }
        }

        signature.Add(null);
        for (var i = 0; i < models.Count; i++)
        {
            if (models[i] is { Kind: ParameterKind.Input, Default: null })
            {
                signature.Add(parameters[i].Type);
            }
        }

        signature.Add(null);
        for (var i = 0; i < models.Count; i++)
        {
            if (models[i].Kind == ParameterKind.Channel)
            {
                signature.Add(parameters[i].Type);
            }
        }

        signature.Add(OutputReader.ValueOf(method));
        return signature;
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
