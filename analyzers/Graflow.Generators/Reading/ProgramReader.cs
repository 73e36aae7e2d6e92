using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Reads what an entry point can call.</summary>
internal static class ProgramReader
{
    private const string Embedded = "Microsoft.CodeAnalysis.EmbeddedAttribute";

    public static ProgramModel Read(Compilation compilation) => new(
        IsProgram(compilation) && !HasOwnHost(compilation) && compilation.GetTypeByMetadataName(WellKnown.Server) is not null,
        compilation.GetTypeByMetadataName(WellKnown.Commands) is not null,
        compilation.Assembly.GetTypeByMetadataName(Embedded) is null);

    public static bool IsProgram(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    /// <summary>Whether <c>[assembly: GraflowProgram]</c> stands in a program without an entry point of its own.</summary>
    public static bool WantsMain(Compilation compilation, CancellationToken ct) =>
        IsProgram(compilation) && compilation.Options is { MainTypeName: null } && compilation.GetEntryPoint(ct) is null;

    /// <summary>Whether the sources have a type or a namespace of that name, which nothing can be added to.</summary>
    private static bool HasOwnHost(Compilation compilation) =>
        compilation.Assembly.GlobalNamespace.GetNamespaceMembers().FirstOrDefault(static space => space.Name == WellKnown.LibraryAssembly)
            ?.GetMembers(WellKnown.Host).Any(static member => member is INamespaceSymbol or INamedTypeSymbol { Arity: 0 }) == true;
}
