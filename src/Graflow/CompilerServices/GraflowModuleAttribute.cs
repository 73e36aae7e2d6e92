using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>Names an assembly's generated module, whose <c>Register()</c> fills the registry; a program's module calls those of the assemblies it refers to.</summary>
/// <param name="module">The generated class.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GraflowModuleAttribute(Type module) : Attribute
{
    /// <summary>The generated class.</summary>
    public Type Module { get; } = module;
}
