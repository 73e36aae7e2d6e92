using Microsoft.CodeAnalysis;

namespace Graflow.Bench.Generator;

/// <summary>The least that a generator can do with an attribute: the names of the methods that have it, in one comment. What it costs is Roslyn's own.</summary>
internal sealed class NamesGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider
            .ForAttributeWithMetadataName("Graflow.TaskAttribute", static (_, _) => true, static (task, _) => task.TargetSymbol.Name)
            .Collect();
        context.RegisterSourceOutput(names, static (output, names) =>
            output.AddSource("Names.g.cs", string.Concat(names.Select(name => $"// {name}\n"))));
    }
}
