namespace Graflow.Generators.Models;

/// <summary>The type that declares tasks, with everything around it.</summary>
/// <param name="Namespace">The escaped namespace; empty for none.</param>
/// <param name="Types">The types around the task, outermost first.</param>
/// <param name="FullName">The innermost type, with <c>global::</c>.</param>
/// <param name="TasksName">The name of the nested class that holds the nodes.</param>
/// <param name="HidesInherited">Whether a base type has a member of that name.</param>
internal sealed record ContainerModel(
    string Namespace,
    EquatableArray<TypeDeclarationModel> Types,
    string FullName,
    string TasksName,
    bool HidesInherited)
{
    public string HintName => FullName.Substring("global::".Length).Replace("@", "");
}
