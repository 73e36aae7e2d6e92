using System.Runtime.CompilerServices;
using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Reads what the module needs to know of the assembly and of those that it refers to.</summary>
internal static class AssemblyReader
{
    private const string None = "";

    /// <summary>Symbols of references outlive a compilation, so each is looked at once, not at every keystroke.</summary>
    private static readonly ConditionalWeakTable<IAssemblySymbol, string> Modules = new();

    public static AssemblyModel Read(Compilation compilation)
    {
        var isProgram = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;
        return new AssemblyModel(compilation.AssemblyName ?? "", isProgram ? References(compilation) : default);
    }

    private static EquatableArray<string> References(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols
            .Select(static assembly => Modules.GetValue(assembly, FindModule))
            .Where(static module => module != None)
            .OrderBy(static module => module, StringComparer.Ordinal)
            .ToEquatableArray();

    private static string FindModule(IAssemblySymbol assembly)
    {
        if (!assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == WellKnown.LibraryAssembly)))
        {
            return None;
        }

        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass.Is("Graflow.CompilerServices", "GraflowModuleAttribute") && attribute.Argument<INamedTypeSymbol>(0) is { } module)
            {
                return module.ToDisplayString(TypeNames.Runtime);
            }
        }

        return None;
    }
}
