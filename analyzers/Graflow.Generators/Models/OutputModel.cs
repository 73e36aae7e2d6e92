namespace Graflow.Generators.Models;

/// <summary>What a task yields.</summary>
/// <param name="Kind">How the method returns it.</param>
/// <param name="Type">What it yields, with <c>global::</c>.</param>
/// <param name="Display">The same as a person writes it.</param>
internal sealed record OutputModel(ReturnKind Kind, string Type, string Display)
{
    public bool IsNext => Kind is ReturnKind.Next or ReturnKind.TaskOfNext or ReturnKind.ValueTaskOfNext;

    public bool IsAsync => Kind is not (ReturnKind.Void or ReturnKind.Value or ReturnKind.Next);
}
