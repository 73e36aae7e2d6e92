using System.Runtime.CompilerServices;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Handlers;

/// <summary>The handlers that a compilation can know: built in, declared by <c>[TaskHandler]</c>, or registered by a constant name. Looked for only when a task asks for one that is not built in.</summary>
internal sealed class HandlerNames
{
    private static readonly string[] BuiltIn = ["direct", "docker", "process"];

    /// <summary>The project's own packages register only what is built in.</summary>
    private static readonly string[] Own = ["Graflow", "Graflow.CommandLine", "Graflow.Console", "Graflow.Redis"];

    /// <summary>Symbols of references outlive a compilation.</summary>
    private static readonly ConditionalWeakTable<IAssemblySymbol, string[]> Declared = new();

    private readonly Compilation _compilation;
    private readonly CancellationToken _ct;
    private readonly Lazy<HandlerRegistrations> _registrations;
    private readonly Lazy<SortedSet<string>> _known;

    public HandlerNames(Compilation compilation, CancellationToken ct)
    {
        _compilation = compilation;
        _ct = ct;
        _registrations = new(() => HandlerRegistrations.Find(compilation, ct), LazyThreadSafetyMode.PublicationOnly);
        _known = new(FindAll, LazyThreadSafetyMode.PublicationOnly);
    }

    public IReadOnlyCollection<string> Known => _known.Value;

    /// <summary>Whether no other name can exist: a program, all of whose registrations are to be seen, and no other assembly that could register one.</summary>
    public bool AreComplete =>
        _compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
        && _registrations.Value.AreConstant
        && !_compilation.SourceModule.ReferencedAssemblySymbols.Any(static assembly => Array.IndexOf(Own, assembly.Name) < 0 && KnowsLibrary(assembly));

    public bool Contains(string name) => Array.IndexOf(BuiltIn, name) >= 0 || _known.Value.Contains(name);

    private static bool KnowsLibrary(IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == WellKnown.LibraryAssembly));

    private SortedSet<string> FindAll()
    {
        var names = new SortedSet<string>(BuiltIn, StringComparer.Ordinal);
        names.UnionWith(DeclaredIn(_compilation.Assembly.GlobalNamespace, _ct));
        names.UnionWith(_registrations.Value.Names);
        foreach (var assembly in _compilation.SourceModule.ReferencedAssemblySymbols.Where(KnowsLibrary))
        {
            names.UnionWith(Declared.GetValue(assembly, static assembly => [.. DeclaredIn(assembly.GlobalNamespace, CancellationToken.None)]));
        }

        return names;
    }

    private static IEnumerable<string> DeclaredIn(INamespaceOrTypeSymbol container, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member.IsType && member.Find("TaskHandlerAttribute")?.Argument<string>(0) is { } name)
            {
                yield return name;
            }

            foreach (var inner in DeclaredIn(member, ct))
            {
                yield return inner;
            }
        }
    }
}
