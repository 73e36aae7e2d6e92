namespace Graflow.Generators.Models;

/// <summary>The assembly that is compiled.</summary>
/// <param name="Name">Its name.</param>
/// <param name="References">Modules of the assemblies that it refers to, if it is a program.</param>
internal sealed record AssemblyModel(string Name, EquatableArray<string> References);
