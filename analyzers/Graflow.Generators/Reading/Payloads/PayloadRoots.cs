using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Finds the types whose values leave the process.</summary>
internal static class PayloadRoots
{
    /// <summary>A task's inputs, each and as a whole, its channel values and its output.</summary>
    /// <param name="method">The method.</param>
    /// <param name="task">What was read of it.</param>
    /// <param name="compilation">Makes the tuple.</param>
    public static IEnumerable<PayloadRoot> OfTask(IMethodSymbol method, TaskModel task, Compilation compilation)
    {
        method = method.PartialDefinitionPart ?? method;
        var (inputs, required) = (new List<ITypeSymbol>(), new List<ITypeSymbol>());
        for (var i = 0; i < method.Parameters.Length && i < task.Parameters.Count; i++)
        {
            var (parameter, kind) = (method.Parameters[i], task.Parameters[i].Kind);
            if (kind is ParameterKind.Input or ParameterKind.Channel)
            {
                yield return new PayloadRoot(parameter.Type, parameter);
            }

            if (kind == ParameterKind.Input)
            {
                inputs.Add(parameter.Type);
                if (!parameter.HasExplicitDefaultValue)
                {
                    required.Add(parameter.Type);
                }
            }
        }

        foreach (var whole in required.Count == inputs.Count ? [inputs] : new[] { inputs, required })
        {
            if (whole.Count > 1)
            {
                yield return new PayloadRoot(compilation.CreateTupleTypeSymbol([.. whole]), method, IsWhole: true);
            }
        }

        if (OutputReader.ValueOf(method) is { } output)
        {
            yield return new PayloadRoot(output, method);
        }
    }

    /// <summary>What a <c>[Workflow]</c> takes and yields.</summary>
    public static IEnumerable<PayloadRoot> OfWorkflow(ISymbol member) =>
        WorkflowReader.TypesOf(member).Select(type => new PayloadRoot(type, member));

    /// <summary>The types that <c>[Payload]</c> names: the one it stands on, or its argument.</summary>
    public static IEnumerable<PayloadRoot> OfAttributes(ISymbol target, IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if ((attribute.Argument<ITypeSymbol>(0) ?? target as ITypeSymbol) is { } type && !IsOpen(type))
            {
                yield return new PayloadRoot(type, target);
            }
        }
    }

    /// <summary>The codecs of all that the roots reach; a root that cannot leave the process is left out.</summary>
    public static EquatableArray<CodecModel> CodecsIn(this IEnumerable<PayloadRoot> roots, Compilation compilation)
    {
        var (graph, types, codecs) = (PayloadGraph.Of(compilation), new HashSet<string>(StringComparer.Ordinal), new List<CodecModel>());
        foreach (var root in roots)
        {
            foreach (var codec in graph.Read(root.Type).Codecs)
            {
                if (types.Add(codec.Type.Type))
                {
                    codecs.Add(codec);
                }
            }
        }

        return codecs.ToEquatableArray();
    }

    /// <summary>Whether a type is generic and has no arguments yet.</summary>
    public static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol { IsUnboundGenericType: true } => true,
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } outer && IsOpen(outer)),
        _ => false,
    };
}
